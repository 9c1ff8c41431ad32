// What a device can do is asked once in the life of its firmware, and then only whether it is still the same device.
import {describe, expect, test} from 'vitest';
import type {RegisterMemory} from '../../source/register/index.ts';
import type {VirtualRegisterOptions} from '../../source/sandbox/register/index.ts';
import {type Pair, receiptOf, startPair} from './support/till.ts';

const probes = ['FC', 'F7', '26'];

/** JSON as on a disk. */
function paperMemory(text = ''): RegisterMemory & {text(): string} {
	let kept = text;
	return {
		read: () => (kept === '' ? null : JSON.parse(kept)),
		write: (facts) => {
			kept = JSON.stringify(facts);
		},
		text: () => kept,
	};
}

async function withPair<End>(
	memory: RegisterMemory,
	work: (pair: Pair) => Promise<End>,
	virtual: VirtualRegisterOptions = {},
): Promise<readonly string[]> {
	const pair = await startPair(virtual, {memory});
	try {
		await work(pair);
		return pair.device.commands().map(({code}) => code);
	} finally {
		await pair.end();
	}
}

const check = async ({driver}: Pair) => expect(await driver.preflight()).toMatchObject({type: 'ready'});

describe('given a memory', () => {
	test('when a device is checked again after a restart, then three commands are saved, and the QR is printed as before', async () => {
		const memory = paperMemory();
		const first = await withPair(memory, check);
		expect(first.filter((code) => probes.includes(code))).toEqual(probes);
		const again = await withPair(memory, async (pair) => {
			await check(pair);
			expect(await pair.driver.printQr('https://example.com/1')).toEqual({type: 'done'});
		});
		expect(again.filter((code) => probes.includes(code))).toEqual([]);
		expect(again).toContain('DE');
		expect(again.slice(0, first.length - 3)).toEqual(first.filter((code) => !probes.includes(code)));
	});

	test('when a code is printed by itself, then one question about the device takes the place of three', async () => {
		const memory = paperMemory();
		await withPair(memory, check);
		const codes = await withPair(memory, async ({driver}) => driver.printQr('https://example.com/1'));
		expect(codes.slice(0, 2)).toEqual(['11', '10']);
	});

	test.each<[string, VirtualRegisterOptions]>([
		['another serial number', {state: {serial: 999}}],
		['another device, narrower', {model: 'light', state: {serial: 999}}],
	])('when %s answers, then it is asked and remembered instead', async (_name, virtual) => {
		const memory = paperMemory();
		await withPair(memory, check);
		const before = memory.text();
		const codes = await withPair(memory, check, virtual);
		expect(codes.filter((code) => probes.includes(code))).toEqual(probes);
		expect(memory.text()).not.toBe(before);
	});

	test.each(['null', '7', '{}', '{"version":1}', '[]', '{"version":2,"key":"12345"}'])(
		'when it holds %s, then it is of no use and written anew',
		async (text) => {
			const memory = paperMemory(text);
			const codes = await withPair(memory, check);
			expect(codes).toEqual(expect.arrayContaining(probes));
			expect(JSON.parse(memory.text())).toMatchObject({version: 1, device: {name: 'ШТРИХ-М-02Ф'}});
		},
	);

	test('when a field of it is not what it should be, then it is not believed', async () => {
		const memory = paperMemory();
		await withPair(memory, check);
		const kept = JSON.parse(memory.text());
		const spoilt = paperMemory(JSON.stringify({...kept, font: {...kept.font, paperDots: 'wide'}}));
		expect(await withPair(spoilt, check)).toEqual(expect.arrayContaining(probes));
	});

	test('when a firmware was found to lack a command, then it is not tried again after a restart', async () => {
		const memory = paperMemory();
		const sell = async ({driver}: Pair) => {
			await driver.preflight();
			const prepared = await driver.prepareReceipt();
			if (prepared.type !== 'ready') throw new Error(prepared.fault.text);
			expect(await driver.printReceipt(receiptOf(5000), prepared.before)).toMatchObject({type: 'closed'});
		};
		const first = await withPair(memory, sell, {model: 'old-core'});
		expect(first).toEqual(expect.arrayContaining(['FF46', '80', 'FF45', '8E']));
		const again = await withPair(memory, sell, {model: 'old-core'});
		expect(again).toEqual(expect.arrayContaining(['80', '8E']));
		expect(again).not.toContain('FF46');
		expect(again).not.toContain('FF45');
	});

	test('when the status page is asked for, then the device itself speaks', async () => {
		const memory = paperMemory();
		await withPair(memory, check);
		const codes = await withPair(memory, async ({driver}) => driver.status());
		expect(codes).toEqual(expect.arrayContaining(probes));
	});
});

test('given no memory, when a receipt of one line is made, then 7 commands lie between paid and closed, and each line more is one more', async () => {
	for (const [lines, most] of [
		[1, 7],
		[3, 9],
	] as const) {
		const {device, driver, end} = await startPair();
		await driver.preflight();
		const before = device.commands().length;
		const prepared = await driver.prepareReceipt();
		if (prepared.type !== 'ready') throw new Error(prepared.fault.text);
		const one = receiptOf(1000 * lines);
		const [line] = receiptOf(1000).receipt.lines;
		const receipt = {...one.receipt, lines: line ? Array.from({length: lines}, () => line) : []};
		expect(await driver.printReceipt({...one, receipt}, prepared.before)).toMatchObject({type: 'closed'});
		const codes = device
			.commands()
			.slice(before)
			.map(({code}) => code);
		// The printer is looked after behind the close.
		expect(codes.indexOf('FF45') + 1).toBe(most);
		await end();
	}
});
