import {describe, expect, test, vi} from 'vitest';
import type {Snapshot} from '../../source/engine/index.ts';
import {asking, begun, created, done, paid, phase, request, settle, status, till, waiting} from './till.ts';

/** Freezes a picture through and through: a change to it would throw. */
function frozen<Value>(value: Value): Value {
	if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
	Object.freeze(value);
	for (const part of Object.values(value)) frozen(part);
	return value;
}

describe('what screens see', () => {
	test('given a payment from start to end, then each picture is new, never changed later, and its number grows', async () => {
		const made = till();
		const pictures: Snapshot[] = [];
		const copies: string[] = [];
		made.engine.subscribe(() => {
			const picture = frozen(made.engine.getSnapshot());
			pictures.push(picture);
			copies.push(JSON.stringify(picture));
		});
		await made.engine.pay(request());
		await made.gateway.last('createOrder').answer(created);
		await made.clock.advance(5_000);
		await made.gateway.last('getStatus').answer(status('declined'));
		expect(new Set(pictures).size).toBe(pictures.length);
		expect(pictures.map((picture) => JSON.stringify(picture))).toEqual(copies);
		const revisions = pictures.map(({revision}) => revision);
		expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
		expect(pictures.at(-1)).toMatchObject({live: null, current: {phase: 'ended', outcome: 'declined'}});
	});

	test('given nothing new, then the picture is the very same object', async () => {
		const made = await waiting();
		expect(made.engine.getSnapshot()).toBe(made.engine.getSnapshot());
	});

	test('given a subscription that was ended, then nothing more is told', async () => {
		const made = await begun();
		const listener = vi.fn();
		made.engine.subscribe(listener)();
		made.engine.onEvent(listener)();
		await made.gateway.last('createOrder').answer(created);
		expect(listener).not.toHaveBeenCalled();
	});

	test('given a log, then it holds every row in order, with the time of each', async () => {
		const made = await asking();
		await made.gateway.last('getStatus').answer(status('declined'));
		const {log} = made.engine.getSnapshot();
		expect(log.map(({event}) => event.type)).toEqual([
			'payment.started',
			'order.created',
			'qr.shown',
			'status.answered',
			'payment.declined',
		]);
		expect(log.map(({n}) => n)).toEqual([1, 2, 3, 4, 5]);
		expect(log.at(-1)?.at).toBe('2026-01-31T09:00:05.000Z');
	});

	test('given an ended payment, then it stays the current one until the next begins', async () => {
		const made = await done();
		expect(made.engine.getSnapshot().current).toMatchObject({phase: 'ended', facts: {orderId: 'A-1'}});
		await made.engine.pay(request({}, 'A-2'));
		expect(made.engine.getSnapshot().current).toMatchObject({phase: 'creating', facts: {orderId: 'A-2'}});
	});

	test('given an old payment that is settled in the background, then the current one is not pushed aside', async () => {
		const made = await waiting();
		made.engine.send('A-1', {type: 'cancel', by: 'cashier'});
		await made.gateway.last('cancelOrder').answer(status('waiting'));
		await made.engine.pay(request({}, 'A-2'));
		await made.gateway.last('createOrder').answer({...created, orderId: 'A-2'});
		made.engine.send('A-1', {type: 'resolveByPerson', as: 'cancelled', note: 'Сверено'});
		expect(made.engine.getSnapshot()).toMatchObject({
			current: {phase: 'waiting', facts: {orderId: 'A-2'}},
			open: [],
		});
	});

	test('given a register that waits for paper, then the cashier sees it, and sees it go', async () => {
		const made = await paid();
		made.register.notice({code: 'PAPER', text: 'Нет бумаги', advice: 'Вставьте'});
		expect(made.engine.getSnapshot().notice).toMatchObject({code: 'PAPER'});
		made.register.notice(null);
		expect(made.engine.getSnapshot().notice).toBeNull();
	});

	test('given someone waits for the end, then it comes at the end, and at once for one that has ended', async () => {
		const made = await asking();
		const ended = made.engine.whenEnded('A-1');
		await made.gateway.last('getStatus').answer(status('expired'));
		expect(await ended).toMatchObject({outcome: 'expired'});
		expect(await made.engine.whenEnded('A-1')).toMatchObject({outcome: 'expired'});
	});
});

describe('listeners that send commands', () => {
	test('given a listener that cancels as soon as the QR is shown, then all hear everything in the order it happened', async () => {
		const made = till();
		const heard: string[] = [];
		made.engine.onEvent(({event, orderId}) => {
			if (event.type === 'qr.shown') made.engine.send(orderId, {type: 'cancel', by: 'cashier'});
		});
		made.engine.onEvent(({event}) => heard.push(event.type));
		await made.engine.pay(request());
		await made.gateway.last('createOrder').answer(created);
		expect(heard).toEqual([
			'payment.started',
			'exchange.begun',
			'order.created',
			'qr.shown',
			'cancel.requested',
			'exchange.begun',
		]);
		expect(made.journal.types()).toEqual(heard.filter((type) => type !== 'exchange.begun'));
		made.gateway.last('cancelOrder');
		expect(phase(made)).toBe('checking');
	});

	test('given a listener that cancels as soon as the order is asked for, then the cancel stands and the creation is broken off', async () => {
		const made = till();
		made.engine.onEvent(({event, orderId}) => {
			if (event.type === 'payment.started') made.engine.send(orderId, {type: 'cancel', by: 'cashier'});
		});
		await made.engine.pay(request());
		await settle();
		expect(made.gateway.asked.map(({operation, isAborted}) => [operation, isAborted()])).toEqual([
			['createOrder', true],
			['cancelOrder', false],
		]);
		expect(phase(made)).toBe('checking');
	});
});
