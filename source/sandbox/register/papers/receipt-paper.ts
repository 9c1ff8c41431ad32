// Paper of a receipt: lines, total, payment by the names of table 5, numbers, and the code of requisites where table 1 asks for it.
import type {Payment} from '../deeds/close.ts';
import type {Device} from '../device.ts';
import {line, type PrintItem} from '../printer/job.ts';
import {drawQr} from '../printer/qr.ts';
import type {FiscalReceiptDocument} from '../state/document.ts';
import {type OpenReceipt, operationCode} from '../state/receipt.ts';
import {foot, head} from './frame.ts';
import {pair, rubles, rule, wrap} from './layout.ts';
import {operationLines} from './operation-lines.ts';
import {taxSystemName} from './words.ts';

type Details = {readonly operator: number; readonly payment: Payment; readonly receipt: OpenReceipt};

const kinds = ['ПРИХОД', 'РАСХОД', 'ВОЗВРАТ ПРИХОДА', 'ВОЗВРАТ РАСХОДА'];

export function receiptPaper(
	device: Device,
	document: FiscalReceiptDocument,
	{operator, payment, receipt}: Details,
): readonly PrintItem[] {
	const {columns} = device.model;
	const customer = document.tags.find(({tag}) => tag === 1008)?.text;
	const system = taxSystemName(payment.taxSystem);
	const lines = [
		...receipt.delayedLines,
		...document.operations.flatMap((operation) => operationLines(device, operation)),
		rule(columns),
		...pair('ИТОГ', `=${rubles(document.totalKopecks)}`, columns),
		...payments(device, document, payment),
		...(system ? pair('СНО', system, columns) : []),
		...(customer ? pair('ЭЛ. АДР. ПОКУПАТЕЛЯ', customer, columns) : []),
		...(payment.text ? wrap(payment.text, columns) : []),
	];
	return [
		...head(device, `КАССОВЫЙ ЧЕК №${document.receiptNumber} · ${kinds[document.kind]}`),
		...lines.map((text) => line(text)),
		...foot(device, document, operator),
		...requisites(device, document),
	];
}

function payments(device: Device, document: FiscalReceiptDocument, payment: Payment): readonly string[] {
	const {columns} = device.model;
	const slots = payment.slotsKopecks.flatMap((sum, index) =>
		sum > 0 ? pair(` ${device.tables.text(5, index + 1, 1)}`, `=${rubles(sum)}`, columns) : [],
	);
	const {changeKopecks} = document;
	return changeKopecks > 0 ? [...slots, ...pair('СДАЧА', `=${rubles(changeKopecks)}`, columns)] : slots;
}

/** The code by which a buyer checks a receipt; a real checking service would not find this one. */
function requisites(device: Device, document: FiscalReceiptDocument): readonly PrintItem[] {
	if (device.tables.number(1, 1, 41) !== 1) return [];
	const at = new Date(document.atMs).toISOString().replace(/[-:]/g, '').slice(0, 13);
	const text = `t=${at}&s=${rubles(document.totalKopecks)}&fn=${device.state.storageNumber}&i=${document.fd}&fp=${document.fiscalSign}&n=${operationCode(document.kind)}`;
	const drawn = drawQr(new TextEncoder().encode(text), {level: 1, version: 0, mask: 0});
	return drawn ? [{kind: 'bitmap', bitmap: drawn.bitmap, scaleX: 4, scaleY: 4, align: 'centre'}] : [];
}
