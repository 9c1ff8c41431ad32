// The end of a day: what came in, what is open, what differs; and that nothing open ever looks clean.
import {describe, expect, test} from 'vitest';
import type {PaymentEvent} from '../../source/core/index.ts';
import {gatewayRangeOf} from '../../source/report/index.ts';
import {answer, reportOf, Story, sale} from './story.ts';

const expired: PaymentEvent = {type: 'payment.expired', reason: 'deadline'};
const unresolved: PaymentEvent = {type: 'payment.unresolved', reason: 'no-answer'};
const noPaper: PaymentEvent = {type: 'receipt.failed', code: 'PAPER', text: 'Нет бумаги', advice: ''};
const byPerson: PaymentEvent = {type: 'resolved', by: 'person', as: 'cancelled', note: 'Звонил в банк'};

describe('a clean day', () => {
	test('given no payment at all and the gateway knows of none, the day is clean', () => {
		const report = reportOf([], []);
		expect(report).toMatchObject({systems: [], receivedKopecks: 0, open: [], differences: [], isClean: true});
	});

	test('given paid sales with closed receipts and the gateway agrees, the day is clean and summed up by system', () => {
		const report = reportOf(
			[
				sale({orderId: 'A-1', amountKopecks: 125_000}),
				sale({orderId: 'A-2', amountKopecks: 50}, 342),
				sale({orderId: 'A-3', system: 'wechat', amountKopecks: 100}, 343),
			],
			[
				answer('A-1'),
				answer('A-2', {amountKopecks: 50}),
				answer('A-3', {amountKopecks: 100, system: 'wechat'}),
			],
		);
		expect(report.systems.map(({system, closed}) => [system, closed])).toEqual([
			['sbp', {count: 2, sumKopecks: 125_050}],
			['wechat', {count: 1, sumKopecks: 100}],
		]);
		expect(report).toMatchObject({receivedKopecks: 125_150, refundedKopecks: 0, isClean: true});
	});

	test('given a till without a register, a paid sale is closed', () => {
		const report = reportOf([new Story({slot: null}).created().paid()], [answer('A-1')]);
		expect(report.systems[0]?.closed).toEqual({count: 1, sumKopecks: 125_000});
		expect(report.documents).toEqual([]);
		expect(report.isClean).toBe(true);
	});

	test('given unpaid ends, they are counted, and nothing of them is money', () => {
		const report = reportOf(
			[
				new Story({orderId: 'A-1'}).created().say({type: 'payment.declined', reason: null}),
				new Story({orderId: 'A-2'}).created().say(expired),
				new Story({orderId: 'A-3'}).created().say(expired),
				new Story({orderId: 'A-4'}).say({type: 'order.rejected', code: 'LIMIT', message: ''}),
			],
			[answer('A-1', {status: 'declined', paidAt: null}), answer('A-2', {status: 'cancelled', paidAt: null})],
		);
		expect(report.unpaid).toEqual({declined: 1, expired: 2, cancelled: 0, rejected: 1});
		expect(report).toMatchObject({receivedKopecks: 0, isClean: true});
	});

	test('given a refund whose receipt is still owed, sale and refund count, and the receipt is an open matter', () => {
		const report = reportOf([sale().refunded()], [answer('A-1', {status: 'refunded'})]);
		expect(report.systems[0]).toMatchObject({closed: {count: 1}, refunded: {count: 1}});
		expect(report).toMatchObject({open: [{orderId: 'A-1', reason: 'receipt'}], isClean: false});
	});

	test('given a refund is done, it counts beside the sale', () => {
		const report = reportOf([sale().returned(25_000)], [answer('A-1')]);
		expect(report.systems[0]).toMatchObject({
			closed: {count: 1, sumKopecks: 125_000},
			refunded: {count: 1, sumKopecks: 25_000},
		});
		expect(report).toMatchObject({refundedKopecks: 25_000, isClean: true});
	});
});

describe('what keeps a day from being clean', () => {
	test.each<[string, Story, string]>([
		['is still under way', new Story().created(), 'running'],
		['prints its receipt', new Story().created().paid(), 'running'],
		['is not resolved', new Story().created().say(unresolved), 'unresolved'],
		[
			'is in quarantine',
			new Story().created().say({type: 'payment.quarantined', reason: 'amount'}),
			'quarantined',
		],
		['is paid without a receipt', new Story().created().paid().say(noPaper), 'receipt'],
		['has late money', new Story().created().say(expired).late(), 'late'],
		[
			'has a refund on its way',
			sale().say({type: 'refund.requested', refundId: 'R', amountKopecks: 1}),
			'refund',
		],
	])('given a payment %s, it is named', (_, story, reason) => {
		const report = reportOf([story], [answer('A-1')]);
		expect(report.open).toMatchObject([{orderId: 'A-1', amountKopecks: 125_000, reason}]);
		expect(report.isClean).toBe(false);
	});

	test('given the gateway could not be asked, a day without any fault is not clean', () => {
		const report = reportOf([sale()], null);
		expect(report).toMatchObject({open: [], differences: [], compared: {gateway: false}, isClean: false});
	});

	test('given a matter of yesterday is open, today is not clean', () => {
		const report = reportOf([new Story({at: '2026-01-30T08:00:00Z'}).created().say(unresolved)], []);
		expect(report.open).toMatchObject([{startedAt: '2026-01-30T08:00:01.000Z'}]);
		expect(report.isClean).toBe(false);
	});

	test('given a payment of tomorrow is under way, the report of today is not touched by it', () => {
		const report = reportOf([new Story({at: '2026-02-01T06:00:00Z'}).created()], []);
		expect(report).toMatchObject({open: [], isClean: true});
	});

	test('given rows that do not begin at a payment’s beginning, they are named and never counted', () => {
		const story = sale();
		const report = reportOf([], [], {rows: story.rows.slice(1)});
		expect(report).toMatchObject({incomplete: ['A-1'], receivedKopecks: 0, isClean: false});
	});

	test('given late money gets its receipt, or goes back, the matter is closed and counted once', () => {
		const kept = new Story({orderId: 'A-1'}).created().say(expired).late().paid().closed();
		const returned = new Story({orderId: 'A-2'}).created().say(expired).late().refunded();
		const report = reportOf([kept, returned], [answer('A-1'), answer('A-2', {status: 'refunded'})]);
		expect(report.systems[0]).toMatchObject({
			closed: {count: 1, sumKopecks: 125_000},
			late: {count: 1, sumKopecks: 125_000},
			refunded: {count: 1, sumKopecks: 125_000},
		});
		expect(report).toMatchObject({receivedKopecks: 250_000, refundedKopecks: 125_000, isClean: true});
	});

	test('given a person has settled it, it is no longer open, and the report shows who says what', () => {
		const report = reportOf([new Story().created().say(unresolved).say(byPerson)], [answer('A-1')]);
		expect(report.decisions).toEqual([
			{orderId: 'A-1', amountKopecks: 125_000, as: 'cancelled', note: 'Звонил в банк', there: 'paid'},
		]);
		expect(report).toMatchObject({open: [], differences: [], isClean: true});
	});
});

describe('differences with the gateway', () => {
	test.each<[string, Story]>([
		['expired', new Story().created().say(expired)],
		['unresolved', new Story().created().say(unresolved)],
		['running', new Story().created()],
	])('given it is paid there and %s here, that is a difference', (here, story) => {
		expect(reportOf([story], [answer('A-1')]).differences).toEqual([
			{type: 'paid-there', orderId: 'A-1', amountKopecks: 125_000, here},
		]);
	});

	test('given an order is paid there that we have never had, that is a difference', () => {
		const report = reportOf([], [answer('B-7')]);
		expect(report.differences).toEqual([
			{type: 'paid-there', orderId: 'B-7', amountKopecks: 125_000, here: 'absent'},
		]);
		expect(report.isClean).toBe(false);
	});

	test.each(['waiting', 'processing', 'declined', 'expired', 'cancelled'] as const)(
		'given it is paid here and %s there, that is a difference',
		(status) => {
			expect(reportOf([sale()], [answer('A-1', {status, paidAt: null})]).differences).toEqual([
				{type: 'not-paid-there', orderId: 'A-1', amountKopecks: 125_000, there: status},
			]);
		},
	);

	test('given it is paid here and the gateway does not list it, that is a difference', () => {
		expect(reportOf([sale()], []).differences).toEqual([
			{type: 'not-paid-there', orderId: 'A-1', amountKopecks: 125_000, there: 'absent'},
		]);
	});

	test.each([{amountKopecks: 125_001}, {currency: 'USD'}])(
		'given %j there, that is a difference',
		(change) => {
			const report = reportOf([sale()], [answer('A-1', change)]);
			expect(report.differences).toMatchObject([
				{type: 'other-amount', orderId: 'A-1', hereKopecks: 125_000},
			]);
			expect(report.isClean).toBe(false);
		},
	);

	test('given the gateway gave the money back and we did not ask, that is a difference; if we asked, it is none', () => {
		const there = [answer('A-1', {status: 'refunded'})];
		expect(reportOf([sale()], there).differences).toEqual([
			{type: 'returned-there', orderId: 'A-1', amountKopecks: 125_000},
		]);
		expect(reportOf([sale().refunded()], there).differences).toEqual([]);
	});

	test('given money that was paid and went back at once on both sides, nothing differs', () => {
		const story = new Story().created().say({type: 'payment.cancelled', reason: 'refunded'});
		const report = reportOf([story], [answer('A-1', {status: 'refunded'})]);
		expect(report).toMatchObject({differences: [], receivedKopecks: 0, isClean: true});
	});
});

describe('the day’s borders are the till’s own', () => {
	const beforeMidnight = '2026-01-31T20:59:50Z';
	const afterMidnight = '2026-01-31T21:00:10Z';

	test('given a payment begun before midnight and paid after it, its money is the next day’s', () => {
		const story = new Story({at: beforeMidnight}).created().paid(afterMidnight).closed();
		const there = [answer('A-1', {paidAt: afterMidnight})];
		expect(reportOf([story], there)).toMatchObject({receivedKopecks: 0, isClean: true});
		const next = reportOf([story], there, {day: '2026-02-01'});
		expect(next).toMatchObject({receivedKopecks: 125_000, isClean: true});
	});

	test('given a refund on the next day, it is the next day’s', () => {
		const story = sale().returned(125_000, '2026-02-01T09:00:00Z');
		const there = [answer('A-1', {status: 'refunded'})];
		expect(reportOf([story], there)).toMatchObject({receivedKopecks: 125_000, refundedKopecks: 0});
		const next = reportOf([story], there, {day: '2026-02-01'});
		expect(next).toMatchObject({receivedKopecks: 0, refundedKopecks: 125_000, isClean: true});
	});

	test('given the gateway lists money of another day beside it, only this day’s is looked at', () => {
		expect(reportOf([], [answer('B-7', {paidAt: '2026-02-01T09:00:00Z'})]).differences).toEqual([]);
		expect(reportOf([], [answer('B-7', {paidAt: null})]).differences).toHaveLength(1);
		expect(reportOf([], [answer('B-7', {paidAt: 'yesterday'})]).differences).toHaveLength(1);
	});

	test('given the day, the gateway is asked for two hours more on both sides', () => {
		expect(gatewayRangeOf('2026-01-31', 180)).toEqual({
			from: '2026-01-30T19:00:00.000Z',
			to: '2026-01-31T23:00:00.000Z',
		});
	});
});

describe('the register', () => {
	const stories = [sale({orderId: 'A-1'}, 341), sale({orderId: 'A-2'}, 342)];
	const there = [answer('A-1'), answer('A-2')];

	test('given a report, it names the documents to ask for', () => {
		expect(reportOf(stories, there).documents).toEqual([
			{orderId: 'A-1', fiscalDocument: 341, amountKopecks: 125_000},
			{orderId: 'A-2', fiscalDocument: 342, amountKopecks: 125_000},
		]);
	});

	test('given the register holds them all, and others’ beside, the day is clean', () => {
		const closed = [341, 342, 343].map((fiscalDocument) => ({fiscalDocument, amountKopecks: 125_000}));
		const report = reportOf(stories, there, {register: {closed}});
		expect(report).toMatchObject({differences: [], compared: {register: true}, isClean: true});
	});

	test('given one is missing or has another sum, each is a difference', () => {
		const closed = [{fiscalDocument: 342, amountKopecks: 1}];
		expect(reportOf(stories, there, {register: {closed}}).differences).toEqual([
			{type: 'no-document', orderId: 'A-1', fiscalDocument: 341, amountKopecks: 125_000},
			{
				type: 'other-document-amount',
				orderId: 'A-2',
				fiscalDocument: 342,
				hereKopecks: 125_000,
				thereKopecks: 1,
			},
		]);
	});

	test('given a sum that the register does not tell, finding the document is enough', () => {
		const closed = [341, 342].map((fiscalDocument) => ({fiscalDocument, amountKopecks: null}));
		expect(reportOf(stories, there, {register: {closed}}).isClean).toBe(true);
	});
});
