// The four payment types: a first suggestion, and what is wrong with a row while it is being typed.
import {type PaymentSystem, paymentSystems, type TypesFault} from '../../core/index.ts';
import type {TypeRow} from '../ports.ts';

const names: Readonly<Record<PaymentSystem, string>> = {
	sbp: 'СБП',
	webmoney: 'WebMoney',
	wechat: 'WeChat Pay',
	alipay: 'Alipay',
};

/** As in the samples that come with the program; the true codes are the Cashier's, and the screen says so. */
const firstCode = 7;
const firstSlot = 2;

/** All four systems with names and slots; codes for those that the gateway offers (null: it was not asked). */
export const suggestedTypes = (offered: ReadonlySet<string> | null): readonly TypeRow[] =>
	paymentSystems.map((system, index) => ({
		system,
		code: offered === null || offered.has(system) ? String(firstCode + index) : '',
		name: names[system],
		slot: String(firstSlot + index),
	}));

export type CellFault = {
	/** null: it is about the table as a whole. */
	readonly row: number | null;
	readonly column: 'code' | 'name' | 'slot' | null;
	readonly fault: TypesFault;
};

/** Everything that is wrong in the table, from top to bottom. A system without a code is not offered, so nothing of it is wrong. */
export function typesFaults(rows: readonly TypeRow[]): readonly CellFault[] {
	const linked = rows.map((row) => row.code.trim() !== '');
	const isFirst = (index: number, key: 'code' | 'slot'): boolean =>
		rows.findIndex((row, other) => linked[other] && Number(row[key]) === Number(rows[index]?.[key])) ===
		index;
	const faults = rows.flatMap((row, index): readonly CellFault[] => {
		if (!linked[index]) return [];
		const found: CellFault[] = [];
		if (!/^\d{1,9}$/.test(row.code)) found.push({row: index, column: 'code', fault: 'code-form'});
		else if (!isFirst(index, 'code')) found.push({row: index, column: 'code', fault: 'code-twice'});
		if (!/[\p{L}\p{N}]/u.test(row.name) || [...row.name].length > 40) {
			found.push({row: index, column: 'name', fault: 'name-empty'});
		}
		if (!/^(?:[2-9]|1[0-3])$/.test(row.slot)) found.push({row: index, column: 'slot', fault: 'slot-form'});
		else if (!isFirst(index, 'slot')) found.push({row: index, column: 'slot', fault: 'slot-twice'});
		return found;
	});
	return linked.includes(true) ? faults : [{row: null, column: null, fault: 'none-linked'}];
}
