// Step 2: the certificate. Files are looked for, the password is tried on each, the right one is copied into the till's folder.
import {pastedInto, typedInto} from '../model/edit.ts';
import type {CertificateState} from '../model/state.ts';
import type {TriedCertificate} from '../ports.ts';
import {isSaved} from '../save.ts';
import {busy, change, mark, type Step, say, type Wizard} from '../wizard.ts';

export const certificateStep: Step = {
	enter: (wizard) => {
		if (stateOf(wizard).files === null) void search(wizard);
	},
	actions: (wizard) => {
		const {files} = stateOf(wizard);
		return [
			{id: 'next', keys: ['enter'], run: () => enter(wizard)},
			...((files?.length ?? 0) > 1
				? ([
						{id: 'choose', keys: ['up'], run: () => move(wizard, -1)},
						{id: 'choose', keys: ['down'], shown: null, run: () => move(wizard, 1)},
					] as const)
				: []),
			{id: 'field', keys: ['tab'], shown: 'Tab', run: () => otherField(wizard)},
			{id: 'again', keys: ['f5'], run: () => void search(wizard)},
		];
	},
	type: (wizard, key) => {
		const {field, ...state} = stateOf(wizard);
		const text = typedInto(state[field], key);
		if (text !== null) change(wizard, 'certificate', {[field]: text, isChanged: true});
	},
	paste: (wizard, text) => {
		const {field, ...state} = stateOf(wizard);
		change(wizard, 'certificate', {[field]: pastedInto(state[field], text), isChanged: true});
	},
};

const stateOf = ({ui}: Wizard): CertificateState => ui.getSnapshot().certificate;

function move(wizard: Wizard, by: number): void {
	const {cursor, files} = stateOf(wizard);
	const count = files?.length ?? 0;
	if (count > 0) change(wizard, 'certificate', {cursor: (cursor + by + count) % count});
}

const otherField = (wizard: Wizard): void =>
	change(wizard, 'certificate', {field: stateOf(wizard).field === 'password' ? 'path' : 'password'});

/** Looks for files and tries the password on each; the best one is under the cursor afterwards. */
export function search(wizard: Wizard): Promise<void> {
	const {ports} = wizard;
	return busy(wizard, async () => {
		const {password, path} = stateOf(wizard);
		const paths = await ports.findCertificates(path.trim());
		if (paths.length === 0 && path.trim() !== '') say(wizard, 'bad', wizard.words.certificate.noFile);
		const files: TriedCertificate[] = [];
		for (const file of paths) files.push(await ports.tryCertificate(file, password));
		const best = files.findIndex((file) => isOfThisPos(file));
		const open = best === -1 ? files.findIndex(({ok}) => ok) : best;
		change(wizard, 'certificate', {files, cursor: Math.max(0, open), isChanged: false});
		// Nothing opens: then the password is what is missing, or the file.
		if (open === -1) change(wizard, 'certificate', {field: files.length === 0 ? 'path' : 'password'});
		else change(wizard, 'certificate', {field: 'password'});
	});
}

export const isOfThisPos = (file: TriedCertificate): boolean =>
	file.ok && !file.warnings.some(({code}) => code === 'OTHER_CN');

/** Enter: tries what was typed, else takes the file under the cursor. */
function enter(wizard: Wizard): void {
	const {isChanged, files, cursor, password} = stateOf(wizard);
	const file = files?.[cursor];
	if (isChanged || !file) {
		void search(wizard);
		return;
	}
	if (!file.ok) {
		say(wizard, 'bad', wizard.words.certificate.tryPassword);
		return;
	}
	void busy(wizard, async () => {
		const end = await wizard.ports.takeCertificate(file.path, password);
		if (!isSaved(wizard, end, () => enter(wizard))) return mark(wizard, 'certificate', 'failed');
		change(wizard, 'certificate', {password: ''});
		change(wizard, 'connection', {rows: null});
		change(wizard, 'letter', {kept: wizard.ports.read().secrets});
		mark(wizard, 'certificate', 'done');
		wizard.go('connection');
	});
}
