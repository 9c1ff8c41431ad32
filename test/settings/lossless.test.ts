// The module's files: reading and saving loses nothing, and a change touches its own line alone.
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {moduleNames} from '../../source/core/index.ts';
import {encodeText} from '../../source/settings/module-files/encoding.ts';
import {entryValue, splitLines} from '../../source/settings/module-files/lines.ts';
import {
	changedBytes,
	entriesOf,
	type ModuleFile,
	moduleFileBytes,
	parseModuleFile,
} from '../../source/settings/module-files/module-file.ts';
import {moduleNameTable} from '../../source/settings/module-files/module-settings.ts';

const parsed = (bytes: Uint8Array): ModuleFile => {
	const end = parseModuleFile(bytes);
	return end.ok ? end.file : expect.fail(end.fault);
};
const hex = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('hex');
const cp1251 = (text: string): Uint8Array =>
	encodeText({encoding: 'windows-1251', hasMark: false, text}) ?? expect.fail('not in Windows-1251');
const change = (bytes: Uint8Array, name: (typeof moduleNames)[number], value: string) =>
	changedBytes(parsed(bytes), moduleNameTable, new Map([[name, value]]));
const changedText = (text: string, name: (typeof moduleNames)[number], value: string): string => {
	const end = change(Buffer.from(text), name, value);
	return end.ok ? Buffer.from(end.bytes ?? []).toString('utf8') : `cannot hold ${end.name}`;
};

const blanks = fc.stringMatching(/^[ \t]{0,3}$/);
const russianText = fc.stringMatching(/^[A-Za-z0-9а-яёА-ЯЁ«»№;#=. -]{0,20}$/);
const line = fc.oneof(
	fc.tuple(blanks, russianText).map(([blank, text]) => `${blank};${text}`),
	fc.tuple(blanks, russianText).map(([blank, text]) => `${blank}# ${text}`),
	blanks,
	russianText,
	fc
		.tuple(fc.stringMatching(/^X[a-z]{1,6}$/), blanks, russianText)
		.map(([name, blank, value]) => `${name}=${blank}${value}`),
);
const ends = fc.constantFrom('\n', '\r\n');
const text = fc
	.tuple(fc.array(fc.tuple(line, ends), {maxLength: 12}), fc.option(line, {nil: ''}))
	.map(([lines, last]) => lines.map(([content, end]) => content + end).join('') + last);

describe('reading and saving without a change', () => {
	test('given any text that is strict UTF-8, with or without a mark, then the bytes are the same', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary'}), fc.boolean(), (anyText, hasMark) => {
				const clean = anyText.replace(/[\0\ufeff]/g, '');
				const bytes = Buffer.from((hasMark ? '\ufeff' : '') + clean, 'utf8');
				const file = parsed(bytes);
				expect(hex(moduleFileBytes(file))).toBe(hex(bytes));
				expect(file.hasMark).toBe(hasMark);
			}),
		);
	});

	test('given any bytes that are not UTF-8, then they are taken for Windows-1251 and stay the same', () => {
		fc.assert(
			fc.property(fc.uint8Array({minLength: 1, maxLength: 200}), (any) => {
				const bytes = Uint8Array.from([...any.map((byte) => byte || 59), 0x0a, 0xff]);
				fc.pre(!(bytes[0] === 0xff && bytes[1] === 0xfe) && !(bytes[0] === 0xfe && bytes[1] === 0xff));
				fc.pre(!(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf));
				const file = parsed(bytes);
				expect(file.encoding).toBe('windows-1251');
				expect(hex(moduleFileBytes(file))).toBe(hex(bytes));
			}),
		);
	});

	test('given all 256 bytes, then the Windows-1251 table is the same both ways', () => {
		const all = Uint8Array.from({length: 255}, (_, index) => index + 1);
		expect(hex(moduleFileBytes(parsed(all)))).toBe(hex(all));
	});

	test('given a file whose value is set to what it is, then there is nothing to write', () => {
		const end = change(Buffer.from('CrsId = 5 \r\n'), 'CrsId', '5');
		expect(end).toEqual({ok: true, bytes: null});
	});
});

describe('changing one value', () => {
	test('given any file in either encoding, then only the line of that name differs, and only in its value', () => {
		const where = fc.tuple(text, blanks, fc.stringMatching(/^[0-9]{0,6}$/), blanks, ends, text);
		fc.assert(
			fc.property(where, fc.boolean(), fc.stringMatching(/^[0-9]{1,9}$/), (parts, isUtf8, value) => {
				const [above, before, old, after, end, below] = parts;
				fc.pre(old !== value);
				const head = above === '' || above.endsWith('\n') ? above : above + end;
				// A Russian comment below makes the Windows-1251 copy unmistakable.
				const tail = `; комментарий${end}${below}`;
				const write = (middle: string): Uint8Array =>
					isUtf8
						? Buffer.from(`${head}crsID =${middle}${end}${tail}`)
						: cp1251(`${head}crsID =${middle}${end}${tail}`);
				const blank = before + after;
				const result = change(write(before + old + after), 'CrsId', value);
				const expected = old === '' ? write(blank + value) : write(before + value + after);
				expect(result.ok && hex(result.bytes)).toBe(hex(expected));
			}),
		);
	});

	test('given a name in Russian, in capitals, with blanks round it, then its own line is changed', () => {
		expect(changedText('  НОМЕР АГЕНТА \t=\t1  \r\n;x', 'AgentId', '22')).toBe(
			'  НОМЕР АГЕНТА \t=\t22  \r\n;x',
		);
	});

	test('given a value with signs of equality and comment marks, then all after the first sign is the value', () => {
		const file = parsed(Buffer.from('AgentKey=a=b;c#d\n'));
		const found = entriesOf(file, moduleNameTable).found.get('AgentKey');
		expect(found && entryValue(found)).toBe('a=b;c#d');
	});
});

describe('adding a line', () => {
	test.each([
		['CRLF', '; x\r\nMode=qr\r\n', '; x\r\nMode=qr\r\nCrsId=7\r\n'],
		['LF', '; x\nMode=qr\n', '; x\nMode=qr\nCrsId=7\n'],
		['CRLF without a last line end', 'Wmid=0\r\nMode=qr', 'Wmid=0\r\nMode=qr\r\nCrsId=7'],
		['LF without a last line end', 'Wmid=0\nMode=qr', 'Wmid=0\nMode=qr\nCrsId=7'],
		['mostly LF', 'a=1\nb=2\nc=3\r\n', 'a=1\nb=2\nc=3\r\nCrsId=7\n'],
		['one line without an end', 'Mode=qr', 'Mode=qr\r\nCrsId=7'],
		['nothing', '', 'CrsId=7\r\n'],
	])('given a file with %s, then the line comes last with the file’s own line end', (_, before, after) => {
		expect(changedText(before, 'CrsId', '7')).toBe(after);
	});
});

describe('a value that the encoding cannot hold', () => {
	const russian = cp1251('; Ключ агента\r\nAgentKey=старый\r\n');

	test('given a Windows-1251 file, when a Chinese value is set, then it is refused by name', () => {
		expect(change(russian, 'AgentKey', '支付')).toEqual({ok: false, name: 'AgentKey'});
	});

	test('given a Windows-1251 file, when a Russian value is set, then it is written in Windows-1251', () => {
		const end = change(russian, 'AgentKey', 'новый №1');
		expect(end.ok && hex(end.bytes)).toBe(hex(cp1251('; Ключ агента\r\nAgentKey=новый №1\r\n')));
	});

	test('given a Windows-1251 file whose bytes would become UTF-8, then the value is refused: it would be read as another one', () => {
		const only = cp1251('AgentKey=ключ');
		expect(change(only, 'AgentKey', 'Рџ')).toEqual({ok: false, name: 'AgentKey'});
	});

	test('given a UTF-8 file, when half a surrogate pair is set, then it is refused', () => {
		expect(change(Buffer.from('AgentKey=a\n'), 'AgentKey', '\ud83d')).toEqual({ok: false, name: 'AgentKey'});
	});
});

test('given a line of a megabyte of blanks before one letter, when it is read, then it takes no time to speak of', () => {
	const started = performance.now();
	splitLines(`A=${' '.repeat(1_000_000)}x`);
	expect(performance.now() - started).toBeLessThan(1000);
});
