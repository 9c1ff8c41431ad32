// Step 1: what the payment system's letter says, pasted as one text or typed line by line.
import {type LetterField, letterFields} from '../letter/fields.ts';
import {recogniseLetter} from '../letter/recognise.ts';
import {pastedInto, typedInto} from '../model/edit.ts';
import {isSaved} from '../save.ts';
import {busy, change, mark, type Step, say, type Wizard} from '../wizard.ts';

/** Fields without which there is no till. */
const required: readonly LetterField[] = ['accessLine', 'agentId', 'posId', 'agentKey'];

export const letterStep: Step = {
	enter: () => undefined,
	actions: (wizard) => [
		{id: 'next', keys: ['enter'], run: () => submit(wizard)},
		{id: 'field', keys: ['up'], run: () => move(wizard, -1)},
		{id: 'field', keys: ['down', 'tab'], shown: null, run: () => move(wizard, 1)},
	],
	type: (wizard, key) => {
		const {values, cursor} = wizard.ui.getSnapshot().letter;
		const text = typedInto(values[cursor], key);
		if (text !== null) change(wizard, 'letter', {values: {...values, [cursor]: text}, problems: []});
	},
	paste,
};

/** The first field that has to be typed yet; null: all are there. */
export function missingField({ui}: Pick<Wizard, 'ui'>): LetterField | null {
	const {values, kept} = ui.getSnapshot().letter;
	return required.find((field) => values[field].trim() === '' && !kept.has(field)) ?? null;
}

function move(wizard: Wizard, by: number): void {
	const at = letterFields.indexOf(wizard.ui.getSnapshot().letter.cursor) + by;
	const cursor = letterFields[(at + letterFields.length) % letterFields.length];
	if (cursor) change(wizard, 'letter', {cursor});
}

/** Enter: to the first line that is still empty, else all of it to disk. */
function submit(wizard: Wizard): void {
	const missing = missingField(wizard);
	if (missing !== null) {
		const {cursor} = wizard.ui.getSnapshot().letter;
		change(wizard, 'letter', {cursor: missing});
		if (cursor === missing) say(wizard, 'bad', wizard.words.letter.empty);
		return;
	}
	void busy(wizard, async () => {
		const {values} = wizard.ui.getSnapshot().letter;
		const end = await wizard.ports.saveLetter(values);
		if (end.type === 'refused') {
			const cursor = end.problems.map(({key}) => fieldOfKey(key)).find((field) => field !== null);
			change(wizard, 'letter', {problems: end.problems, ...(cursor ? {cursor} : {})});
		}
		if (!isSaved(wizard, end, () => submit(wizard))) return mark(wizard, 'letter', 'failed');
		const {letter, secrets} = wizard.ports.read();
		// The password goes on to the next step as it is set; secrets need not stay in this picture.
		change(wizard, 'letter', {values: letter, kept: secrets, problems: []});
		change(wizard, 'certificate', {files: null});
		change(wizard, 'connection', {rows: null});
		mark(wizard, 'letter', 'done');
		wizard.go('certificate');
	});
}

function paste(wizard: Wizard, pasted: string): void {
	const {ui, words} = wizard;
	const {values, cursor} = ui.getSnapshot().letter;
	const {fields, doubtful} = recogniseLetter(pasted);
	const count = Object.keys(fields).length;
	if (count < 2) {
		// No letter, but one value into the line under the cursor.
		if (/[\r\n]\s*\S/.test(pasted.trim())) say(wizard, 'warn', words.letter.nothing);
		else change(wizard, 'letter', {values: {...values, [cursor]: pastedInto('', pasted)}, problems: []});
		return;
	}
	change(wizard, 'letter', {values: {...values, ...fields}, problems: []});
	change(wizard, 'letter', {cursor: missingField(wizard) ?? 'accessLine'});
	const doubts = doubtful.map((field) => words.letter.fields[field]);
	say(
		wizard,
		doubts.length > 0 ? 'warn' : 'good',
		words.letter.recognised(count),
		...(doubts.length > 0 ? [words.letter.doubtful(doubts)] : []),
	);
}

const keys: Readonly<Record<string, LetterField>> = {
	ServerUrl: 'accessLine',
	ServicePath: 'accessLine',
	AgentId: 'agentId',
	PosId: 'posId',
	AgentKey: 'agentKey',
	CrsId: 'crsId',
	Wmid: 'wmid',
	CertificatePassword: 'certificatePassword',
};

/** The line of a setting's name. */
export const fieldOfKey = (key: string | null): LetterField | null => keys[key ?? ''] ?? null;
