// The customer's screen while it can be paid, on screens of every kind: the QR is read off it, the sum stands there.
import {cleanup, render} from 'ink-testing-library';
import {afterEach, describe, expect, test} from 'vitest';
import {CustomerPay, customerPaneColumns} from '../../source/display/index.ts';
import {placeQr, type QrPlace, type QrRendering} from '../../source/qr/index.ts';
import {renderToGrid, screenText} from '../support/terminal.ts';
import {decodeQrFromTerminal} from '../support/terminal-qr.ts';

afterEach(cleanup);

const link =
	'https://qr.nspk.ru/AD1000TESTKASSA00000000000000001?type=02&bank=100000000000&sum=125000&cur=RUB&crc=8578';
const halfBlocks = {type: 'cells', kind: 'half-blocks', colours: '256'} as const;

function placeOn(columns: number, rows: number, rendering: QrRendering): QrPlace {
	return placeQr({columns, rows, text: link, rendering, keptRows: 0, paneColumns: customerPaneColumns});
}

function screen(columns: number, rows: number, rendering: QrRendering = halfBlocks, timeText = '2:51') {
	const place = placeOn(columns, rows, rendering);
	return (
		<CustomerPay
			{...{columns, rows, rendering, place, timeText}}
			sumText={'1\u00a0250,00'}
			invitation="Наведите камеру телефона на код"
			insteadOfQr="Код напечатан на чеке"
		/>
	);
}

function frameOf(element: ReturnType<typeof screen>): string {
	return (render(element).lastFrame() ?? '').replaceAll('\n', '\r\n');
}

describe('the customer', () => {
	test.each([
		[80, 24, 'beside'],
		[96, 40, 'beside'],
		[60, 30, 'below'],
		[45, 24, 'fullscreen-only'],
	] as const)(
		'given a screen of %i×%i reads the code that stands %s, and the time left',
		async (columns, rows, at) => {
			expect(placeOn(columns, rows, halfBlocks).at).toBe(at);
			const bytes = frameOf(screen(columns, rows));
			expect(await decodeQrFromTerminal(bytes, {columns, rows})).toBe(link);
			expect(screenText(await renderToGrid(bytes, {columns, rows}))).toContain('2:51');
		},
	);

	test('given room for it, sees the sum in large digits', async () => {
		const text = screenText(await renderToGrid(frameOf(screen(80, 24)), {columns: 80, rows: 24}));
		expect(text).toContain('▄█    ▀▀█ █▀▀ █▀█    █▀█ █▀█');
		expect(text).toContain('▀▀▀   ▀▀▀ ▀▀▀ ▀▀▀ ▄▀ ▀▀▀ ▀▀▀ ₽');
		expect(text).toContain('Наведите камеру телефона на код');
	});

	test('given a screen too small, sees the sum and where the code is, and no part of a code', async () => {
		const text = screenText(await renderToGrid(frameOf(screen(40, 12)), {columns: 40, rows: 12}));
		expect(text).toContain('Код напечатан на чеке');
		expect(await decodeQrFromTerminal(frameOf(screen(40, 12)), {columns: 40, rows: 12})).toBeNull();
	});

	test('given a line without half blocks, nothing but ASCII is drawn around the words', async () => {
		const spaces = {type: 'cells', kind: 'spaces', colours: '8'} as const;
		const bytes = frameOf(screen(132, 50, spaces));
		expect(bytes).not.toMatch(/[▀▄█]/);
		expect(bytes).toContain('1\u00a0250,00 ₽');
		expect(await decodeQrFromTerminal(bytes, {columns: 132, rows: 50})).toBe(link);
	});
});
