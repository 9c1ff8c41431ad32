// Was the receipt closed? The steps of the settling, each brought about on the virtual register.
import {afterEach, describe, expect, test} from 'vitest';
import type {DocumentsBefore} from '../../source/core/index.ts';
import {type Pair, receiptOf, startPair} from './support/till.ts';

let pair: Pair | null = null;
afterEach(async () => {
	await pair?.end();
	pair = null;
});

const order = receiptOf(5000);

async function begun(): Promise<{of: Pair; before: DocumentsBefore}> {
	const of = await startPair();
	pair = of;
	await of.driver.preflight();
	const prepared = await of.driver.prepareReceipt();
	if (prepared.type !== 'ready') throw new Error(prepared.fault.text);
	return {of, before: prepared.before};
}

describe('given a close whose answer never came', () => {
	test('when the next document is ours, then the receipt is closed, with the numbers of that document', async () => {
		const {of, before} = await begun();
		of.device.control.inject({fault: 'loseClose', command: 'FF45'});
		expect(await of.driver.printReceipt(order, before)).toMatchObject({
			type: 'unknown',
			fault: {code: 'NO_ANSWER'},
		});
		expect(await of.driver.settleReceipt(order, before)).toMatchObject({
			type: 'closed',
			number: 1,
			fiscalDocument: (before.fiscalDocument ?? 0) + 1,
		});
		expect(of.device.commands().filter(({code}) => code === 'FF45')).toHaveLength(1);
	});

	test('when another program has sold the same sum meanwhile, then a person decides', async () => {
		const {of, before} = await begun();
		of.device.control.inject({fault: 'loseClose', command: 'FF45'});
		await of.driver.printReceipt(order, before);
		of.device.control.sellForeign(5000);
		expect(await of.driver.settleReceipt(order, before)).toMatchObject({
			type: 'unknown',
			fault: {code: 'OTHER_DOCUMENTS'},
		});
	});

	test('when another program has sold another sum before us, then ours is told from it only if one receipt was added', async () => {
		const {of, before} = await begun();
		of.device.control.sellForeign(777);
		of.device.control.inject({fault: 'loseClose', command: 'FF45'});
		await of.driver.printReceipt(order, before);
		expect(await of.driver.settleReceipt(order, before)).toMatchObject({type: 'unknown'});
	});

	test('when the shift was closed after it, then the receipt is still found', async () => {
		const {of, before} = await begun();
		of.device.control.inject({fault: 'loseClose', command: 'FF45'});
		await of.driver.printReceipt(order, before);
		expect(await of.driver.closeShift()).toEqual({type: 'done'});
		expect(await of.driver.settleReceipt(order, before)).toMatchObject({type: 'closed', number: 1});
	});
});

describe('given no new document', () => {
	test('when our receipt stands open, then it is cancelled and may be made anew', async () => {
		const {of, before} = await begun();
		of.device.control.inject({fault: 'powerLostInsideClose', end: 'notClosed', offMs: 0, command: 'FF45'});
		expect((await of.driver.printReceipt(order, before)).type).toBe('unknown');
		let settled = await of.driver.settleReceipt(order, before);
		for (let tries = 0; settled.type === 'unknown' && tries < 50; tries += 1)
			settled = await of.driver.settleReceipt(order, before);
		expect(settled).toMatchObject({type: 'notClosed', fault: {code: 'NOT_CLOSED'}});
		expect(of.device.state().receipt).toBeNull();
		expect(of.device.closedReceipts()).toBe(0);
	});

	test('when a stranger’s receipt stands open, then it is left alone and a person decides', async () => {
		const {of, before} = await begun();
		of.device.control.openForeignReceipt(777);
		expect(await of.driver.settleReceipt(order, before)).toMatchObject({
			type: 'unknown',
			fault: {code: 'FOREIGN_RECEIPT'},
		});
		expect(of.device.commands().map(({code}) => code)).not.toContain('88');
	});

	test('when nothing was begun, then the receipt is not closed', async () => {
		const {of, before} = await begun();
		expect(await of.driver.settleReceipt(order, before)).toMatchObject({type: 'notClosed'});
	});

	test('when the storage was changed, then this register can’t tell', async () => {
		const {of, before} = await begun();
		const other = {...before, storageNumber: '9999078900000001'};
		expect(await of.driver.settleReceipt(order, other)).toMatchObject({
			type: 'unknown',
			fault: {code: 'OTHER_STORAGE'},
		});
	});

	test('when the register is off, then nothing is known yet and nothing is waited for', async () => {
		const {of, before} = await begun();
		of.device.control.setPower(false);
		expect(await of.driver.settleReceipt(order, before)).toMatchObject({
			type: 'unknown',
			fault: {code: 'LINK'},
		});
	});
});
