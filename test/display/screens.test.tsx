// What the customer sees in each scene, in both languages, on terminals of every size; the code is read off the screen.
import {renderToString} from 'ink';
import {cleanup, render} from 'ink-testing-library';
import type {ReactElement} from 'react';
import stringWidth from 'string-width';
import {afterEach, describe, expect, test} from 'vitest';
import type {Language} from '../../source/core/index.ts';
import {CustomerScreen, type Look, type Scene} from '../../source/display/index.ts';
import {renderToGrid, screenText} from '../support/terminal.ts';
import {decodeQrFromTerminal} from '../support/terminal-qr.ts';
import {link} from './till.ts';

afterEach(cleanup);

const halfBlocks = {type: 'cells', kind: 'half-blocks', colours: '256'} as const;
const look: Look = {language: 'ru', rendering: halfBlocks, glyphs: 'unicode', hasColours: true};

const pay: Extract<Scene, {type: 'pay'}> = {
	type: 'pay',
	system: 'sbp',
	amountKopecks: 125_000,
	qr: link,
	remainingS: 171,
	isOnPaper: false,
};

const amountKopecks = 125_000;
const scenes: readonly Scene[] = [
	{type: 'idle'},
	{type: 'preparing', system: 'sbp', amountKopecks},
	pay,
	{...pay, system: 'wechat', amountKopecks: 9_999_999_999, remainingS: 3_599},
	{type: 'confirming', amountKopecks},
	{type: 'checking', amountKopecks},
	{type: 'paid', amountKopecks},
	...(['declined', 'expired', 'cancelled', 'returned', 'no-code', 'ask-cashier'] as const).map(
		(end): Scene => ({type: 'not-paid', end}),
	),
];

const sizes = [
	[80, 24],
	[60, 20],
	[40, 15],
	[132, 43],
] as const;

type Shown = {readonly look?: Partial<Look>; readonly showsQr?: boolean; readonly name?: string};

function screen(scene: Scene, [columns, rows]: readonly [number, number], shown: Shown = {}): ReactElement {
	return (
		<CustomerScreen
			{...{columns, rows, scene}}
			look={{...look, ...shown.look}}
			name={shown.name ?? 'Кофейня «Утро»'}
			showsQr={shown.showsQr ?? true}
		/>
	);
}

/** The frame as a terminal gets it. */
const frameOf = (scene: Scene, size: readonly [number, number], shown: Shown = {}): string =>
	renderToString(screen(scene, size, shown), {columns: size[0]}).replaceAll('\n', '\r\n');

async function textOf(scene: Scene, size: readonly [number, number], shown: Shown = {}): Promise<string> {
	const [columns, rows] = size;
	return screenText(await renderToGrid(frameOf(scene, size, shown), {columns, rows})).replaceAll(
		'\u00a0',
		' ',
	);
}

const codeOn = (scene: Scene, [columns, rows]: readonly [number, number], shown: Shown = {}) =>
	decodeQrFromTerminal(frameOf(scene, [columns, rows], shown), {columns, rows});

describe.each<Language>(['ru', 'en'])('in %s', (language) => {
	test.each(sizes)('every scene fits into %i×%i: no line is wider, no row is lost', (...size) => {
		for (const scene of scenes) {
			const lines = frameOf(scene, size, {look: {language}}).split('\r\n');
			expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(size[0]);
			expect(lines.length).toBeLessThanOrEqual(size[1]);
		}
	});

	test('given a mounted screen, each scene takes the place of the one before', () => {
		const {lastFrame, rerender} = render(screen(scenes[0] ?? {type: 'idle'}, [80, 24]));
		for (const scene of scenes) {
			rerender(screen(scene, [80, 24], {look: {language}}));
			// The testing library's own terminal has 100 columns.
			const drawn = renderToString(screen(scene, [80, 24], {look: {language}}), {columns: 100});
			expect(lastFrame()).toBe(drawn);
		}
	});

	test.each([
		[80, 24],
		[60, 20],
		[132, 43],
		[45, 26],
		[60, 30],
	] as const)('on %i×%i the code can be read, and sum, system and time stand beside it', async (...size) => {
		expect(await codeOn(pay, size, {look: {language}})).toBe(link);
		const text = await textOf(pay, size, {look: {language, glyphs: 'ascii'}});
		expect(text).toContain(language === 'ru' ? '1 250,00 руб.' : '1 250,00 RUB');
		expect(text).toContain(language === 'ru' ? 'СБП' : 'SBP');
		expect(text).toContain('2:51');
	});

	test('on 40×15 no part of a code is shown, and where it is stands there', async () => {
		const words =
			language === 'ru' ? ['покажет кассир', 'напечатан на чеке'] : ['The cashier', 'on the slip'];
		expect(await codeOn(pay, [40, 15], {look: {language}})).toBeNull();
		expect(await textOf(pay, [40, 15], {look: {language}})).toContain(words[0]);
		expect(await textOf({...pay, isOnPaper: true}, [40, 15], {look: {language}})).toContain(words[1]);
	});

	test('every word of every scene is whole on 40×15, and none is the program’s own', async () => {
		for (const scene of scenes.slice(3)) {
			const small = (await textOf(scene, [40, 15], {look: {language}})).split(/\s+/).join(' ');
			const large = (await textOf(scene, [100, 40], {look: {language}, showsQr: false}))
				.split(/\s+/)
				.join(' ');
			expect(wordsOf(small)).toEqual(wordsOf(large));
			expect(small).not.toMatch(/unresolved|quarantin|timeout|gateway|шлюз|API|HTTP|A-1/i);
		}
	});
});

/** Without the currency, which large digits leave out. */
const wordsOf = (text: string): readonly string[] =>
	text.split(' ').filter((word) => /\p{L}/u.test(word) && !/^(руб\.|RUB)$/.test(word));

describe('the sum', () => {
	test('given room for it, is written in large digits', async () => {
		const text = await textOf(pay, [80, 24]);
		expect(text).toContain('▄█    ▀▀█ █▀▀ █▀█    █▀█ █▀█');
		expect(text).toContain('▀▀▀   ▀▀▀ ▀▀▀ ▀▀▀ ▄▀ ▀▀▀ ▀▀▀ ₽');
	});

	test('given a terminal without block elements, is plain text with letters that it has', async () => {
		const shown: Shown = {
			look: {glyphs: 'ascii', rendering: {type: 'cells', kind: 'spaces', colours: '8'}},
		};
		const frame = frameOf(pay, [132, 50], shown);
		expect(frame).not.toMatch(/[▀▄█₽·]/);
		expect(await codeOn(pay, [132, 50], shown)).toBe(link);
	});
});

describe('the code', () => {
	test('given a large terminal, is drawn at twice the size', () => {
		const widthOf = (size: readonly [number, number]): number => {
			const row = frameOf(pay, size)
				.split('\r\n')
				.at(Math.floor(size[1] / 2));
			const painted = (row ?? '').match(/\u001b\[[0-9;]*48;5;.*\u001b\[4?9?0?m?/);
			return stringWidth(painted?.[0] ?? '');
		};
		expect(widthOf([132, 43])).toBeGreaterThan(80);
	});

	test('given colours are not wanted, keeps its own and nothing else has any', async () => {
		const shown: Shown = {look: {hasColours: false}};
		expect(await codeOn(pay, [80, 24], shown)).toBe(link);
		for (const scene of [scenes[4], scenes[6], scenes[7]].filter((one) => one !== undefined)) {
			expect(frameOf(scene, [80, 24], shown)).not.toMatch(/\u001b\[(3|4|9|10)[0-9]/);
		}
	});

	test('given a till that shows it elsewhere, is not on this screen', async () => {
		expect(await codeOn(pay, [80, 24], {showsQr: false})).toBeNull();
		expect(await textOf(pay, [80, 24], {showsQr: false})).toContain('Код для оплаты покажет кассир');
	});

	test('given a terminal that can’t draw one, is not on this screen', async () => {
		const shown: Shown = {look: {rendering: {type: 'none', because: 'no-colours'}}};
		expect(await textOf(pay, [80, 24], shown)).toContain('Код для оплаты покажет кассир');
	});
});

test('between two customers only the shop’s name is there, cleaned and cut', async () => {
	const name = `Кофейня\u001b[2J \u202e${'утро '.repeat(40)}`;
	const frame = frameOf({type: 'idle'}, [40, 15], {name});
	expect(frame).not.toContain('\u001b[2J');
	expect(frame).not.toContain('\u202e');
	expect((await textOf({type: 'idle'}, [80, 24])).trim()).toBe('Кофейня «Утро»');
});
