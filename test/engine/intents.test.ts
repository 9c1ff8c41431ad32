import {describe, expect, test} from 'vitest';
import {asking, begun, created, paid, printing, ready, request, status, till} from './till.ts';

/** Notes what is on disk at the moment of each call into the world. */
function noting(made: ReturnType<typeof till>): Map<string, readonly string[]> {
	const onDisk = new Map<string, readonly string[]>();
	made.gateway.onAsk = (operation) => onDisk.set(operation, made.journal.types());
	made.register.onTell = (operation) => onDisk.set(operation, made.journal.types());
	return onDisk;
}

describe('the intent is on disk before its effect', () => {
	test('given a new payment, when the order is asked for, then payment.started with its whole body lies on disk', async () => {
		const made = till();
		const onDisk = noting(made);
		await made.engine.pay(request());
		expect(onDisk.get('createOrder')).toEqual(['payment.started']);
		const first = made.journal.rows[0]?.event;
		expect(first?.type === 'payment.started' && first.order).toEqual(made.gateway.last('createOrder').about);
	});

	test('given a wish to cancel, when the gateway is asked, then cancel.requested lies on disk', async () => {
		const made = await asking();
		const onDisk = noting(made);
		made.engine.send('A-1', {type: 'cancel', by: 'cashier'});
		expect(onDisk.get('cancelOrder')?.at(-1)).toBe('cancel.requested');
	});

	test('given the word paid, when the register is told, then first paid and then receipt.closing lie on disk', async () => {
		const made = await asking();
		const onDisk = noting(made);
		await made.gateway.last('getStatus').answer(status('paid'));
		expect(onDisk.get('prepareReceipt')?.at(-1)).toBe('payment.paid');
		await made.register.last('prepareReceipt').answer(ready);
		expect(onDisk.get('printReceipt')?.at(-1)).toBe('receipt.closing');
	});

	test('given a refund, when the gateway is asked, then refund.requested lies on disk', async () => {
		const made = await printing();
		await made.register
			.last('printReceipt')
			.answer({type: 'failed', fault: {code: 'E4E', text: '', advice: ''}});
		const onDisk = noting(made);
		made.engine.send('A-1', {type: 'refund', refundId: 'R-1', amountKopecks: 125_000});
		expect(onDisk.get('refundOrder')?.at(-1)).toBe('refund.requested');
	});

	test('given an end, when the screens and listeners hear of it, then it lies on disk', async () => {
		const made = await printing();
		const told: (readonly string[])[] = [];
		made.engine.subscribe(() => {
			if (made.engine.getSnapshot().current.phase === 'ended') told.push(made.journal.types());
		});
		made.engine.onEvent(({event}) => {
			if (event.type === 'receipt.closed') told.push(made.journal.types());
		});
		await made.register
			.last('printReceipt')
			.answer({type: 'closed', number: 12, fiscalDocument: 341, fiscalSign: null});
		expect(told.length).toBeGreaterThanOrEqual(2);
		for (const types of told) expect(types.at(-1)).toBe('receipt.closed');
	});
});

describe('equal answers in a row', () => {
	test('given a quiet wait, then the disk gets one row at the next change, and readers beside us a beat for each', async () => {
		const made = await asking();
		for (let n = 0; n < 3; n += 1) {
			await made.gateway.last('getStatus').answer(status('waiting'));
			expect(made.journal.types()).toEqual(['payment.started', 'order.created', 'qr.shown']);
			await made.clock.advance(5_000);
		}
		await made.gateway.last('getStatus').answer(status('processing'));
		expect(made.journal.types().at(-1)).toBe('status.answered');
		expect(made.journal.rows.at(-1)?.event).toMatchObject({status: 'waiting', count: 3});
		expect(made.journal.pulses.map(({n, status: word}) => `${n} ${word}`)).toEqual([
			'1 waiting',
			'2 waiting',
			'3 waiting',
			'4 processing',
		]);
	});

	test('given answers that still wait for a change, when the engine is closed, then they are written', async () => {
		const made = await asking();
		await made.gateway.last('getStatus').answer(status('waiting'));
		made.engine.close();
		expect(made.journal.types().at(-1)).toBe('status.answered');
	});
});

test('given a whole payment, then the journal tells it from Enter to closed receipt', async () => {
	const made = await begun();
	await made.gateway.last('createOrder').answer(created);
	await made.clock.advance(5_000);
	await made.gateway.last('getStatus').answer(status('waiting'));
	await made.clock.advance(5_000);
	await made.gateway.last('getStatus').answer(status('paid'));
	await made.register.last('prepareReceipt').answer(ready);
	await made.register
		.last('printReceipt')
		.answer({type: 'closed', number: 12, fiscalDocument: 341, fiscalSign: null});
	expect(made.journal.types()).toEqual([
		'payment.started',
		'order.created',
		'qr.shown',
		'status.answered',
		'status.answered',
		'payment.paid',
		'receipt.closing',
		'receipt.closed',
	]);
	expect((await paid()).journal.types()).not.toContain('receipt.closing');
});
