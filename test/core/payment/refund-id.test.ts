// The number of a refund: the same for the same wish, another for each try.
import {describe, expect, test} from 'vitest';
import {type AnyEvent, evolve, idle, type PaymentState, refundIdOf} from '../../../source/core/index.ts';
import {order, pay} from '../samples.ts';

const idAfter = (orderId: string, events: readonly AnyEvent[]): string => {
	const {type: _, startedAtMs: __, order: ___, ...facts} = pay();
	const started: AnyEvent = {
		...facts,
		type: 'payment.started',
		order: {...order, orderId},
		method: order.system,
		amountKopecks: order.amountKopecks,
	};
	const paid: AnyEvent = {type: 'payment.paid', paidAt: null, amountKopecks: order.amountKopecks};
	const state = [
		started,
		paid,
		{type: 'receipt.failed', code: 'X', text: '', advice: ''},
		...events,
	].reduce<PaymentState>((before, event) => evolve(before, event as AnyEvent, 0), idle);
	if (state.phase !== 'ended') throw new Error(state.phase);
	return refundIdOf(state);
};

const requested = (refundId: string): AnyEvent => ({type: 'refund.requested', refundId, amountKopecks: 1});

describe('the id of a refund', () => {
	test('given none yet, then it is the first; given one under way, then it is that one, whatever it is called', () => {
		expect(idAfter('A-1', [])).toBe('A-1-r1');
		expect(idAfter('A-1', [requested('A-1-r1')])).toBe('A-1-r1');
		expect(idAfter('A-1', [requested('old')])).toBe('old');
	});

	test('given a declined one, then the next has the next number', () => {
		const declined: AnyEvent = {type: 'refund.declined', refundId: 'A-1-r1', reason: null};
		expect(idAfter('A-1', [requested('A-1-r1'), declined])).toBe('A-1-r2');
		expect(idAfter('A-1', [requested('A-1-r9'), declined])).toBe('A-1-r10');
		expect(idAfter('A-1', [requested('old'), declined])).toBe('A-1-r1');
	});

	test('given order ids of 64 characters that differ in the last, then their refunds differ and are no longer than an id may be', () => {
		const ids = ['x', 'y'].map((last) => idAfter('A'.repeat(63) + last, []));
		expect(new Set(ids).size).toBe(2);
		for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9._-]{1,64}$/);
	});
});
