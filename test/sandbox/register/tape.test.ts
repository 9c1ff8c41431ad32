// What comes out on paper: lines a person reads, codes a scanner reads.
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import decodeQR from 'qr/decode.js';
import {describe, expect, onTestFinished, test} from 'vitest';
import {drawQr} from '../../../source/sandbox/register/printer/qr.ts';
import {readPng} from './png.ts';
import {close, closeShift, cut, feed, line, openReceipt, openShift, operation, qr} from './requests.ts';
import {started, withReceipt, withShift} from './started.ts';

const payload = (length: number): string =>
	`https://qr.nspk.ru/${'AD10006M8KH234K782OQM0L13JI31LQD'.repeat(9)}`.slice(0, length);

function folder(): string {
	const path = mkdtempSync(join(tmpdir(), 'roll-'));
	onTestFinished(() => rmSync(path, {recursive: true}));
	return path;
}

/** A code read off lines of half blocks, dark on light, four dots a module. */
function readTape(lines: readonly string[]): string {
	const dots = lines.flatMap((text) =>
		['▀█', '▄█'].map((inked) => [...text].map((letter) => inked.includes(letter))),
	);
	const scale = 4;
	const width = Math.max(...dots.map((row) => row.length)) * scale;
	const data = new Uint8Array(width * dots.length * scale * 4).fill(255);
	for (let y = 0; y < dots.length * scale; y++) {
		for (let x = 0; x < width; x++) {
			if (dots[Math.floor(y / scale)]?.[Math.floor(x / scale)]) {
				data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
			}
		}
	}
	return decodeQR({width, height: dots.length * scale, data});
}

describe('the receipt', () => {
	test('given a receipt paid in a named slot, then its paper has all that a receipt has', async () => {
		const {register, wire} = await withReceipt();
		await wire.ask('ff0c1e000000f0030c002b3739393931323334353637');
		await wire.ask(close({1: 4000, 2: 7000}, {system: 2}));
		const tape = register.tape().slice(-30).join('\n');
		for (const part of [
			/^ +МАГАЗИН «ПРОБА»$/m,
			/ТЕСТОВЫЙ ДОКУМЕНТ — НЕ ФИСКАЛЬНЫЙ/,
			/КАССОВЫЙ ЧЕК №1 · ПРИХОД/,
			/^ {2}100\.00 x 1 +=100\.00$/m,
			/БЕЗ НДС · ПОЛНЫЙ РАСЧЕТ · ТОВАР/,
			/^ИТОГ +=100\.00$/m,
			/^ НАЛИЧНЫМИ +=40\.00$/m,
			/^ ОПЛАТА 1 +=70\.00$/m,
			/^СДАЧА +=10\.00$/m,
			/^СНО +УСН ДОХОД$/m,
			/^ЭЛ\. АДР\. ПОКУПАТЕЛЯ +\+79991234567$/m,
			/ФН 9999078900001234$/m,
			/^ФД 3 +ФП 3000000003 \(ТЕСТ\)$/m,
		]) {
			expect(tape).toMatch(part);
		}
		expect(Math.max(...register.tape().map((text) => text.length))).toBeLessThanOrEqual(48);
	});

	test('given lines in an open receipt, then they stand before it; delayed ones inside it', async () => {
		const {register, wire} = await withReceipt();
		await wire.ask(line('NOW'));
		await wire.ask(line('LATER', 0x82));
		await wire.ask(close({2: 10_000}));
		const tape = register.tape();
		expect(tape.indexOf('NOW')).toBeLessThan(tape.findIndex((text) => text.includes('КАССОВЫЙ ЧЕК')));
		expect(tape.indexOf('LATER')).toBeGreaterThan(tape.findIndex((text) => text.includes('КАССОВЫЙ ЧЕК')));
	});

	test('given table 17 field 7, then 1 skips one document and 2 all, but closes them', async () => {
		const {register, wire} = await withShift();
		const sell = async () => {
			const before = register.tape().length;
			for (const request of [openReceipt(), operation(), close({2: 10_000})]) await wire.ask(request);
			return register.tape().length - before;
		};
		await wire.ask('1e1e0000001101000701');
		expect(await sell()).toBe(0);
		expect(await sell()).toBeGreaterThan(10);
		await wire.ask('1e1e0000001101000702');
		expect([await sell(), await sell()]).toEqual([0, 0]);
		expect(register.closedReceipts()).toBe(4);
	});

	test('given a shift with sales and refunds, then Z has their sums by payment type', async () => {
		const {register, wire} = await withShift();
		await wire.ask('1e1e00000005020001d1c1cf00');
		for (const request of [openReceipt(), operation(), close({2: 10_000})]) await wire.ask(request);
		for (const request of [openReceipt(2), operation({kind: 2, price: 3000}), close({2: 3000})])
			await wire.ask(request);
		await wire.ask(closeShift);
		expect(register.tape().join('\n')).toMatch(
			/ОТЧЕТ О ЗАКРЫТИИ СМЕНЫ №1[\s\S]*ЧЕКОВ ЗА СМЕНУ +2\n[\s\S]*ПРИХОД +=100\.00\n СБП +=100\.00\nВОЗВРАТ ПРИХОДА +=30\.00\n СБП +=30\.00/,
		);
	});

	test('given table 1 field 41, then the receipt ends with the code of its requisites', async () => {
		const {register, wire} = await withReceipt();
		await wire.ask('881e000000');
		await wire.ask('1e1e0000000101002901');
		for (const request of [openReceipt(), operation()]) await wire.ask(request);
		const before = register.tape().length;
		await wire.ask(close({2: 10_000}));
		const code = register
			.tape()
			.slice(before)
			.filter((text) => /[▀▄█]/.test(text));
		expect(readTape(code)).toMatch(/^t=\d{8}T\d{4}&s=100\.00&fn=9999078900001234&i=3&fp=3000000003&n=1$/);
	});
});

describe('codes', () => {
	test.each([100, 200, 300])(
		'given %i bytes by DDh and DEh, then tape and roll both give them back',
		async (length) => {
			const rollFolder = folder();
			const {register, wire} = await started({rollFolder});
			for (const request of [
				line('НАД КОДОМ'),
				...qr(payload(length), {dot: 4}),
				line('ПОД КОДОМ'),
				feed(3),
				cut,
			]) {
				expect(await wire.ask(request)).toMatch(/^..00/);
			}
			const [file = ''] = readdirSync(rollFolder);
			expect(decodeQR(readPng(readFileSync(join(rollFolder, file))))).toBe(payload(length));
			expect(readTape(register.tape().filter((text) => /[▀▄█]/.test(text)))).toBe(payload(length));
		},
	);

	test('given a dark screen, then its letters are light and the code still dark on light', async () => {
		const {register, wire} = await started({tapeInk: 'light'});
		for (const request of qr(payload(100))) await wire.ask(request);
		const inverted = register
			.tape()
			.map((text) =>
				text.replace(/[▀▄█ ]/g, (letter) => ({'▀': '▄', '▄': '▀', '█': ' ', ' ': '█'})[letter] ?? letter),
			);
		expect(readTape(inverted)).toBe(payload(100));
	});

	test.each([
		['m-02f', 'low'],
		['retail', 'high'],
	] as const)(
		'given raster lines by C4h and C3h on %s, the %s bit to the left, then the roll is read',
		async (model, left) => {
			const rollFolder = folder();
			const {wire} = await started({rollFolder, model});
			const rows = scaledRows(payload(100), 4, left);
			for (const [index, row] of rows.entries()) {
				expect(await wire.ask(`c41e000000${le16(index + 1)}${row.padEnd(80, '0')}`)).toBe('c4001e');
			}
			expect(await wire.ask(`c31e0000000100${le16(rows.length)}02`)).toBe('c3001e');
			await wire.ask(feed(3));
			await wire.ask(cut);
			const [file = ''] = readdirSync(rollFolder);
			expect(decodeQR(readPng(readFileSync(join(rollFolder, file))))).toBe(payload(100));
		},
	);

	test('given unscaled rows by 4Eh and 4Dh, then tape and roll both give the code back', async () => {
		const rollFolder = folder();
		const {register, wire} = await started({rollFolder});
		const rows = scaledRows(payload(300), 1, 'low');
		const bytes = (rows[0]?.length ?? 0) / 2;
		const perFrame = Math.floor(240 / bytes);
		for (let first = 0; first < rows.length; first += perFrame) {
			const part = rows.slice(first, first + perFrame);
			const request = `4e1e000000${hex(bytes)}${le16(first + 1)}${le16(part.length)}01${part.join('')}`;
			expect(await wire.ask(request)).toBe('4e001e');
		}
		expect(await wire.ask(`4d1e0000000100${le16(rows.length)}060602`)).toBe('4d001e');
		await wire.ask(feed(3));
		const [file = ''] = register.flushRoll();
		expect(decodeQR(readPng(readFileSync(file)))).toBe(payload(300));
		expect(readTape(register.tape().filter((text) => /[▀▄█]/.test(text)))).toBe(payload(300));
	});

	test('given all white lines, then the tape shows nothing', async () => {
		const {register, wire} = await started();
		await wire.ask('c11e00000001c8');
		expect(register.tape()).toEqual([]);
	});
});

const hex = (value: number): string => value.toString(16).padStart(2, '0');
const le16 = (value: number): string => hex(value & 0xff) + hex(value >> 8);

/** Rows of a code with a quiet zone of four modules, scaled, packed with this bit to the left. */
function scaledRows(text: string, scale: number, left: 'low' | 'high'): readonly string[] {
	const drawn = drawQr(Buffer.from(text), {level: 0, version: 0, mask: 0});
	if (!drawn) throw new Error('No code');
	const size = drawn.bitmap.widthDots;
	const dark = (row: number, column: number): boolean => {
		const bytes = Buffer.from(drawn.bitmap.rows[row] ?? '', 'hex');
		return column >= 0 && column < size && ((bytes[column >> 3] ?? 0) & (0x80 >> (column & 7))) !== 0;
	};
	return Array.from({length: (size + 8) * scale}, (_, y) => {
		const bytes = Buffer.alloc(Math.ceil(((size + 8) * scale) / 8));
		for (let x = 0; x < (size + 8) * scale; x++) {
			if (!dark(Math.floor(y / scale) - 4, Math.floor(x / scale) - 4)) continue;
			bytes[x >> 3] = (bytes[x >> 3] ?? 0) | (left === 'low' ? 1 << (x & 7) : 0x80 >> (x & 7));
		}
		return bytes.toString('hex');
	});
}

test('given a tape, then every line goes to onPrint as it is printed', async () => {
	const seen: string[] = [];
	const {register, wire} = await started({onPrint: (text) => seen.push(text)});
	await wire.ask(openShift);
	expect(seen).toEqual(register.tape());
	expect(seen.length).toBeGreaterThan(5);
});
