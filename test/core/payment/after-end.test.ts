import {describe, expect, test} from 'vitest';
import {type EndedState, openMatter, type RefundAnswer, resultOf} from '../../../source/core/index.ts';
import {answers, closed, gatewayFault, prepared, registerFault, type Said} from '../samples.ts';
import {given, type Story} from '../specification.ts';
import {cancelled, owed, printing, shown, unresolved} from './stages.ts';

const refund = (amountKopecks = 125_000, refundId = 'R-1'): Said => ({
	type: 'refund',
	refundId,
	amountKopecks,
});
const answered = (answer: RefundAnswer): Said => ({type: 'refundAnswered', answer});
const said = (
	status: 'done' | 'pending' | 'declined',
	change: Partial<Extract<RefundAnswer, {type: 'refund'}>> = {},
) =>
	answered({
		type: 'refund',
		refundId: 'R-1',
		orderId: 'A-1',
		status,
		amountKopecks: 125_000,
		reason: null,
		...change,
	});
const matter = (story: Story) => openMatter(story.state as EndedState);
/** The gateway has returned the money, and the refund's receipt is being printed. */
const refundPrinting = (story: Story): Story => story.when(said('done'), 9_510).when(prepared, 9_520);
const closedReceipt = () => printing().when({type: 'receiptEnded', end: closed}, 8_000);

describe('returning money', () => {
	test('given a paid payment, then the intent is written before the gateway is asked', () => {
		const story = closedReceipt().when(refund(), 9_000);
		story.thenGives(
			[{type: 'refund.requested', refundId: 'R-1', amountKopecks: 125_000}],
			[{type: 'refundOrder', orderId: 'A-1', refundId: 'R-1', amountKopecks: 125_000}],
		);
		expect(matter(story)).toBe('refund');
	});

	test.each([
		['pending', {type: 'refund.pending'}, 'refund'],
		['declined', {type: 'refund.declined', reason: null}, null],
	] as const)('when the gateway says %s', (status, event, open) => {
		const story = closedReceipt().when(refund(), 9_000).when(said(status), 9_500).thenGives([event], []);
		expect(matter(story)).toBe(open);
	});

	test('when the gateway refuses it, then it is declined with its words', () => {
		closedReceipt()
			.when(refund(), 9_000)
			.when(answered({type: 'rejected', code: 'FUNDS', message: 'Нет средств'}), 9_500)
			.thenGives([{type: 'refund.declined', reason: 'Нет средств'}]);
	});

	test('when there is no answer, then it stays open, and the same refund goes again with the same body', () => {
		const lost = closedReceipt()
			.when(refund(), 9_000)
			.when(answered({type: 'fault', fault: gatewayFault()}), 24_000);
		lost.nothing();
		expect(matter(lost)).toBe('refund');
		lost
			.when(refund(), 30_000)
			.thenGives([], [{type: 'refundOrder', refundId: 'R-1', amountKopecks: 125_000}]);
	});

	test('given it is under way at the gateway, when the same refund is wished again, then it is asked about', () => {
		closedReceipt()
			.when(refund(), 9_000)
			.when(said('pending'), 9_500)
			.when(refund(), 60_000)
			.thenGives([], [{type: 'askRefund', refundId: 'R-1'}])
			.when(said('done'), 60_500)
			.thenGives([{type: 'refund.done'}]);
	});

	test.each([
		['another refund', {refundId: 'R-7'}],
		['another order', {orderId: 'B-1'}],
		['another amount', {amountKopecks: 1}],
	])('when the answer speaks of %s, then it says nothing about this one', (_what, change) => {
		const story = closedReceipt().when(refund(), 9_000).when(said('done', change), 9_500).nothing();
		expect(matter(story)).toBe('refund');
	});

	test('given one under way or done, then no second one is begun', () => {
		const running = closedReceipt().when(refund(), 9_000);
		running.when(refund(100, 'R-2'), 9_100).refused('REFUND_RUNNING');
		const done = refundPrinting(running).when({type: 'receiptEnded', end: closed}, 9_550);
		done.when(refund(100, 'R-2'), 9_600).refused('REFUND_RUNNING');
		done.when(refund(), 9_600).refused('REFUND_RUNNING');
		done.when(said('done'), 9_700).refused('STALE_ANSWER');
	});

	test('given a declined one, then another may be begun', () => {
		closedReceipt()
			.when(refund(), 9_000)
			.when(said('declined'), 9_500)
			.when(refund(100, 'R-2'), 9_600)
			.thenGives([{type: 'refund.requested', refundId: 'R-2'}], [{type: 'refundOrder', refundId: 'R-2'}]);
	});

	test.each([0, -1, 125_001])('given %i kopecks of 125 000 paid, then it is refused', (amountKopecks) => {
		closedReceipt().when(refund(amountKopecks), 9_000).refused('REFUND_AMOUNT');
	});

	test('given money that never came, then none is returned', () => {
		cancelled().when(refund(), 9_000).refused('NOT_PAID');
		shown().when(refund(), 2_000).refused('PAYMENT_RUNNING');
		given().when(refund(), 0).refused('NO_PAYMENT');
	});

	test('given a paid payment whose receipt is not closed, when all of it is returned, then nobody may hand goods over for it', () => {
		const story = owed().when(refund(), 20_000).when(said('done'), 20_500);
		expect(matter(story)).toBeNull();
		expect(resultOf(story.state as EndedState)).toEqual({
			outcome: 'cancelled',
			reason: 'refunded',
			receipt: {state: 'none', number: null, fiscalDocument: null},
			exitCode: 6,
		});
	});

	test('given a closed receipt, when the money is returned later, then the payment itself stays paid', () => {
		const story = refundPrinting(closedReceipt().when(refund(), 20_000)).when(
			{type: 'receiptEnded', end: {...closed, number: 13}},
			21_000,
		);
		expect(resultOf(story.state as EndedState)).toMatchObject({
			outcome: 'paid',
			exitCode: 0,
			receipt: {number: 12},
		});
	});
});

describe("the refund's own receipt", () => {
	const returned = () => closedReceipt().when(refund(), 9_000).when(said('done'), 9_500);

	test('given a closed sale, when the money is returned, then its receipt is prepared at once', () => {
		returned().thenGives([{type: 'refund.done', amountKopecks: 125_000}], [{type: 'prepareReceipt'}]);
	});

	test('then it is a refund of the same lines, written before it is printed', () => {
		returned()
			.when(prepared, 9_600)
			.thenGives([{type: 'receipt.closing'}], [{type: 'printReceipt'}])
			.prints({kind: 'refund', sumKopecks: 125_000, receipt: {lines: [{priceKopecks: 125_000}]}})
			.when({type: 'receiptEnded', end: {...closed, number: 13}}, 9_900)
			.thenGives([{type: 'receipt.closed', number: 13}], [])
			.stands({phase: 'ended', outcome: 'paid', refundReceipt: {state: 'closed', number: 13}});
	});

	test('given a part of the sum, then it is one line on that part', () => {
		closedReceipt()
			.when(refund(100), 9_000)
			.when(said('done', {amountKopecks: 100}), 9_500)
			.when(prepared, 9_600)
			.thenGives([{type: 'receipt.closing'}], [{type: 'printReceipt'}])
			.prints({kind: 'refund', sumKopecks: 100, receipt: {lines: [{priceKopecks: 100}]}});
	});

	test('given a register that cannot, then the refund receipt is owed, and can be closed later', () => {
		const story = returned().when({type: 'receiptNotPrepared', fault: registerFault('LINK')}, 9_600);
		expect(matter(story)).toBe('receipt');
		expect(resultOf(story.state as EndedState).exitCode).toBe(8);
		story
			.when({type: 'closeReceipt'}, 20_000)
			.thenGives([], [{type: 'prepareReceipt'}])
			.when(prepared, 20_100)
			.when({type: 'receiptEnded', end: closed}, 20_500)
			.stands({phase: 'ended', refundReceipt: {state: 'closed'}});
	});

	test('given a crash while it was printed, then the documents settle it as a refund', () => {
		returned()
			.when(prepared, 9_600)
			.when({type: 'resume'}, 12_000)
			.thenGives([], [{type: 'settleReceipt'}])
			.prints({kind: 'refund', sumKopecks: 125_000});
	});
});

describe('a person decides', () => {
	const asPaid: Said = {type: 'resolveByPerson', as: 'paid', note: 'Сверено'};

	test.each([
		['unresolved', unresolved],
		['receipt', owed],
		['late', () => cancelled().whenDue().when(answers.status('paid'), 38_300)],
		[
			'quarantined',
			() =>
				shown()
					.whenDue()
					.when(answers.status('paid', {amountKopecks: 5}), 6_100),
		],
	] as const)('given the open matter %s, then the word with its note settles it', (open, story) => {
		expect(matter(story())).toBe(open);
		const settled = story()
			.when(asPaid, 50_000)
			.thenGives([{type: 'resolved', by: 'person', as: 'paid', note: 'Сверено'}], []);
		expect(matter(settled)).toBeNull();
		settled.when(asPaid, 51_000).refused('NOTHING_TO_RESOLVE');
	});

	test('given nothing open, then there is nothing to decide', () => {
		closedReceipt().when(asPaid, 9_000).refused('NOTHING_TO_RESOLVE');
		shown().when(asPaid, 2_000).refused('PAYMENT_RUNNING');
	});

	test('given a quarantined payment, when a person has decided, then the gateway is not asked again', () => {
		expect(
			shown()
				.whenDue()
				.when(answers.status('paid', {amountKopecks: 5}), 6_100)
				.when(asPaid, 7_000).wakesAtMs,
		).toBeNull();
	});

	test('given a decided payment, when money is then returned, then that is an open matter of its own', () => {
		expect(matter(owed().when(asPaid, 20_000).when(refund(), 21_000))).toBe('refund');
	});
});

describe('letting an open receipt go', () => {
	test('given an unpaid end, then it is let go once', () => {
		const story = cancelled()
			.when({type: 'dropReceipt'}, 9_000)
			.thenGives([{type: 'receipt.dropped'}], []);
		story.when({type: 'dropReceipt'}, 9_100).refused('NOTHING_TO_DROP');
		expect(story.wakesAtMs).toBe(38_200);
	});

	test('given a paid payment, then its receipt is not let go', () => {
		owed().when({type: 'dropReceipt'}, 9_000).refused('NOTHING_TO_DROP');
	});
});
