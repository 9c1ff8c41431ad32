// The instruments themselves: a picture of nothing holds no QR, a live terminal shows what is typed.
import {describe, expect, test} from 'vitest';
import {openLiveTerminal} from './live-terminal.ts';
import {paintScreen} from './screen-picture.ts';
import {renderToGrid, screenText} from './terminal.ts';
import {decodeHere, decodePicture, decodeQrFromTerminal, decodeWithZbar, hasZbar} from './terminal-qr.ts';
import {terminalToSvg} from './terminal-svg.ts';
import {luma, paletteRgb, themes} from './theme.ts';

describe('reading QR codes', () => {
	test('given a screen of text, no decoder reads a code', async () => {
		const bytes = 'Касса 1 ║ ▀▄█ ║ 1 250,00 ₽\r\n'.repeat(20);
		expect(await decodeQrFromTerminal(bytes, {columns: 80, rows: 24})).toBeNull();
		const picture = paintScreen(await renderToGrid(bytes, {columns: 80, rows: 24}));
		expect(decodeHere(picture)).toBeNull();
		expect(decodePicture(picture)).toBeNull();
		expect(decodeWithZbar(picture)).toEqual(hasZbar() ? {type: 'looked', text: null} : {type: 'absent'});
	});
});

describe('painting', () => {
	test('colour numbers are those of the 256-colour cube and of the theme', () => {
		expect([16, 231, 196, 232, 255].map((number) => paletteRgb(number, themes.light))).toEqual([
			0x000000, 0xffffff, 0xff0000, 0x080808, 0xeeeeee,
		]);
		expect(paletteRgb(7, themes['linux console'])).toBe(0xaaaaaa);
		expect([luma(0), luma(0xffffff)]).toEqual([0, 255]);
	});

	test('half blocks and inverse video become the pixels that a person would see', async () => {
		const screen = await renderToGrid('\u001b[38;5;231;48;5;16m▀\u001b[7m▀\u001b[0m', {columns: 3, rows: 1});
		const {grey, width} = paintScreen(screen);
		const pixels = [0, 8].flatMap((x) => [grey[2 * width + x], grey[14 * width + x]]);
		expect(pixels).toEqual([255, 0, 0, 255]);
	});
});

describe('the picture for the documentation', () => {
	test('given Cyrillic, frames, blocks and colours, the SVG holds each in its place, and no raw markup', async () => {
		const screen = await renderToGrid('\u001b[1;32mКасса\u001b[0m <&>\r\n╭─╮\r\n\u001b[41m▀▀\u001b[0m 日本', {
			columns: 20,
			rows: 3,
		});
		const svg = terminalToSvg(screen, {title: 'Касса & <QR>'});
		expect(svg).toContain('<title>Касса &amp; &lt;QR&gt;</title>');
		expect(svg).toMatch(
			/<text x="12" y="24" textLength="40"[^>]*fill="#00cd00" font-weight="bold">Касса<\/text>/,
		);
		expect(svg).toContain('>&lt;&amp;&gt;</text>');
		expect(svg).toContain('<path fill="#cd0000" d="M12 44h16v16h-16z"/>');
		expect(svg).toContain('d="M12 44h16v8h-16z"');
		expect(svg).toMatch(/textLength="32"[^>]*>日本</);
		expect(svg).toMatch(/d="M20 36Q16 36 16 44"/);
	});
});

describe('a live terminal', () => {
	test('given a program that asks, keys reach it, its answer is seen, and its end is told', async () => {
		const live = openLiveTerminal({
			file: process.execPath,
			args: [
				'-e',
				`process.stdin.setRawMode(true).once('data', (keys) => {
					console.log('Принято: ' + keys);
					process.exit(5);
				});
				process.stdout.on('resize', () => console.log(process.stdout.columns + 'x' + process.stdout.rows));
				console.log('Сумма?');`,
			],
			columns: 60,
			rows: 20,
		});
		try {
			await live.waitFor('Сумма?');
			live.resize({columns: 70, rows: 21});
			await live.waitFor('70x21');
			live.type('1250,00');
			await live.waitFor(/Принято: .*/);
			expect(await live.ended).toMatchObject({exitCode: 5});
			expect(live.text()).toContain('Принято: 1250,00');
			expect(live.output()).toContain('Сумма?');
			await expect(live.waitFor('не будет')).rejects.toThrow(/Ended with 5[\s\S]*Принято/);
		} finally {
			await live.close();
		}
	});

	test('given a program that never shows it, waiting ends with what stands on the screen, and closing ends the program', async () => {
		const live = openLiveTerminal({
			file: process.execPath,
			args: ['-e', 'console.log("жду"); setInterval(() => {}, 1000)'],
		});
		await live.waitFor('жду');
		await expect(live.waitFor('дождался', 50)).rejects.toThrow(/50 ms passed[\s\S]*жду/);
		expect(screenText(live.screen)).toContain('жду');
		await live.close();
		expect(() => process.kill(live.pid, 0)).toThrow(/ESRCH/);
	});
});
