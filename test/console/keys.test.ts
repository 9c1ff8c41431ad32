// From bytes to key presses: none lost, none made up.
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Key} from '../../source/console/keys/key.ts';
import {latinByPlace} from '../../source/console/keys/layout.ts';
import {createKeyReader} from '../../source/console/keys/reader.ts';
import {splitKeys} from '../../source/console/keys/split.ts';

const names = (text: string, isFinal = false): readonly string[] =>
	splitKeys(text, isFinal).keys.map(({name}) => name);

describe('splitting', () => {
	test.each([
		['1250,00\r', ['1', '2', '5', '0', ',', '0', '0', 'enter']],
		['\r\n', ['enter']],
		['\n\n', ['enter', 'enter']],
		['\u001b[A\u001b[B\u001bOC\u001b[D', ['up', 'down', 'right', 'left']],
		['\u001bOQ\u001b[12~\u001b[[B', ['f2', 'f2', 'f2']],
		['\u001bOR\u001b[13~\u001b[[C', ['f3', 'f3', 'f3']],
		['\u001bOS\u001b[14~\u001b[[D', ['f4', 'f4', 'f4']],
		['\u001b[21~', ['f10']],
		[
			'\u001b[5~\u001b[6~\u001b[1~\u001b[4~\u001b[H\u001b[F',
			['pageup', 'pagedown', 'home', 'end', 'home', 'end'],
		],
		['\u0003', ['ctrl-c']],
		['\u007f\b\u001b[3~', ['backspace', 'backspace', 'delete']],
		['д\u001b\r', ['д', 'esc', 'enter']],
		['\u001b\u001b\r', ['esc', 'esc', 'enter']],
		['€😀', ['€', '😀']],
	])('given %j, then the keys are %j', (text, keys) => {
		expect(names(text)).toEqual(keys);
	});

	test.each(['\u001b[<0;10;10M', '\u001b[I', '\u001b[24;80R', '\u001b[?62;1c', '\u0000\u0001\u001f'])(
		'given %j, which is no key, then nothing was pressed',
		(text) => {
			expect(names(text, true)).toEqual([]);
		},
	);

	test.each(['\u001b', '\u001b[', '\u001b[2', '\u001b[[', '\u001bO'])(
		'given the start of a sequence %j, then its rest is waited for',
		(text) => {
			expect(splitKeys(`7${text}`, false)).toMatchObject({keys: [{name: '7'}], rest: text});
		},
	);

	test('given nothing more comes after an ESC, then it was the Esc key', () => {
		expect(names('\u001b', true)).toEqual(['esc']);
	});

	test('given any text cut in two anywhere, then the keys are the same as of the whole', () => {
		const piece = fc.constantFrom(
			'1',
			',',
			'д',
			'\r',
			'\u001b[A',
			'\u001b[21~',
			'\u001b[[B',
			'\u001bOR',
			'\u007f',
		);
		fc.assert(
			fc.property(fc.array(piece, {maxLength: 30}), fc.nat(), (pieces, seed) => {
				const text = pieces.join('');
				const cut = text.length === 0 ? 0 : seed % text.length;
				const first = splitKeys(text.slice(0, cut), false);
				const second = splitKeys(first.rest + text.slice(cut), false);
				expect([...first.keys, ...second.keys]).toEqual(splitKeys(text, false).keys);
			}),
		);
	});
});

test.each([
	['д', 'l'],
	['Д', 'l'],
	['а', 'f'],
	['з', 'p'],
	['щ', 'o'],
	['с', 'c'],
	['ф', 'a'],
	['к', 'r'],
	['е', 't'],
	['ч', 'x'],
	['б', ','],
	['ю', '.'],
	['L', 'l'],
	['?', '?'],
	['7', '7'],
])('given %s typed, then the command is %s, whatever the layout', (typed, meant) => {
	expect(latinByPlace(typed)).toBe(meant);
});

describe('the reader', () => {
	const read = (): {
		keys: Key[];
		reader: ReturnType<typeof createKeyReader>;
		until(count: number): Promise<void>;
	} => {
		const keys: Key[] = [];
		let wake = (): void => undefined;
		const reader = createKeyReader((key) => {
			keys.push(key);
			wake();
		});
		const until = (count: number): Promise<void> =>
			new Promise((done) => {
				wake = () => {
					if (keys.length >= count) done();
				};
				wake();
			});
		return {keys, reader, until};
	};

	test('given 500 keys in one chunk, then all come, in order', async () => {
		const {keys, reader, until} = read();
		const text = Array.from({length: 500}, (_, n) => String(n % 10)).join('');
		reader.feed(text);
		await until(500);
		expect(keys.map(({name}) => name).join('')).toBe(text);
		reader.close();
	});

	test('given a letter whose two bytes come apart, then it is one key', async () => {
		const {keys, reader, until} = read();
		const bytes = Buffer.from('д');
		reader.feed(bytes.subarray(0, 1));
		reader.feed(bytes.subarray(1));
		await until(1);
		expect(keys.map(({name}) => name)).toEqual(['д']);
		reader.close();
	});

	test('given an arrow whose bytes come apart, then it is an arrow and no Esc', async () => {
		const {keys, reader, until} = read();
		reader.feed('\u001b');
		reader.feed('[A1');
		await until(2);
		expect(keys.map(({name}) => name)).toEqual(['up', '1']);
		reader.close();
	});

	test('given a lone ESC, then the Esc key is pressed after a moment', async () => {
		const {keys, reader, until} = read();
		reader.feed('\u001b');
		await until(1);
		expect(keys.map(({name}) => name)).toEqual(['esc']);
		reader.close();
	});
});
