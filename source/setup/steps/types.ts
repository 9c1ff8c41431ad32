// Step 4: which of the Cashier's payment types stands for which system, and under which number in the register.
import {describeRegisterFault} from '../../core/index.ts';
import {pastedInto, typedInto} from '../model/edit.ts';
import type {TypesColumn, TypesState} from '../model/state.ts';
import {typesFaults} from '../model/types.ts';
import type {TypeRow} from '../ports.ts';
import {isSaved} from '../save.ts';
import {busy, change, mark, type Step, say, type Wizard} from '../wizard.ts';

const columns: readonly TypesColumn[] = ['code', 'name', 'slot'];

export const typesStep: Step = {
	enter: () => undefined,
	actions: (wizard) => [
		{id: 'next', keys: ['enter'], run: () => submit(wizard)},
		{id: 'field', keys: ['up'], run: () => move(wizard, -1, 0)},
		{id: 'field', keys: ['down'], shown: null, run: () => move(wizard, 1, 0)},
		{id: 'field', keys: ['left'], shown: null, run: () => move(wizard, 0, -1)},
		{id: 'field', keys: ['right', 'tab'], shown: 'Tab', run: () => move(wizard, 0, 1)},
		...(hasRegister(wizard)
			? ([{id: 'write', keys: ['f5'], run: () => void writeNames(wizard)}] as const)
			: []),
	],
	type: (wizard, key) => {
		const {cell} = cellOf(wizard);
		const text = cell === null ? null : typedInto(cell, key);
		if (text !== null) put(wizard, text);
	},
	paste: (wizard, text) => {
		const {cell} = cellOf(wizard);
		if (cell !== null) put(wizard, pastedInto(cell, text));
	},
};

const stateOf = ({ui}: Wizard): TypesState => ui.getSnapshot().types;

const hasRegister = ({ui}: Wizard): boolean => {
	const {place} = ui.getSnapshot().register;
	return place !== null && place.link !== 'none';
};

function cellOf(wizard: Wizard): {readonly cell: string | null} {
	const {rows, row, column} = stateOf(wizard);
	return {cell: rows[row]?.[column] ?? null};
}

function put(wizard: Wizard, text: string): void {
	const {rows, row, column} = stateOf(wizard);
	const changed = rows.map((one, index): TypeRow => (index === row ? {...one, [column]: text} : one));
	wizard.ui.set({remark: null});
	change(wizard, 'types', {rows: changed, isSuggested: false});
	mark(wizard, 'types', 'open');
}

function move(wizard: Wizard, down: number, right: number): void {
	const {rows, row, column} = stateOf(wizard);
	const at = columns.indexOf(column) + right;
	const turned = Math.floor(at / columns.length);
	change(wizard, 'types', {
		row: (row + down + turned + rows.length) % rows.length,
		column: columns[(at + columns.length) % columns.length] ?? 'code',
	});
}

/** Saves the table, or goes to the first cell that is wrong; afterwards goes on. */
function submit(wizard: Wizard): void {
	void busy(wizard, async () => {
		if (await save(wizard)) wizard.go('register');
	});
}

async function save(wizard: Wizard): Promise<boolean> {
	const {rows} = stateOf(wizard);
	const [first] = typesFaults(rows);
	change(wizard, 'types', {isTried: true});
	if (first) {
		if (first.row !== null) change(wizard, 'types', {row: first.row, column: first.column ?? 'code'});
		return false;
	}
	const end = await wizard.ports.saveTypes(rows);
	const saved = isSaved(wizard, end, () => submit(wizard));
	mark(wizard, 'types', saved ? 'done' : 'failed');
	if (saved) change(wizard, 'types', {isSuggested: false, isTried: false});
	return saved;
}

/** On request: the table first to disk, then its names into the register's table 5. */
function writeNames(wizard: Wizard): Promise<void> {
	return busy(wizard, async () => {
		if (!(await save(wizard))) return;
		const end = await wizard.ports.writeNames();
		if (end.ok) return say(wizard, 'good', wizard.words.types.written);
		const {text, advice} = describeRegisterFault(end.fault, wizard.language);
		say(wizard, 'bad', text, advice);
	});
}
