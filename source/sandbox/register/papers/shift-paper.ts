// Paper of the shift: its opening, its closing (Z), and the report without closing (X).
import type {Device} from '../device.ts';
import {line, type PrintItem} from '../printer/job.ts';
import type {FiscalDocument} from '../state/document.ts';
import {foot, head, reportFoot} from './frame.ts';
import {pair, rubles, rule} from './layout.ts';

export const shiftOpeningPaper = (device: Device, document: FiscalDocument, operator: number) => [
	...head(device, `ОТЧЕТ ОБ ОТКРЫТИИ СМЕНЫ №${document.shift}`),
	...foot(device, document, operator),
];

export const shiftClosingPaper = (device: Device, document: FiscalDocument, operator: number) => [
	...head(device, `ОТЧЕТ О ЗАКРЫТИИ СМЕНЫ №${document.shift}`),
	...totals(device),
	...foot(device, document, operator),
];

export const shiftReportPaper = (device: Device) => [
	...head(device, `ОТЧЕТ БЕЗ ГАШЕНИЯ. СМЕНА ${device.state.shift}`),
	...totals(device),
	...reportFoot(device),
];

const kinds = ['ПРИХОД', 'РАСХОД', 'ВОЗВРАТ ПРИХОДА', 'ВОЗВРАТ РАСХОДА'];

/** Sums of the shift by kind of receipt and payment type, those that are not zero. */
function totals(device: Device): readonly PrintItem[] {
	const {columns} = device.model;
	const {state, tables} = device;
	const sums = state.slotTotals.flatMap((slots, kind) => {
		const used = slots.map((sum, index) => ({sum, slot: index + 1})).filter(({sum}) => sum > 0);
		if (used.length === 0) return [];
		return [
			pair(kinds[kind] ?? '', `=${rubles(used.reduce((all, {sum}) => all + sum, 0))}`, columns),
			...used.map(({sum, slot}) => pair(` ${tables.text(5, slot, 1)}`, `=${rubles(sum)}`, columns)),
		].flat();
	});
	return [
		rule(columns),
		...pair('ЧЕКОВ ЗА СМЕНУ', String(state.receiptsInShift), columns),
		...sums,
		...pair('ВНЕСЕНО', `=${rubles(state.cashInKopecks)}`, columns),
		...pair('ВЫПЛАЧЕНО', `=${rubles(state.cashOutKopecks)}`, columns),
		...pair('НАЛИЧНЫХ В КАССЕ', `=${rubles(Math.max(0, state.cashKopecks))}`, columns),
	].map((text) => line(text));
}
