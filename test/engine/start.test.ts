import {describe, expect, test} from 'vitest';
import {
	begun,
	created,
	done,
	fault,
	phase,
	printing,
	ready,
	request,
	settle,
	status,
	till,
	waiting,
} from './till.ts';

describe('beginning a payment', () => {
	test('given a double Enter, then one order is asked for and the second Enter is refused', async () => {
		const made = till();
		const [first, second] = await Promise.all([
			made.engine.pay(request({}, 'A-1')),
			made.engine.pay(request({}, 'A-2')),
		]);
		expect(first).toEqual({type: 'started', orderId: 'A-1'});
		expect(second).toEqual({type: 'refused', code: 'PAYMENT_RUNNING'});
		expect(made.gateway.asked).toHaveLength(1);
	});

	test('given a double Enter while the register is still being asked, then the second is refused too', async () => {
		const made = till();
		made.register.preflightAnswer = null;
		const first = made.engine.pay(request({}, 'A-1'));
		expect(made.engine.getSnapshot().isStarting).toBe(true);
		expect(await made.engine.pay(request({}, 'A-2'))).toEqual({type: 'refused', code: 'PAYMENT_RUNNING'});
		await made.register.last('preflight').answer({type: 'ready', warnings: []});
		expect(await first).toEqual({type: 'started', orderId: 'A-1'});
		expect(made.engine.getSnapshot().isStarting).toBe(false);
	});

	test('given a register that cannot close a receipt now, then nothing is written and nothing is sent', async () => {
		const made = till();
		made.register.preflightAnswer = {type: 'problem', fault: {code: 'PAPER', text: 'Нет бумаги', advice: ''}};
		expect(await made.engine.pay(request())).toMatchObject({type: 'register', fault: {code: 'PAPER'}});
		expect(made.gateway.asked).toHaveLength(0);
		expect(made.journal.rows).toHaveLength(0);
		expect(made.engine.getSnapshot()).toMatchObject({isStarting: false, live: null});
	});

	test('given a till without a register, then nobody asks for one', async () => {
		const made = await begun({hasRegister: false}, {slot: null});
		expect(made.register.told).toHaveLength(0);
		expect(made.gateway.asked).toHaveLength(1);
	});

	test('given a register that took 20 s, then the time of the operation runs from Enter all the same', async () => {
		const made = till();
		made.register.preflightAnswer = null;
		const paying = made.engine.pay(request());
		await made.clock.advance(20_000);
		await made.register.last('preflight').answer({type: 'ready', warnings: []});
		await paying;
		const state = made.engine.stateOf('A-1');
		expect(state.phase === 'creating' && state.facts.deadlineMs - made.clock.nowMs()).toBe(160_000);
		expect(state.phase === 'creating' && state.facts.deadline).toBe('2026-01-31T09:03:00.000Z');
	});

	test('given a payment under way, then another is refused; once it has ended, the next begins', async () => {
		const made = await waiting();
		expect(await made.engine.pay(request({}, 'A-2'))).toEqual({type: 'refused', code: 'PAYMENT_RUNNING'});
		await made.clock.advance(5_000);
		await made.gateway.last('getStatus').answer(status('declined'));
		expect(await made.engine.pay(request({}, 'A-2'))).toEqual({type: 'started', orderId: 'A-2'});
	});

	test('given an order that has ended, when it is paid again by the same id, then no second order is made', async () => {
		const made = await done();
		expect(await made.engine.pay(request())).toEqual({type: 'refused', code: 'ALREADY_ENDED'});
		expect(made.gateway.asked.filter(({operation}) => operation === 'createOrder')).toHaveLength(1);
	});

	test('given an order that another process has ended, then it is found in the journal and not paid again', async () => {
		const {journal} = await done();
		const made = till({journal});
		expect(await made.engine.pay(request())).toEqual({type: 'refused', code: 'ALREADY_ENDED'});
		expect(made.gateway.asked).toHaveLength(0);
	});

	test('given an unresolved payment, then the till takes others', async () => {
		const made = await waiting();
		made.engine.send('A-1', {type: 'cancel', by: 'cashier'});
		await made.gateway.last('cancelOrder').answer(status('waiting'));
		expect(made.engine.getSnapshot().open).toMatchObject([{outcome: 'unresolved'}]);
		expect(await made.engine.pay(request({}, 'A-2'))).toEqual({type: 'started', orderId: 'A-2'});
	});
});

describe('one receipt at a time', () => {
	const owed = async () => {
		const made = await printing();
		await made.register
			.last('printReceipt')
			.answer({type: 'failed', fault: {code: 'PAPER', text: '', advice: ''}});
		return made;
	};

	test('given a payment under way, then an owed receipt of another is not closed meanwhile', async () => {
		const made = await owed();
		await made.engine.pay(request({}, 'A-2'));
		expect(made.engine.send('A-1', {type: 'closeReceipt'})).toEqual({
			type: 'refused',
			code: 'PAYMENT_RUNNING',
		});
	});

	test('given an owed receipt that is being closed, then no payment begins meanwhile, also not one that was asking the register', async () => {
		const made = await owed();
		expect(made.engine.send('A-1', {type: 'closeReceipt'})).toEqual({type: 'done'});
		expect(await made.engine.pay(request({}, 'A-2'))).toEqual({type: 'refused', code: 'PAYMENT_RUNNING'});
		await made.register.last('prepareReceipt').answer(ready);
		await made.register
			.last('printReceipt')
			.answer({type: 'closed', number: 1, fiscalDocument: 2, fiscalSign: null});
		expect(made.engine.stateOf('A-1')).toMatchObject({phase: 'ended', receipt: {state: 'closed'}});
	});
});

test('given a receipt that may be closed, when the next one is begun on the same documents, then it is never taken for the other', async () => {
	const made = await printing();
	await made.register
		.last('printReceipt')
		.answer({type: 'unknown', fault: {code: 'LINK', text: '', advice: ''}});
	await made.register
		.last('settleReceipt')
		.answer({type: 'unknown', fault: {code: 'LINK', text: '', advice: ''}});
	await made.engine.pay(request({}, 'A-2'));
	await made.gateway.last('createOrder').answer({...created, orderId: 'A-2'});
	await made.clock.advance(5_000);
	await made.gateway.last('getStatus').answer(status('paid', {orderId: 'A-2'}));
	expect(made.engine.stateOf('A-1')).toMatchObject({receipt: {state: 'unknown'}});
	await made.register.last('prepareReceipt').answer(ready);
	expect(made.engine.stateOf('A-1')).toMatchObject({receipt: {state: 'failed', fault: {code: 'NOT_CLOSED'}}});
	expect(made.journal.types('A-1').at(-1)).toBe('receipt.failed');
	expect(made.register.last('printReceipt').about).toMatchObject({before: ready.before});
});

describe('a journal that takes no rows', () => {
	test('given a failing disk, when a payment is begun, then it is refused and nothing was sent', async () => {
		const made = till();
		made.journal.refuse('no space left on device');
		expect(await made.engine.pay(request())).toEqual({type: 'journal', text: 'no space left on device'});
		expect(made.gateway.asked).toHaveLength(0);
		expect(phase(made)).toBe('idle');
		expect(made.engine.getSnapshot().live).toBeNull();
	});

	test('given a disk that works again, then the same Enter begins the payment', async () => {
		const made = till();
		made.journal.refuse('EIO');
		await made.engine.pay(request());
		made.journal.refuse(null);
		expect(await made.engine.pay(request())).toEqual({type: 'started', orderId: 'A-1'});
	});

	test('given a disk that fails in the middle, then the money is taken, loudly, the receipt waits for the disk, and all is written later in order', async () => {
		const made = await waiting();
		made.journal.refuse('EROFS');
		await made.clock.advance(5_000);
		await made.gateway.last('getStatus').answer(status('paid'));
		expect(made.engine.getSnapshot().journalFault).toBe('EROFS');
		await made.register.last('prepareReceipt').answer(ready);
		expect(made.register.told.map(({operation}) => operation)).not.toContain('printReceipt');
		expect(made.engine.stateOf('A-1')).toMatchObject({
			phase: 'ended',
			outcome: 'paid',
			receipt: {state: 'failed', fault: {code: 'DISK'}},
		});
		expect(made.journal.types()).toEqual(['payment.started', 'order.created', 'qr.shown']);
		made.journal.refuse(null);
		await made.clock.advance(5_000);
		expect(made.journal.types().slice(3)).toEqual(['status.answered', 'payment.paid', 'receipt.failed']);
		expect(made.engine.getSnapshot().journalFault).toBeNull();
		expect(made.engine.send('A-1', {type: 'closeReceipt'})).toEqual({type: 'done'});
		await made.register.last('prepareReceipt').answer(ready);
		expect(made.journal.types().at(-1)).toBe('receipt.closing');
		made.register.last('printReceipt');
	});

	test('given rows that wait for the disk, when a new payment is begun, then they are written before its intent', async () => {
		const made = await waiting();
		made.journal.refuse('EIO');
		made.engine.send('A-1', {type: 'cancel', by: 'cashier'});
		await made.gateway.last('cancelOrder').answer(status('cancelled'));
		expect(await made.engine.pay(request({}, 'A-2'))).toMatchObject({type: 'journal'});
		made.journal.refuse(null);
		await made.engine.pay(request({}, 'A-2'));
		expect(made.journal.rows.map(({orderId, event}) => `${orderId} ${event.type}`).slice(-4)).toEqual([
			'A-1 cancel.requested',
			'A-1 status.answered',
			'A-1 payment.cancelled',
			'A-2 payment.started',
		]);
	});

	test('given a failing disk, then no money is returned and no owed receipt is closed: nothing is begun without its intent', async () => {
		const made = await printing();
		await made.register
			.last('printReceipt')
			.answer({type: 'failed', fault: {code: 'PAPER', text: '', advice: ''}});
		made.journal.refuse('EIO');
		const refund = {type: 'refund', refundId: 'R-1', amountKopecks: 125_000} as const;
		expect(made.engine.send('A-1', refund)).toEqual({type: 'refused', code: 'DISK'});
		expect(made.gateway.asked.map(({operation}) => operation)).not.toContain('refundOrder');
		made.engine.send('A-1', {type: 'resolveByPerson', as: 'paid', note: 'Чек пробит вручную'});
		expect(made.engine.send('A-1', {type: 'closeReceipt'})).toEqual({type: 'refused', code: 'DISK'});
		made.journal.refuse(null);
		expect(made.engine.send('A-1', refund)).toEqual({type: 'done'});
		made.gateway.last('refundOrder');
	});

	test('given rows that wait for the disk, when the engine is closed, then they are tried once more', async () => {
		const made = await waiting();
		made.journal.refuse('EIO');
		made.engine.send('A-1', {type: 'cancel', by: 'cashier'});
		made.journal.refuse(null);
		made.engine.close();
		expect(made.journal.types().at(-1)).toBe('cancel.requested');
	});
});

test('given a closed engine, then late answers change nothing', async () => {
	const made = await begun();
	made.engine.close();
	expect(made.gateway.last('createOrder').isAborted()).toBe(true);
	await made.gateway.last('createOrder').answer(created);
	await settle();
	expect(made.journal.types()).toEqual(['payment.started']);
	expect(made.engine.send('A-1', {type: 'cancel', by: 'cashier'})).toEqual({
		type: 'refused',
		code: 'STALE_ANSWER',
	});
	expect(made.clock.pending()).toBeLessThanOrEqual(1);
	await made.gateway.last('createOrder').answer(fault);
});
