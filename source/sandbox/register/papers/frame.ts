// What stands on every document: cliché and test mark above, numbers of register and storage below.
import type {Device} from '../device.ts';
import {line, type PrintItem} from '../printer/job.ts';
import type {FiscalDocument} from '../state/document.ts';
import {centred, dateTime, pair, rule} from './layout.ts';

export const testMark = 'ТЕСТОВЫЙ ДОКУМЕНТ — НЕ ФИСКАЛЬНЫЙ';

/** The cliché of table 4, then the mark that this is no fiscal document. */
export function head(device: Device, title: string): readonly PrintItem[] {
	const {columns} = device.model;
	const cliche = Array.from({length: 14}, (_, index) => device.tables.text(4, index + 1, 1)).filter(Boolean);
	return [...cliche, testMark, title].map((text) => line(centred(text, columns)));
}

/** Register, taxpayer and storage, then the document's number and its made-up sign. */
export function foot(device: Device, document: FiscalDocument, operator: number): readonly PrintItem[] {
	const {columns} = device.model;
	const {state, tables} = device;
	const pairs = [
		[`СМЕНА ${document.shift}`, dateTime(document.atMs)],
		[`КАССИР: ${tables.text(2, operator, 2)}`, ''],
		[`ЗН ККТ ${tables.text(18, 1, 1)}`, `ИНН ${state.inn}`],
		[`РН ККТ ${tables.text(18, 1, 3)}`, `ФН ${state.storageNumber}`],
		[`ФД ${document.fd}`, `ФП ${document.fiscalSign} (ТЕСТ)`],
	] as const;
	return [
		line(rule(columns)),
		...pairs.flatMap(([left, right]) => pair(left, right, columns)).map((text) => line(text.trimEnd())),
		line(centred(testMark, columns)),
	];
}

/** Only the through number: reports that are not of the storage. */
export const reportFoot = (device: Device): readonly PrintItem[] => [
	...pair(`ДОКУМЕНТ ${device.state.throughNumber}`, dateTime(device.nowMs()), device.model.columns).map(
		(text) => line(text),
	),
	line(centred(testMark, device.model.columns)),
];
