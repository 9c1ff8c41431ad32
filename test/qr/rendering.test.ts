// Which terminal gets half blocks, which coloured spaces, which nothing.
import {describe, expect, test} from 'vitest';
import {chooseQrRendering, isUtf8Locale, type QrSetting} from '../../source/qr/index.ts';

const choose = (
	term: string | undefined,
	setting: QrSetting = 'auto',
	{isUtf8 = true, ...env}: {isUtf8?: boolean; COLORTERM?: string; OS?: string} = {},
) => {
	const rendering = chooseQrRendering({env, isUtf8, term, setting});
	return rendering.type === 'none' ? rendering.because : `${rendering.kind} ${rendering.colours}`;
};

describe('by itself', () => {
	test.each([
		['xterm-256color', 'half-blocks 256'],
		['screen-256color', 'half-blocks 256'],
		['tmux-256color', 'half-blocks 256'],
		['xterm-kitty', 'half-blocks 256'],
		['alacritty', 'half-blocks 256'],
		['xterm', 'half-blocks 16'],
		['screen', 'half-blocks 16'],
		['screen.xterm', 'half-blocks 16'],
		['rxvt', 'half-blocks 16'],
		['ansi', 'half-blocks 8'],
		['something-new', 'half-blocks 8'],
		['linux', 'spaces 8'],
		['linux-16color', 'spaces 8'],
		['vt100', 'no-colours'],
		['vt220', 'no-colours'],
		['vt102-w', 'no-colours'],
		['xterm-mono', 'no-colours'],
		['linux-m', 'no-colours'],
		['dumb', 'no-colours'],
		['', 'no-colours'],
		[undefined, 'no-colours'],
	])('given TERM=%s it is %s', (term, wanted) => {
		expect(choose(term)).toBe(wanted);
	});

	test('given a line that is not UTF-8, spaces are drawn instead of glyphs that would not arrive', () => {
		expect(choose('xterm-256color', 'auto', {isUtf8: false})).toBe('spaces 256');
	});

	test('given COLORTERM, a modest TERM has 256 colours; the Linux console has not', () => {
		expect(choose('xterm', 'auto', {COLORTERM: 'truecolor'})).toBe('half-blocks 256');
		expect(choose('linux', 'auto', {COLORTERM: 'truecolor'})).toBe('spaces 8');
		expect(choose('vt100', 'auto', {COLORTERM: 'truecolor'})).toBe('no-colours');
	});

	test('given Windows, which has no TERM, half blocks in 256 colours', () => {
		expect(choose(undefined, 'auto', {OS: 'Windows_NT'})).toBe('half-blocks 256');
	});

	test('NO_COLOR is about decoration: the QR keeps its two colours', () => {
		const env = {...process.env, NO_COLOR: '1', COLORTERM: undefined};
		expect(chooseQrRendering({env, isUtf8: true, term: 'xterm-256color', setting: 'auto'})).toEqual({
			type: 'cells',
			kind: 'half-blocks',
			colours: '256',
		});
	});
});

describe('by the setting', () => {
	test('what the shop has tried out wins over a guess', () => {
		expect(choose('linux', 'half-blocks')).toBe('half-blocks 8');
		expect(choose('xterm-256color', 'half-blocks', {isUtf8: false})).toBe('half-blocks 256');
		expect(choose('xterm-256color', 'spaces')).toBe('spaces 256');
		expect(choose('xterm-256color', 'ascii')).toBe('spaces 256');
		expect(choose('xterm-256color', 'none')).toBe('setting');
	});

	test('but no setting gives a terminal colours', () => {
		for (const setting of ['half-blocks', 'spaces', 'ascii'] as const)
			expect(choose('vt220', setting)).toBe('no-colours');
	});
});

describe('the locale', () => {
	test.each([
		[{LC_ALL: 'ru_RU.UTF-8', LANG: 'C'}, true],
		[{LC_ALL: 'C', LANG: 'ru_RU.UTF-8'}, false],
		[{LC_ALL: '', LC_CTYPE: 'ru_RU.utf8', LANG: 'C'}, true],
		[{LC_CTYPE: 'ru_RU.KOI8-R', LANG: 'ru_RU.UTF-8'}, false],
		[{LANG: 'C.UTF-8'}, true],
		[{LANG: 'ru_RU'}, false],
		[{}, false],
		[{OS: 'Windows_NT', LANG: 'ru_RU.CP1251'}, true],
	])('given %o the first that is set says whether it is UTF-8: %s', (env, wanted) => {
		expect(isUtf8Locale(env)).toBe(wanted);
	});
});
