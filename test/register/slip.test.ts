// The slip on paper: what the roll of the virtual register shows is read back as a customer's phone would read it.
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import type {TraceLine} from '../../source/register/index.ts';
import type {ModelName} from '../../source/sandbox/register/index.ts';
import {readPng} from '../sandbox/register/png.ts';
import {decodePicture} from '../support/terminal-qr.ts';
import {type Pair, startPair} from './support/till.ts';

let folder = '';
let pair: Pair | null = null;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'qrkassa-roll-'));
});
afterEach(async () => {
	await pair?.end();
	pair = null;
	rmSync(folder, {recursive: true, force: true});
});

/** A payload of exactly so many bytes, shaped as a payment link is. */
function linkOf(bytes: number): string {
	const head =
		'https://qr.nspk.ru/AD10006M8KH234K782OQM0L13JI31LQD?type=02&bank=100000000007&sum=125000&cur=RUB&note=';
	return head.slice(0, bytes).padEnd(bytes, 'abcdefghijklmnop-qrstuvwxyz');
}

/** Bytes from us to the register for these commands: the frame, and ENQ and ACK around it. */
const wireBytes = (lines: readonly TraceLine[], codes: readonly string[]): number =>
	lines.reduce((sum, line) => {
		const isOne = line.from === 'host' && 'command' in line && codes.includes(line.command);
		return isOne ? sum + line.payload.length / 2 + 3 + 2 : sum;
	}, 0);

async function printed(
	model: ModelName,
	text: string,
): Promise<{qr: string | null; lines: readonly TraceLine[]}> {
	pair = await startPair({model, rollFolder: folder});
	const lines: TraceLine[] = [];
	pair.driver.onTrace((line) => lines.push(line));
	expect(await pair.driver.printQr(text)).toEqual({type: 'done'});
	const [file] = pair.device.flushRoll();
	const {width, height, data} = readPng(readFileSync(file ?? ''));
	const grey = Uint8Array.from({length: width * height}, (_, dot) => data[dot * 4] ?? 0);
	return {qr: decodePicture({width, height, grey}), lines};
}

const ways: readonly {model: ModelName; codes: readonly string[]; limits: readonly (number | null)[]}[] = [
	{model: 'm-02f', codes: ['DD', 'DE'], limits: [200, 370, 450]},
	{model: 'light', codes: ['DD', 'DE'], limits: [200, 370, 450]},
	{model: 'no-barcode', codes: ['4E', '4D'], limits: [330, 520, 720]},
	{model: 'retail', codes: ['4E', '4D'], limits: [330, 520, 720]},
	{model: 'raster-only', codes: ['C4', 'C3'], limits: [null, null, null]},
	{model: 'fr-k', codes: ['C0', 'C1'], limits: [null, null, null]},
];

describe.each(ways)('given the model $model', ({model, codes, limits}) => {
	test.each([0, 1, 2])(
		'when a code of 100, 200 or 300 bytes is printed (%i), then a scanner reads it off the paper',
		async (index) => {
			const text = linkOf((index + 1) * 100);
			const {qr, lines} = await printed(model, text);
			expect(qr).toBe(text);
			const used = new Set(
				lines.flatMap((line) => (line.from === 'host' && 'command' in line ? [line.command] : [])),
			);
			for (const code of codes) expect(used).toContain(code);
			const limit = limits[index];
			if (limit) expect(wireBytes(lines, codes)).toBeLessThanOrEqual(limit);
		},
	);
});

const slip = {
	shopName: 'Магазин «Ромашка»',
	systemName: 'СБП',
	amountKopecks: 125_000,
	orderId: 'A-17',
	qr: linkOf(104),
	validUntil: '12:30',
	isRepeat: false,
};

describe('given a slip of a payment', () => {
	test('when it is printed, then shop, sum, system, order and time stand around the code, and the paper is cut', async () => {
		pair = await startPair();
		expect(await pair.driver.printSlip(slip)).toEqual({type: 'printed'});
		const tape = pair.device.tape().join('\n');
		for (const word of ['Магазин «Ромашка»', '1 250,00', 'СБП', 'A-17', '12:30'])
			expect(tape).toContain(word);
		expect(tape).not.toContain('ПОВТОР');
		expect(pair.device.commands().map(({code}) => code)).toContain('25');
	});

	test('when it is printed again, then it is marked', async () => {
		pair = await startPair();
		expect(await pair.driver.printSlip({...slip, isRepeat: true})).toEqual({type: 'printed'});
		expect(pair.device.tape().join('\n')).toContain('ПОВТОР');
	});

	test('when the shop has a name that would drive the printer, then nothing of that reaches the paper', async () => {
		pair = await startPair();
		const shopName = 'Зло\u001b[2J\u0002\u202eкод';
		expect(await pair.driver.printSlip({...slip, shopName})).toEqual({type: 'printed'});
		const texts = pair.device.commands().flatMap(({code, requestHex}) => {
			const start = code === '17' || code === '12' ? 6 : Number.POSITIVE_INFINITY;
			return [...Buffer.from(requestHex, 'hex').subarray(start)];
		});
		expect(texts.length).toBeGreaterThan(0);
		expect(texts.filter((byte) => byte !== 0 && byte < 0x20)).toEqual([]);
	});

	test('when somebody else has a receipt open, then nothing is printed into it', async () => {
		pair = await startPair();
		pair.device.control.openForeignReceipt(100);
		const from = pair.device.tape().length;
		expect(await pair.driver.printSlip(slip)).toMatchObject({
			type: 'failed',
			fault: {code: 'FOREIGN_RECEIPT'},
		});
		expect(pair.device.tape()).toHaveLength(from);
	});

	test('when the paper ends in the middle, then the slip goes on with new paper', async () => {
		pair = await startPair();
		const {device, driver} = pair;
		driver.onNotice((notice) => notice?.code === 'PAPER' && device.control.loadPaper());
		device.control.inject({fault: 'paperOutInside', command: 'DE'});
		expect(await driver.printSlip(slip)).toEqual({type: 'printed'});
		expect(device.tape().join('\n')).toContain('12:30');
	});

	test('when there is no paper and nobody comes, then the slip is given up and the check says why at once', async () => {
		pair = await startPair();
		pair.device.control.setPaper(false);
		const slow = pair.driver.printSlip(slip);
		expect(await slow).toMatchObject({type: 'failed', fault: {code: 'PAPER'}});
		expect(pair.device.commands().map(({code}) => code)).not.toContain('DE');
	});
});
