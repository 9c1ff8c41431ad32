// The slip on paper: what the roll of the virtual register shows is read back as a customer's phone would read it.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import type {TraceLine} from '../../source/register/index.ts';
import type {ModelName} from '../../source/sandbox/register/index.ts';
import {scanned} from './support/scanner.ts';
import {type Pair, startPair} from './support/till.ts';
import {linkOf, ways, wireBytes} from './support/wire.ts';

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

async function printed(
	model: ModelName,
	text: string,
): Promise<{qr: string | null; lines: readonly TraceLine[]}> {
	pair = await startPair({model, rollFolder: folder});
	const lines: TraceLine[] = [];
	pair.driver.onTrace((line) => lines.push(line));
	expect(await pair.driver.printQr(text)).toEqual({type: 'done'});
	const [file] = pair.device.flushRoll();
	return {qr: scanned(file ?? ''), lines};
}

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
