// Which scene the customer sees while a payment goes its way, and that no old code outlives its time.
import {describe, expect, test} from 'vitest';
import type {PaymentEvent} from '../../source/core/index.ts';
import {createSceneStore} from '../../source/display/follow/scene-store.ts';
import {handClock} from './hand-clock.ts';
import {link, till} from './till.ts';

function watched(wall?: string) {
	const clock = handClock(wall);
	const store = createSceneStore(clock);
	return {clock, store, ...till(clock, store), scene: () => store.getSnapshot()};
}

function waiting() {
	const customer = watched();
	customer.begin();
	customer.created();
	return customer;
}

const paid: PaymentEvent = {type: 'payment.paid', paidAt: null, amountKopecks: 125_000};
const closing: PaymentEvent = {
	type: 'receipt.closing',
	slot: 2,
	documentBefore: 340,
	before: {fiscalDocument: 340, storageNumber: null, shiftNumber: 1, receiptNumber: 1},
};
const closed: PaymentEvent = {type: 'receipt.closed', number: 12, fiscalDocument: 341, fiscalSign: null};
const cancelAsked: PaymentEvent = {type: 'cancel.requested', by: 'cashier', qrReason: null};

describe('while a payment goes its way', () => {
	test('given nothing has begun, the screen is empty', () => {
		expect(watched().scene()).toEqual({type: 'idle'});
	});

	test('given the order is being made, the customer sees the sum and that the code is coming', () => {
		const {begin, scene} = watched();
		begin();
		expect(scene()).toEqual({type: 'preparing', system: 'sbp', amountKopecks: 125_000});
	});

	test('given the order is made, the code is shown with the time that the journal leaves', () => {
		const {clock, begin, created, scene} = watched();
		begin();
		clock.advance(2_500);
		created();
		expect(scene()).toMatchObject({type: 'pay', qr: link, remainingS: 178, isOnPaper: false});
	});

	test('given a payment waits, the time falls by itself, a second at a time', () => {
		const {clock, store, scene} = waiting();
		const seen: number[] = [];
		store.subscribe(() => {
			const now = scene();
			if (now.type === 'pay') seen.push(now.remainingS);
		});
		clock.advance(4_000);
		expect(seen).toEqual([179, 178, 177, 176]);
	});

	test('given the slip is printed, the scene says so', () => {
		const {say, scene} = waiting();
		say('A-1', {type: 'qr.shown', where: ['screen', 'paper']});
		expect(scene()).toMatchObject({type: 'pay', isOnPaper: true});
	});

	test('given the customer has confirmed, the live poll says it before any row does', () => {
		const {pulse, scene} = waiting();
		pulse('processing');
		expect(scene()).toEqual({type: 'confirming', amountKopecks: 125_000});
	});

	test('given a row of older polls comes after the pulse of a newer one, the newer one stands', () => {
		const {clock, pulse, say, scene} = waiting();
		clock.advance(5_000);
		pulse('processing');
		say('A-1', {type: 'status.answered', operation: 'status', status: 'waiting', ms: 90, count: 3});
		expect(scene().type).toBe('confirming');
		clock.advance(5_000);
		pulse('waiting');
		expect(scene().type).toBe('pay');
	});

	test('given a poll fails technically, the customer sees no change', () => {
		const {pulse, scene} = waiting();
		const before = scene();
		pulse('error');
		expect(scene()).toBe(before);
	});

	test('given a cancel is under way, the code is gone and the payment is being checked', () => {
		const {say, scene} = waiting();
		say('A-1', cancelAsked);
		expect(scene()).toEqual({type: 'checking', amountKopecks: 125_000});
	});

	test('given it is paid, thanks are shown while the receipt is printed and for five seconds in all', () => {
		const {clock, say, scene} = waiting();
		say('A-1', paid);
		expect(scene()).toEqual({type: 'paid', amountKopecks: 125_000});
		clock.advance(3_000);
		say('A-1', closing);
		say('A-1', closed);
		clock.advance(1_999);
		expect(scene().type).toBe('paid');
		clock.advance(1);
		expect(scene()).toEqual({type: 'idle'});
	});

	test('given it is paid and the receipt fails, the customer still reads that it is paid', () => {
		const {say, scene} = waiting();
		say('A-1', paid);
		say('A-1', {type: 'receipt.failed', code: 'PAPER', text: 'Нет бумаги', advice: 'Вставьте'});
		expect(scene().type).toBe('paid');
	});
});

describe('how an unpaid end is told', () => {
	test.each<[PaymentEvent, string]>([
		[{type: 'payment.declined', reason: 'LIMIT'}, 'declined'],
		[{type: 'payment.expired', reason: 'deadline'}, 'expired'],
		[{type: 'payment.cancelled', reason: 'cashier'}, 'cancelled'],
		[{type: 'payment.cancelled', reason: 'refunded'}, 'returned'],
		[{type: 'payment.unresolved', reason: 'no-answer'}, 'ask-cashier'],
		[{type: 'payment.quarantined', reason: 'amount'}, 'ask-cashier'],
		[{type: 'order.rejected', code: 'LIMIT', message: 'Сумма велика'}, 'no-code'],
	])('given %j, the customer is told «%s» for five seconds', (event, end) => {
		const {clock, say, scene} = waiting();
		say('A-1', event);
		expect(scene()).toEqual({type: 'not-paid', end});
		clock.advance(5_000);
		expect(scene()).toEqual({type: 'idle'});
	});

	test('given late money for a payment that has ended, the next customer sees nothing of it', () => {
		const {clock, say, scene} = waiting();
		say('A-1', {type: 'payment.expired', reason: 'deadline'});
		clock.advance(60_000);
		say('A-1', {type: 'payment.late', status: 'paid', paidAt: null, amountKopecks: 125_000});
		say('A-1', paid);
		say('A-1', closing);
		expect(scene()).toEqual({type: 'idle'});
	});
});

describe('an old code', () => {
	test('given the time is over and nobody says anything, the code is gone, and after the grace everything', () => {
		const {clock, scene} = waiting();
		clock.advance(179_999);
		expect(scene().type).toBe('pay');
		clock.advance(1);
		expect(scene()).toEqual({type: 'checking', amountKopecks: 125_000});
		clock.advance(50_000);
		expect(scene()).toEqual({type: 'idle'});
	});

	test('given a screen started an hour after an unfinished payment, it shows nothing of it', () => {
		const rows: Parameters<ReturnType<typeof createSceneStore>['onRow']>[0][] = [];
		const before = handClock();
		const old = till(before, {onRow: (row) => rows.push(row), onPulse: () => undefined});
		old.begin();
		old.created();
		const store = createSceneStore(handClock('2026-01-31T10:00:00.000Z'));
		for (const row of rows) store.onRow(row);
		expect(store.getSnapshot()).toEqual({type: 'idle'});
	});

	test('given a screen started in the middle of a payment, it shows the code with the time that is left', () => {
		const rows: Parameters<ReturnType<typeof createSceneStore>['onRow']>[0][] = [];
		const old = till(handClock(), {onRow: (row) => rows.push(row), onPulse: () => undefined});
		old.begin();
		old.created();
		const store = createSceneStore(handClock('2026-01-31T09:01:00.000Z'));
		for (const row of rows) store.onRow(row);
		expect(store.getSnapshot()).toMatchObject({type: 'pay', remainingS: 120});
	});

	test('given the wall clock was set back a day since, the code lives no longer than its payment', () => {
		const rows: Parameters<ReturnType<typeof createSceneStore>['onRow']>[0][] = [];
		const old = till(handClock(), {onRow: (row) => rows.push(row), onPulse: () => undefined});
		old.begin();
		old.created();
		const store = createSceneStore(handClock('2026-01-30T09:00:00.000Z'));
		for (const row of rows) store.onRow(row);
		expect(store.getSnapshot()).toMatchObject({type: 'pay', remainingS: 180});
	});

	test('given another payment begins, the screen is that one’s, and rows of the former change nothing', () => {
		const {say, begin, created, scene} = waiting();
		say('A-1', {type: 'payment.unresolved', reason: 'no-answer'});
		begin('A-2');
		created('A-2', `${link}2`);
		say('A-1', {type: 'resolved', by: 'gateway', as: 'paid', note: null});
		expect(scene()).toMatchObject({type: 'pay', qr: `${link}2`});
	});

	test('given rows that begin in the middle of a payment, nothing is shown of it', () => {
		const {created, scene} = watched();
		created();
		expect(scene()).toEqual({type: 'idle'});
	});
});
