// Every frame of the golden file that our commands speak of, in both directions.
import {expect, test} from 'vitest';
import {beep} from '../../source/register/commands/beep.ts';
import {closeReceipt} from '../../source/register/commands/close.ts';
import {type Command, parseAnswer} from '../../source/register/commands/command.ts';
import {deviceType} from '../../source/register/commands/device-type.ts';
import {findDocument} from '../../source/register/commands/find-document.ts';
import {fontParameters} from '../../source/register/commands/font-parameters.ts';
import {fullStatus} from '../../source/register/commands/full-status.ts';
import {
	loadGraphics512,
	loadLines,
	loadOldLine,
	printGraphics512,
	printLines,
	printOldLines,
} from '../../source/register/commands/graphics.ts';
import {modelParameters} from '../../source/register/commands/model-parameters.ts';
import {closeFourSlots, closeSixteenSlots} from '../../source/register/commands/old-close.ts';
import {oldOperation} from '../../source/register/commands/old-operation.ts';
import {operation} from '../../source/register/commands/operation.ts';
import {operationRegister} from '../../source/register/commands/operation-register.ts';
import {continuePrint, cut, feed} from '../../source/register/commands/paper.ts';
import {printLine, printWideLine} from '../../source/register/commands/print-line.ts';
import {loadQrBlock, printQr} from '../../source/register/commands/qr.ts';
import {cancelReceipt, openReceipt, subtotal} from '../../source/register/commands/receipt.ts';
import {openShift, xReport, zReport} from '../../source/register/commands/shift.ts';
import {shortStatus} from '../../source/register/commands/short-status.ts';
import {documentsWithoutTicket, storageExpiry} from '../../source/register/commands/storage-facts.ts';
import {storageShift} from '../../source/register/commands/storage-shift.ts';
import {storageStatus} from '../../source/register/commands/storage-status.ts';
import {fieldInfo, tableInfo} from '../../source/register/commands/table-structure.ts';
import {readTableValue, writeTableValue} from '../../source/register/commands/table-value.ts';
import {sendTag} from '../../source/register/commands/tag.ts';
import {encodeFrame, lrcOf} from '../../source/register/link/control.ts';
import {fitBytes, fromHex, toHex} from '../../source/register/wire/bytes.ts';
import {decodeText, encodeText} from '../../source/register/wire/cp1251.ts';
import {tags, textTag} from '../../source/register/wire/tlv.ts';
import golden from '../golden/register-frames.json' with {type: 'json'};

type Expected = Record<string, unknown>;
type Case = {readonly command: Command<unknown>; readonly answer: unknown};

const password = 30;
const text57 = (text: string): Uint8Array => fitBytes(encodeText(text), 57);
const name2 = {table: 5, row: 2, field: 1};
const line40 = (hex: string): Uint8Array => fromHex(hex);
const sale = {kind: 'sale', taxKopecks: null} as const;
const qr = {lengthBytes: 104, dot: 5, level: 'M'} as const;
const status = (facts: Expected): Case => ({
	command: shortStatus(password),
	answer: expect.objectContaining(facts),
});
const done = (command: Command<unknown>): Case => ({command, answer: null});
const refused = (command: Command<unknown>, error: number): Case => ({command, answer: {error}});
const close = (payments: Record<number, number>, taxSystemBit: number, rest: Expected = {}) =>
	closeReceipt(password, {payments, taxSystemBit, ...rest});
const closed = (
	changeKopecks: number,
	fiscalDocument: number,
	fiscalSign: string,
	at: string | null = null,
) => ({
	changeKopecks,
	fiscalDocument,
	fiscalSign,
	at,
});

/** The command of ours that must give the request, and what must be read from the answer. Data of 62…66 are in the file. */
const cases = (payload: (id: string) => Uint8Array): Record<string, Case> => ({
	'rf-01': status({
		operator: 30,
		flags: 658,
		mode: 4,
		submode: 0,
		operations: 0,
		hasReceiptPaper: true,
		batteryVolts: (0x9d * 5) / 255,
		supplyVolts: (0x2e * 24) / 216,
	}),
	'rf-02': status({mode: 2, modeStatus: 0, submode: 0}),
	'rf-03': status({mode: 8, modeStatus: 0, submode: 0, operations: 300}),
	'rf-04': status({mode: 8, modeStatus: 2, operations: 1}),
	'rf-05': status({mode: 2, submode: 5}),
	'rf-06': status({mode: 2, submode: 2, flags: 528, hasReceiptPaper: false}),
	'rf-07': status({mode: 2, submode: 3}),
	'rf-08': status({mode: 3, submode: 0}),
	'rf-09': {
		command: fullStatus(password),
		answer: {
			operator: 30,
			softwareVersion: 'C1',
			build: 62_922,
			softwareDate: '2025-01-10',
			room: 1,
			throughDocument: 25,
			flags: 658,
			mode: 4,
			submode: 0,
			port: 2,
			date: '2026-08-20',
			time: '20:23:38',
			serial: 12_345,
			lastClosedShift: 6,
			inn: 771_234_567_859,
		},
	},
	'rf-10': done(beep(password)),
	'rf-11': {
		command: deviceType(),
		answer: {type: 0, subtype: 0, protocol: '1.14', model: 250, language: 0, name: 'ШТРИХ-М-02Ф'},
	},
	'rf-12': {command: readTableValue(password, name2), answer: text57('ОПЛАТА 1')},
	'rf-13': done(writeTableValue(password, name2, text57('СБП'))),
	'rf-14': refused(writeTableValue(password, {...name2, row: 1}, payload('rf-14').subarray(9)), 0x7a),
	'rf-15': {
		command: tableInfo(password, 5),
		answer: {name: 'НАИМЕНОВАНИЯ ТИПОВ ОПЛАТЫ', rows: 16, fields: 1},
	},
	'rf-16': {
		command: fieldInfo(password, 5, 1),
		answer: expect.objectContaining({type: 'text', sizeBytes: 57}),
	},
	'rf-17': {
		command: fieldInfo(password, 17, 7),
		answer: expect.objectContaining({type: 'number', sizeBytes: 1, min: 0, max: 2}),
	},
	'rf-18': {
		command: readTableValue(password, {table: 1, row: 1, field: 20}),
		answer: Uint8Array.of(1),
	},
	'rf-19': refused(readTableValue(password, {table: 99, row: 1, field: 1}), 0x5d),
	'rf-20': done(printLine(password, 'ОПЛАТА ПО QR-КОДУ')),
	'rf-21': done(printWideLine(password, 'СЧЁТ № 17')),
	'rf-23': done(cut(password)),
	'rf-24': done(feed(password, 3)),
	'rf-25': done(xReport(password)),
	'rf-26': done(zReport(password)),
	'rf-27': done(openShift(password)),
	'rf-28': done(openReceipt(password, 'sale')),
	'rf-29': done(
		oldOperation(password, {
			kind: 'sale',
			quantityThousandths: 1000,
			priceKopecks: 10_000,
			taxGroup: 0,
			name: encodeText('Товар'),
		}),
	),
	'rf-30': done(
		operation(password, {
			...sale,
			quantityMillionths: 1_000_000,
			priceKopecks: 10_000,
			sumKopecks: null,
			vat: 'none',
			name: encodeText('Оплата заказа 17'),
		}),
	),
	'rf-31': done(
		operation(password, {
			...sale,
			quantityMillionths: 2_500_000,
			priceKopecks: 4000,
			sumKopecks: 10_000,
			taxKopecks: 1667,
			vat: '20',
			name: encodeText('Яблоки'),
			padNameTo: 128,
		}),
	),
	'rf-32': {command: subtotal(password), answer: 10_000},
	'rf-33': done(sendTag(password, textTag(tags.customerContact, '+79991234567'))),
	'rf-34': done(sendTag(password, textTag(tags.cashier, 'Иванова А. Ё.'))),
	'rf-35': {command: close({1: 50_000}, 1), answer: closed(40_000, 221_363, '1893418459')},
	'rf-36': {command: close({2: 10_000}, 2), answer: closed(0, 26, '3000000026')},
	'rf-37': {
		command: close({13: 10_000}, 1, {text: 'СПАСИБО ЗА ПОКУПКУ', padTextTo: 64}),
		answer: closed(0, 27, '3000000027'),
	},
	'rf-38': {command: close({1: 4000, 4: 6000}, 1), answer: closed(0, 28, '3000000028')},
	'rf-39': {command: close({2: 10_000}, 1), answer: closed(0, 29, '3000000029', '2026-11-24 11:50')},
	'rf-40': refused(close({2: 9999}, 1), 0x45),
	'rf-41': refused(close({2: 10_001}, 1), 0x4d),
	'rf-42': {command: closeFourSlots(password, {4: 10_000}), answer: 0},
	'rf-43': {command: closeSixteenSlots(password, {7: 10_000}), answer: 0},
	'rf-44': done(cancelReceipt(password)),
	'rf-45': refused(cancelReceipt(password), 0x73),
	'rf-46': done(continuePrint(password)),
	'rf-47': {
		command: storageStatus(password),
		answer: {
			phase: 3,
			currentDocument: 0,
			hasDocumentData: false,
			isShiftOpen: false,
			warnings: [],
			at: '2026-08-18 18:19',
			number: '9999078900001234',
			lastDocument: 24,
		},
	},
	'rf-48': {
		command: storageStatus(password),
		answer: expect.objectContaining({
			currentDocument: 4,
			hasDocumentData: true,
			isShiftOpen: true,
			lastDocument: 25,
		}),
	},
	'rf-49': {command: storageShift(password), answer: {isOpen: true, shift: 308, receipt: 5}},
	'rf-50': {command: storageShift(password), answer: {isOpen: false, shift: 6, receipt: 0}},
	'rf-51': {
		command: findDocument(password, 45_817),
		answer: {
			type: 3,
			hasTicket: false,
			at: '2018-06-21 06:37',
			fiscalDocument: 45_817,
			fiscalSign: '4115683449',
			operation: 1,
			totalKopecks: 150_000,
		},
	},
	'rf-52': refused(findDocument(password, 45_818), 0x08),
	'rf-53': {command: documentsWithoutTicket(password), answer: 0},
	'rf-54': {command: storageExpiry(password), answer: '2028-04-14'},
	'rf-55': {
		command: fontParameters(password),
		answer: {paperDots: 576, charWidthDots: 12, charHeightDots: 24, fonts: 7},
	},
	'rf-56': {command: operationRegister(password, 148), answer: 5},
	'rf-58': done(
		loadQrBlock(
			password,
			0,
			new TextEncoder().encode('https://qr.nspk.ru/AD10006M8KH234K782OQM0L13JI31LQD?type=02&bank'),
		),
	),
	'rf-59': done(
		loadQrBlock(password, 1, new TextEncoder().encode('=100000000007&sum=10000&cur=RUB&crc=C63A')),
	),
	'rf-60': done(printQr(password, qr)),
	'rf-62': done(loadLines(password, 1, line40(toHex(payload('rf-62').subarray(7))))),
	'rf-63': done(printLines(password, 1, 240, true)),
	'rf-64': done(loadOldLine(password, 1, line40(toHex(payload('rf-64').subarray(6))))),
	'rf-65': done(printOldLines(password, 1, 200)),
	'rf-66': done(
		loadGraphics512(
			password,
			1,
			[0, 1, 2].map((row) => payload('rf-66').subarray(11 + row * 64, 11 + (row + 1) * 64)),
		),
	),
	'rf-67': done(printGraphics512(password, 1, 49, 5)),
	'rf-68': refused(printLine(password, 'ЕЩЁ'), 0x50),
	'rf-69': refused(openReceipt(password, 'sale'), 0x58),
	'rf-70': refused(shortStatus(12_345_678), 0x4f),
	'rf-71': {
		command: modelParameters(),
		answer: expect.objectContaining({
			font1Chars: 48,
			font2Chars: 24,
			firstGraphicsLine: 1,
			maxCommandBytes: 255,
			lineBytes: 64,
			graphics512Bytes: 64,
			graphics512Lines: 600,
		}),
	},
});

const frames = golden.frames.flatMap((frame) => ('request' in frame && frame.request ? [frame] : []));
const payloadOf = (id: string): Uint8Array =>
	fromHex(frames.find((frame) => frame.id === id)?.request?.payload ?? '');
const ours = cases(payloadOf);

/** 2Fh, 14h and type 83h of DEh are in the file and not among our commands. */
const notOurs = ['rf-22', 'rf-57', 'rf-61'];

test('given the golden file, then each of its exchanges of commands is either ours or known to be not', () => {
	expect(frames.map(({id}) => id).filter((id) => !(id in ours))).toEqual(notOurs);
});

for (const {id, name, request, answer} of frames) {
	const one = ours[id];
	if (one === undefined || !request || !answer) continue;
	test(`given ${name} (${id}), then our request is that frame byte for byte`, () => {
		expect(toHex(encodeFrame(one.command.payload))).toBe(request.hex);
	});
	test(`given the answer to ${name} (${id}), then it is read as the file says`, () => {
		const frame = fromHex(answer.hex);
		const payload = frame.subarray(2, -1);
		expect(lrcOf(payload)).toBe(frame.at(-1));
		const parsed = parseAnswer(one.command, payload);
		if (parsed.type === 'ok') expect(parsed.answer).toEqual(one.answer);
		else expect({error: parsed.type === 'refused' ? parsed.error : null}).toEqual(one.answer);
	});
}

test('given the model parameters of the golden file, then the flags that we act on are told apart', () => {
	const frame = frames.find(({id}) => id === 'rf-71');
	const parsed = parseAnswer(modelParameters(), fromHex(frame?.answer?.payload ?? ''));
	if (parsed.type !== 'ok') throw new Error('unreadable');
	const bits = BigInt(4_569_845_211_146);
	const expected = Object.entries({
		receiptOpticalSensor: 3,
		coverSensor: 4,
		cutter: 13,
		linkV2: 28,
		graphics512: 42,
		storage: 43,
	})
		.filter(([, bit]) => (bits >> BigInt(bit)) & 1n)
		.map(([name]) => name);
	expect([...parsed.answer.flags].filter((name) => expected.includes(name)).sort()).toEqual(expected.sort());
	expect(parsed.answer.flags.has('linkV2')).toBe(((bits >> 28n) & 1n) === 1n);
});

test('given text in Russian, when it goes to CP1251 and back, then nothing is lost, and what the page lacks is a «?»', () => {
	expect(decodeText(encodeText('Ёж №5 «чай» — 10 ₽'))).toBe('Ёж №5 «чай» — 10 ?');
	expect([...encodeText('а\u0007б\n')]).toEqual([0xe0, 0xe1]);
});
