import {describe, expect, test} from 'vitest';
import {
	asking,
	begun,
	created,
	done,
	fault,
	paid,
	phase,
	printing,
	ready,
	request,
	status,
	waiting,
} from './till.ts';

const operations = (made: Awaited<ReturnType<typeof begun>>): readonly string[] =>
	made.gateway.asked.map(({operation}) => operation);

describe('one request in flight', () => {
	test('given a question in flight, when the cashier cancels, then it is broken off before the cancel is asked', async () => {
		const made = await asking();
		const question = made.gateway.last('getStatus');
		made.engine.send('A-1', {type: 'cancel', by: 'cashier'});
		expect(question.isAborted()).toBe(true);
		expect(made.gateway.last('cancelOrder').isAborted()).toBe(false);
	});

	test('given a question that was broken off, when its answer comes all the same, then it is dropped', async () => {
		const made = await asking();
		const question = made.gateway.last('getStatus');
		made.engine.send('A-1', {type: 'cancel', by: 'cashier'});
		await question.answer(status('declined'));
		expect(phase(made)).toBe('checking');
		expect(made.journal.types()).not.toContain('payment.declined');
	});

	test('given an order being made, when the cashier cancels, then the order that comes late is not shown', async () => {
		const made = await begun();
		const creation = made.gateway.last('createOrder');
		made.engine.send('A-1', {type: 'cancel', by: 'cashier'});
		await creation.answer(created);
		expect(made.journal.types()).toEqual(['payment.started', 'cancel.requested']);
		await made.gateway.last('cancelOrder').answer({type: 'notFound'});
		expect(made.engine.stateOf('A-1')).toMatchObject({phase: 'ended', outcome: 'cancelled'});
	});

	test('given slow answers, then there is never a second question beside the first', async () => {
		const made = await asking();
		await made.clock.advance(9_000);
		expect(operations(made)).toEqual(['createOrder', 'getStatus']);
		await made.gateway.last('getStatus').answer(status('waiting'));
		expect(operations(made)).toEqual(['createOrder', 'getStatus', 'getStatus']);
	});
});

describe('ports that break their word', () => {
	test('given a gateway that throws, then it is a technical error like any other', async () => {
		const made = await asking();
		await made.gateway.last('getStatus').breakDown();
		expect(made.journal.rows.at(-1)?.event).toMatchObject({type: 'status.failed', code: 'INTERNAL'});
		await made.clock.advance(5_000);
		await made.gateway.last('getStatus').answer(status('paid'));
		expect(phase(made)).toBe('fiscalising');
	});

	test('given a gateway that never answers, then it is a time-out a second after its limit, and the payment goes on', async () => {
		const made = await asking();
		const question = made.gateway.last('getStatus');
		await made.clock.advance(10_999);
		expect(made.gateway.asked).toHaveLength(2);
		await made.clock.advance(1);
		expect(question.isAborted()).toBe(true);
		expect(made.journal.rows.at(-1)?.event).toMatchObject({type: 'status.failed', kind: 'timeout'});
		expect(made.gateway.asked).toHaveLength(3);
	});

	test('given a register that throws before anything was printed, then the receipt is owed', async () => {
		const made = await paid();
		await made.register.last('prepareReceipt').breakDown();
		expect(made.engine.stateOf('A-1')).toMatchObject({
			phase: 'ended',
			receipt: {state: 'failed', fault: {code: 'INTERNAL'}},
		});
	});

	test('given a register that throws while it prints, then nobody knows, and the documents are asked', async () => {
		const made = await printing();
		await made.register.last('printReceipt').breakDown();
		expect(made.journal.types().at(-1)).toBe('receipt.unknown');
		await made.register.last('settleReceipt').breakDown();
		expect(made.engine.stateOf('A-1')).toMatchObject({phase: 'ended', receipt: {state: 'unknown'}});
	});

	test('given a gateway that never answers a refund, then it stays open', async () => {
		const made = await done();
		made.engine.send('A-1', {type: 'refund', refundId: 'R-1', amountKopecks: 125_000});
		await made.clock.advance(16_000);
		expect(made.engine.getSnapshot().open).toMatchObject([{refund: {state: 'requested'}}]);
		await made.gateway.last('refundOrder').answer({
			type: 'refund',
			refundId: 'R-1',
			orderId: 'A-1',
			status: 'done',
			amountKopecks: 125_000,
			reason: null,
		});
		expect(made.engine.getSnapshot().open).toHaveLength(1);
	});
});

describe('returning money', () => {
	const answer = {
		type: 'refund',
		refundId: 'R-1',
		orderId: 'A-1',
		status: 'done',
		amountKopecks: 125_000,
		reason: null,
	} as const;
	const refund = {type: 'refund', refundId: 'R-1', amountKopecks: 125_000} as const;

	test('given a refund in flight, when it is wished for again, then it is asked for once', async () => {
		const made = await done();
		made.engine.send('A-1', refund);
		made.engine.send('A-1', refund);
		expect(operations(made).filter((word) => word === 'refundOrder')).toHaveLength(1);
		await made.gateway.last('refundOrder').answer(answer);
		made.register.last('prepareReceipt');
	});

	test('given another payment under way, then the receipt of the return waits for its end: the register closes one at a time', async () => {
		const made = await done();
		made.engine.send('A-1', refund);
		const refunding = made.gateway.last('refundOrder');
		await made.engine.pay(request({}, 'A-2'));
		const told = made.register.told.length;
		await refunding.answer(answer);
		expect(made.register.told).toHaveLength(told);
		expect(made.engine.getSnapshot().live).toMatchObject({facts: {orderId: 'A-2'}});
		await made.gateway.last('createOrder').answer({type: 'rejected', code: 'LIMIT', message: ''});
		made.register.last('prepareReceipt');
		expect(made.journal.types('A-1')).toContain('refund.done');
	});
});

describe('the schedule on a clock', () => {
	test('given 3 minutes and a gateway that answers in 200 ms, then it is asked every 5 s and cancelled at the deadline', async () => {
		const made = await waiting();
		const startedMs = made.clock.nowMs();
		const starts: number[] = [];
		made.gateway.onAsk = () => starts.push((made.clock.nowMs() - startedMs) / 1000);
		while (phase(made) === 'waiting') {
			await made.clock.advance(200);
			const last = made.gateway.asked.at(-1);
			if (last?.operation === 'getStatus') await last.answer(status('waiting'));
		}
		expect(starts.slice(0, -1)).toEqual(Array.from({length: 35}, (_, n) => (n + 1) * 5));
		expect(starts.at(-1)).toBe(180);
		expect(made.gateway.last('cancelOrder').timeoutMs).toBe(10_000);
	});

	test('given a gateway that is down, then the order is tried every 2 s until one error too many, and then cancelled', async () => {
		const made = await begun();
		for (let n = 0; n < 5; n += 1) {
			await made.gateway.last('createOrder').answer(fault);
			await made.clock.advance(2_000);
		}
		await made.gateway.last('createOrder').answer(fault);
		made.gateway.last('cancelOrder');
		expect(operations(made).filter((word) => word === 'createOrder')).toHaveLength(6);
	});

	test('given an unresolved payment beside a running one, then both are asked about, each on its own schedule', async () => {
		const made = await waiting();
		made.engine.send('A-1', {type: 'cancel', by: 'cashier'});
		await made.gateway.last('cancelOrder').answer(status('waiting'));
		await made.clock.advance(30_000);
		expect(made.gateway.last('getStatus').about).toBe('A-1');
		await made.gateway.last('getStatus').answer(status('cancelled'));
		expect(made.journal.rows.at(-1)?.event).toMatchObject({type: 'resolved', by: 'gateway', as: 'cancelled'});
		expect(made.engine.getSnapshot().open).toEqual([]);
	});
});

describe('sleep and clocks that are set', () => {
	test('given a machine that slept, when it wakes, then the truth is asked for at once, before anything is given up', async () => {
		const made = await asking();
		await made.gateway.last('getStatus').answer(status('waiting'));
		made.clock.jumpWall(3_600_000);
		const asked = made.gateway.asked.length;
		await made.clock.advance(5_000);
		expect(made.gateway.asked.slice(asked).map(({operation}) => operation)).toEqual(['getStatus']);
		await made.gateway.last('getStatus').answer(status('paid'));
		expect(phase(made)).toBe('fiscalising');
	});

	test('given an unresolved payment whose next question is minutes away, when the machine has slept, then it is asked within a minute', async () => {
		const made = await waiting();
		made.engine.send('A-1', {type: 'cancel', by: 'cashier'});
		await made.gateway.last('cancelOrder').answer(status('waiting'));
		for (const pauseMs of [30_000, 60_000, 120_000]) {
			await made.clock.advance(pauseMs);
			await made.gateway.last('getStatus').answer(status('processing'));
		}
		const asked = made.gateway.asked.length;
		await made.clock.advance(30_000);
		made.clock.jumpWall(3_600_000);
		await made.clock.advance(30_000);
		expect(made.gateway.asked).toHaveLength(asked + 1);
		await made.gateway.last('getStatus').answer(status('paid'));
		expect(made.engine.stateOf('A-1')).toMatchObject({outcome: 'paid', resolved: {by: 'gateway'}});
	});

	test.each([3_600_000, -3_600_000])(
		'given a wall clock set by %i ms, then the deadline does not move',
		async (jumpMs) => {
			const made = await waiting();
			made.clock.jumpWall(jumpMs);
			for (let n = 0; n < 34; n += 1) {
				await made.clock.advance(5_000);
				await made.gateway.last('getStatus').answer(status('waiting'));
			}
			expect(phase(made)).toBe('waiting');
			await made.clock.advance(10_000);
			expect(made.gateway.asked.at(-1)?.operation).not.toBe('createOrder');
			if (made.gateway.asked.at(-1)?.operation === 'getStatus') {
				await made.gateway.last('getStatus').answer(status('waiting'));
			}
			made.gateway.last('cancelOrder');
		},
	);

	test('given a register that prints, when the machine slept, then nothing is told to it a second time', async () => {
		const made = await printing();
		made.clock.jumpWall(3_600_000);
		await made.clock.advance(120_000);
		expect(made.register.told.filter(({operation}) => operation !== 'prepareReceipt')).toHaveLength(1);
		await made.register
			.last('printReceipt')
			.answer({type: 'unknown', fault: {code: 'LINK', text: '', advice: ''}});
		await made.register
			.last('settleReceipt')
			.answer({type: 'notClosed', fault: {code: 'OPEN', text: '', advice: ''}});
		await made.register.last('prepareReceipt').answer(ready);
		made.register.last('printReceipt');
	});
});
