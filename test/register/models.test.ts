// Older firmware: the same receipt by other commands, and what an unknown close is judged by there.
import {afterEach, describe, expect, test} from 'vitest';
import type {DocumentsBefore} from '../../source/core/index.ts';
import {type Pair, receiptOf, startPair} from './support/till.ts';

let pair: Pair | null = null;
afterEach(async () => {
	await pair?.end();
	pair = null;
});

async function documentsOf(of: Pair): Promise<DocumentsBefore> {
	expect(await of.driver.preflight()).toMatchObject({type: 'ready'});
	const prepared = await of.driver.prepareReceipt();
	if (prepared.type !== 'ready') throw new Error(prepared.fault.text);
	return prepared.before;
}

const codesOf = (of: Pair): readonly string[] => of.device.commands().map(({code}) => code);

describe('given firmware without FF45h and FF46h', () => {
	test('when a receipt is printed, then 80h and 8Eh make it, with the numbers asked of the storage', async () => {
		pair = await startPair({model: 'old-core'});
		const documents = await documentsOf(pair);
		const end = await pair.driver.printReceipt(receiptOf(7000, 7), documents);
		expect(end).toMatchObject({type: 'closed', number: 1, fiscalDocument: 3});
		expect(codesOf(pair)).toEqual(expect.arrayContaining(['80', '8E', 'FF0A']));
	});

	test('when a second receipt is printed, then the missing commands are not tried again', async () => {
		pair = await startPair({model: 'old-core'});
		await pair.driver.printReceipt(receiptOf(7000), await documentsOf(pair));
		const from = codesOf(pair).length;
		expect((await pair.driver.printReceipt(receiptOf(500), await documentsOf(pair))).type).toBe('closed');
		const later = codesOf(pair).slice(from);
		expect(later).not.toContain('FF46');
		expect(later).not.toContain('FF45');
	});

	test('when a refund is printed, then 82h makes it', async () => {
		pair = await startPair({model: 'old-core'});
		const end = await pair.driver.printReceipt(receiptOf(7000, 2, 'refund'), await documentsOf(pair));
		expect(end.type).toBe('closed');
		expect(codesOf(pair)).toContain('82');
	});

	test('when a rate is asked for that has no tax group there, then the receipt is not begun for good', async () => {
		pair = await startPair({model: 'old-core'});
		const order = receiptOf(7000);
		const lines = order.receipt.lines.map((line) => ({...line, vat: '5' as const}));
		const end = await pair.driver.printReceipt(
			{...order, receipt: {...order.receipt, lines}},
			await documentsOf(pair),
		);
		expect(end).toMatchObject({type: 'failed', fault: {code: 'VAT_NOT_POSSIBLE'}});
		expect(pair.device.state().receipt).toBeNull();
		expect(pair.device.closedReceipts()).toBe(0);
	});
});

describe('given a device without a fiscal storage', () => {
	test('when a receipt is paid by slot 4, then 85h closes it', async () => {
		pair = await startPair({model: 'fr-k'});
		const end = await pair.driver.printReceipt(receiptOf(7000, 4), await documentsOf(pair));
		expect(end).toEqual({type: 'closed', number: null, fiscalDocument: null, fiscalSign: null});
		expect(codesOf(pair)).toContain('85');
	});

	test('when the slot is beyond 4, then the receipt is cancelled and the slot named', async () => {
		pair = await startPair({model: 'fr-k'});
		const end = await pair.driver.printReceipt(receiptOf(7000, 5), await documentsOf(pair));
		expect(end).toMatchObject({type: 'failed', fault: {code: 'SLOT'}});
		expect(pair.device.state().receipt).toBeNull();
	});

	test('when the answer to the close is lost for good, then the count of receipts tells that it is closed', async () => {
		pair = await startPair({model: 'fr-k'});
		const documents = await documentsOf(pair);
		pair.device.control.inject({fault: 'loseClose', command: '85'});
		const order = receiptOf(7000, 4);
		expect(await pair.driver.printReceipt(order, documents)).toMatchObject({type: 'unknown'});
		expect(await pair.driver.settleReceipt(order, documents)).toMatchObject({type: 'closed'});
	});
});
