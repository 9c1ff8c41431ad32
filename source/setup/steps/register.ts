// Step 5: the register (found, tried on paper, its names compared) and the screen that the customer scans.
import type {QrPlace} from '../../core/index.ts';
import {pastedInto, typedInto} from '../model/edit.ts';
import type {RegisterState} from '../model/state.ts';
import type {RegisterPlace} from '../ports.ts';
import {isSaved} from '../save.ts';
import {busy, change, mark, type Step, type StepAction, say, type Wizard} from '../wizard.ts';
import {placeOfQr, weakerQr} from './screen-qr.ts';

export const registerStep: Step = {
	enter: (wizard) => {
		const {stage, wasSearched, place} = stateOf(wizard);
		if (stage === 'done') change(wizard, 'register', {stage: 'choose'});
		if (!wasSearched && place === null) void searchAll(wizard);
	},
	actions,
	type: (wizard, key) => {
		const {stage, address} = stateOf(wizard);
		const text = stage === 'choose' ? typedInto(address, key) : null;
		if (text !== null) change(wizard, 'register', {address: text});
	},
	paste: (wizard, text) => {
		const {stage, address} = stateOf(wizard);
		if (stage === 'choose') change(wizard, 'register', {address: pastedInto(address, text)});
	},
};

const stateOf = ({ui}: Wizard): RegisterState => ui.getSnapshot().register;

/** What can be chosen: what was found, the register of the till as it is set, and none. */
export function choices({found, place}: Pick<RegisterState, 'found' | 'place'>): readonly RegisterPlace[] {
	const isKnown =
		place === null || place.link === 'none' || found.some(({address}) => address === place.address);
	return [...found, ...(isKnown ? [] : [place]), {link: 'none'}];
}

function actions(wizard: Wizard): readonly StepAction[] {
	const {stage, fault} = stateOf(wizard);
	switch (stage) {
		case 'choose':
			return [
				{id: 'next', keys: ['enter'], run: () => choose(wizard)},
				{id: 'choose', keys: ['up'], run: () => move(wizard, -1)},
				{id: 'choose', keys: ['down', 'tab'], shown: null, run: () => move(wizard, 1)},
				{id: 'again', keys: ['f5'], run: () => void searchAll(wizard)},
			];
		case 'slip':
			return fault === null
				? []
				: [
						{id: 'again', keys: ['enter'], run: () => void printSlip(wizard)},
						{id: 'skip', keys: ['n'], run: () => slipSeen(wizard, false)},
						{id: 'earlier', keys: ['esc'], run: () => backToChoice(wizard)},
					];
		case 'slip-asked':
			return [
				{id: 'yes', keys: ['enter', 'y'], run: () => slipSeen(wizard, true)},
				{id: 'no', keys: ['n'], run: () => slipSeen(wizard, false)},
				{id: 'again', keys: ['r'], run: () => void printSlip(wizard)},
				{id: 'earlier', keys: ['esc'], run: () => backToChoice(wizard)},
			];
		case 'names':
			return [
				{id: 'yes', keys: ['enter', 'y'], run: () => void writeNames(wizard)},
				{id: 'no', keys: ['n'], run: () => showQr(wizard)},
			];
		case 'screen':
			return [
				{id: 'yes', keys: ['enter', 'y'], run: () => finish(wizard)},
				{id: 'no', keys: ['n'], run: () => weaker(wizard)},
				{id: 'earlier', keys: ['esc'], run: () => backToChoice(wizard)},
			];
		case 'done':
			return [{id: 'next', keys: ['enter'], run: () => wizard.go('trial')}];
	}
}

function move(wizard: Wizard, by: number): void {
	const {cursor} = stateOf(wizard);
	const count = choices(stateOf(wizard)).length;
	change(wizard, 'register', {cursor: (cursor + by + count) % count, address: ''});
}

const backToChoice = (wizard: Wizard): void => {
	wizard.ui.set({remark: null});
	change(wizard, 'register', {stage: 'choose', fault: null});
};

/** Goes on beside whatever else is done: an address can be typed meanwhile. */
async function searchAll(wizard: Wizard): Promise<void> {
	if (stateOf(wizard).isSearching) return;
	change(wizard, 'register', {isSearching: true, wasSearched: true});
	const found = await wizard.ports.findRegisters(null, (tried) =>
		change(wizard, 'register', {tried: wizard.words.register.searching(tried)}),
	);
	change(wizard, 'register', {isSearching: false, tried: ''});
	const {stage, cursor} = stateOf(wizard);
	if (stage === 'choose')
		change(wizard, 'register', {found, cursor: cursor === 0 ? 0 : cursor + found.length});
}

/** Enter: a typed address is tried, else what is under the cursor is taken. */
function choose(wizard: Wizard): void {
	const {address, cursor} = stateOf(wizard);
	const typed = address.trim();
	const place = choices(stateOf(wizard))[cursor];
	if (typed === '' && place) void take(wizard, place);
	else void busy(wizard, () => tryAddress(wizard, typed));
}

async function tryAddress(wizard: Wizard, address: string): Promise<void> {
	const {words, ports} = wizard;
	say(wizard, 'plain', words.register.searching(address));
	const found = await ports.findRegisters(address, (place) =>
		say(wizard, 'plain', words.register.searching(place)),
	);
	const [first] = found;
	if (!first) return say(wizard, 'bad', words.register.nobody);
	change(wizard, 'register', {found, cursor: 0, address: ''});
	setImmediate(() => void take(wizard, first));
}

function take(wizard: Wizard, place: RegisterPlace): Promise<void> {
	return busy(wizard, async () => {
		const end = await wizard.ports.saveRegister(place);
		if (!isSaved(wizard, end, () => void take(wizard, place))) return mark(wizard, 'register', 'failed');
		change(wizard, 'register', {place, isSlipRead: false});
		if (place.link === 'none') showQr(wizard);
		else setImmediate(() => void printSlip(wizard));
	});
}

function printSlip(wizard: Wizard): Promise<void> {
	return busy(wizard, async () => {
		change(wizard, 'register', {stage: 'slip', fault: null});
		const end = await wizard.ports.testPrint();
		if (!end.ok) {
			mark(wizard, 'register', 'failed');
			return change(wizard, 'register', {fault: end.fault});
		}
		change(wizard, 'register', {stage: 'slip-asked'});
	});
}

function slipSeen(wizard: Wizard, isRead: boolean): void {
	change(wizard, 'register', {isSlipRead: isRead});
	void busy(wizard, async () => {
		const end = await wizard.ports.readNames();
		if (!isRead) say(wizard, 'warn', wizard.words.register.notScanned);
		if (end.ok && end.names.some(({isSame}) => !isSame)) {
			return change(wizard, 'register', {stage: 'names', names: end.names});
		}
		showQr(wizard);
	});
}

function writeNames(wizard: Wizard): Promise<void> {
	return busy(wizard, async () => {
		const end = await wizard.ports.writeNames();
		if (end.ok) return showQr(wizard);
		change(wizard, 'register', {stage: 'slip', fault: end.fault});
	});
}

/** A screen that cannot show one is not asked about. */
function showQr(wizard: Wizard): void {
	change(wizard, 'register', {stage: 'screen', fault: null});
	if (placeOfQr(wizard).at === 'nowhere' && stateOf(wizard).qr === 'none') finish(wizard);
}

function weaker(wizard: Wizard): void {
	const qr = weakerQr(wizard);
	change(wizard, 'register', {qr});
	if (qr === 'none') finish(wizard);
}

/** Where the customer will find the QR: on what was scanned just now. */
function finish(wizard: Wizard): void {
	// Called from keys and from deeds that are just ending: it begins after them.
	setImmediate(
		() =>
			void busy(wizard, async () => {
				const {isSlipRead, qr} = stateOf(wizard);
				const qrOn: QrPlace[] = [
					...(qr === 'none' && isSlipRead ? [] : (['screen'] as const)),
					...(isSlipRead ? (['paper'] as const) : []),
				];
				const end = await wizard.ports.saveQr(qr, qrOn);
				const saved = isSaved(wizard, end, () => finish(wizard));
				mark(wizard, 'register', saved ? 'done' : 'failed');
				if (!saved) return;
				change(wizard, 'register', {stage: 'done'});
				wizard.go('trial');
			}),
	);
}
