// Which payments of a journal still wait for somebody.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {seeJournal} from '../../source/cli/doctor/see-journal.ts';
import type {PaymentEvent} from '../../source/core/index.ts';
import {collectOpenMatters} from '../../source/doctor/index.ts';
import {created, leftUnresolved, paidAndClosed, started, writePayments} from './matrix/payments.ts';

const late: PaymentEvent = {type: 'payment.late', status: 'paid', paidAt: null, amountKopecks: 125_000};
const cancelled: readonly PaymentEvent[] = [
	started('A'),
	{type: 'cancel.requested', by: 'cashier', qrReason: null},
	{type: 'payment.cancelled', reason: 'cashier'},
];

function collected(
	payments: Record<string, readonly PaymentEvent[]>,
	...options: Parameters<typeof collectOpenMatters>
) {
	const matters = collectOpenMatters(...options);
	let seq = 0;
	for (const [orderId, events] of Object.entries(payments)) {
		for (const event of events) {
			seq += 1;
			matters.take({seq, at: '2026-01-31T09:00:00.000Z', orderId, event});
		}
	}
	return matters;
}

test('given settled, unresolved and cut-off payments, then the last two are open', () => {
	const matters = collected(
		{A: paidAndClosed('A'), B: leftUnresolved('B'), C: [started('C'), created], D: cancelled},
		false,
	);
	expect(matters.open()).toEqual(['B', 'C']);
	expect(matters.again()).toEqual([]);
});

test('given a running console, then what is live is its own business', () => {
	expect(collected({B: leftUnresolved('B'), C: [started('C')]}, true).open()).toEqual(['B']);
});

test('given late money for a settled payment, then it has to be folded anew, and is open then', () => {
	const payments = {A: [...cancelled, late], B: paidAndClosed('B')};
	const matters = collected(payments, false);
	expect(matters.open()).toEqual([]);
	expect(matters.again()).toEqual(['A']);
	const anew = collected(payments, false, {isAmong: (orderId) => orderId === 'A', isForgetting: false});
	expect(anew.open()).toEqual(['A']);
});

test('given a journal too long for the time there is, then what was read is told, and that it was not all', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'qrkassa-long-'));
	try {
		writePayments(folder, {A: leftUnresolved('A'), B: paidAndClosed('B')});
		expect(seeJournal(folder, 10_000)).toMatchObject({
			type: 'read',
			rows: 10,
			isWhole: true,
			openOrders: ['A'],
		});
		expect(seeJournal(folder, -1)).toMatchObject({type: 'read', rows: 1, isWhole: false, damage: null});
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
});
