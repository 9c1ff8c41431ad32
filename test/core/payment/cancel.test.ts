import {describe, expect, test} from 'vitest';
import {answers, esc, resume, signal} from '../samples.ts';
import {cancelling, creating, paid, printing, shown, unresolved} from './stages.ts';

/** What leads to a cancel, and how its end is named when nothing was paid. */
const ways = [
	['the cashier', () => cancelling(), {type: 'payment.cancelled', reason: 'cashier'}, 'cancelled'],
	['a signal', () => shown().when(signal, 8_000), {type: 'payment.cancelled', reason: 'signal'}, 'cancelled'],
	[
		'too many errors',
		() => shown({statusErrorLimit: 0}).whenDue().when(answers.statusFailed(), 8_000),
		{type: 'payment.cancelled', reason: 'errors'},
		'cancelled',
	],
	[
		'the time',
		() => shown({responseTimeoutS: 12, pollIntervalS: 6}).whenDue().when(answers.status('waiting'), 12_000),
		{type: 'payment.expired', reason: 'deadline'},
		'expired',
	],
] as const;

describe('the cancel and its race', () => {
	test('given a QR shown, when the cashier cancels, then the intent is written and the gateway is asked, in place of a poll', () => {
		shown()
			.whenDue()
			.when(esc, 6_050)
			.thenGives(
				[{type: 'cancel.requested', by: 'cashier', qrReason: null}],
				[{type: 'cancelOrder', exchange: 3, orderId: 'A-1', timeoutMs: 10_000}],
			)
			.when({type: 'statusAnswered', exchange: 2, answer: answeredPaid, ms: 1}, 6_060)
			.refused('STALE_ANSWER');
	});

	test('given an order not made yet, when the cashier cancels, then the cancel burns its id', () => {
		creating()
			.when(esc, 100)
			.thenGives([{type: 'cancel.requested', by: 'cashier'}], [{type: 'cancelOrder'}])
			.when(answers.cancelNotFound(), 300)
			.thenGives([{type: 'payment.cancelled', reason: 'cashier'}], [])
			.stands({phase: 'ended', outcome: 'cancelled', watch: null});
	});

	describe.each(ways)('led to by %s', (_who, story, unpaidEnd, outcome) => {
		test.each(['cancelled', 'expired'] as const)(
			'when it answers %s, then the end is named by what led there',
			(status) => {
				story()
					.when(answers.cancel(status), 12_300)
					.thenGives([{type: 'status.answered', operation: 'cancel', status}, unpaidEnd], [])
					.stands({phase: 'ended', outcome, receipt: {state: 'none'}});
			},
		);

		test('when the gateway has never seen the order, then nothing can be paid and the end is named by what led there', () => {
			story()
				.when(answers.cancelNotFound(), 12_300)
				.thenGives([unpaidEnd], [])
				.stands({phase: 'ended', outcome});
		});

		test('when it answers paid, then it is paid, whatever was wished', () => {
			story()
				.when(answers.cancel('paid'), 12_300)
				.thenGives(
					[{type: 'status.answered'}, {type: 'payment.paid', amountKopecks: 125_000}],
					[{type: 'prepareReceipt'}],
				);
		});

		test('when it answers declined, then it is declined', () => {
			story()
				.when(answers.cancel('declined', {reason: 'bank'}), 12_300)
				.thenGives([{type: 'status.answered'}, {type: 'payment.declined', reason: 'bank'}], [])
				.stands({outcome: 'declined'});
		});

		test('when it answers refunded, then nothing is paid and the money is on its way back', () => {
			story()
				.when(answers.cancel('refunded'), 12_300)
				.thenGives([{type: 'status.answered'}, {type: 'payment.cancelled', reason: 'refunded'}], [])
				.stands({outcome: 'cancelled', reason: 'refunded', watch: null});
		});

		test('when it answers waiting, then the end is not known', () => {
			story()
				.when(answers.cancel('waiting'), 12_300)
				.thenGives([{type: 'status.answered'}, {type: 'payment.unresolved', reason: 'waiting'}], [])
				.stands({outcome: 'unresolved'});
		});
	});

	test('given no answer, then the cancel is asked again every 2 s, and after 10 s in all the end is not known', () => {
		let story = cancelling();
		for (const startMs of [8_000, 10_000, 12_000, 14_000, 16_000]) {
			expect(story.effects).toMatchObject([{type: 'cancelOrder', timeoutMs: 18_000 - startMs}]);
			story = story.when(answers.cancelFailed(), startMs + 100);
			story.thenGives([{type: 'status.failed', operation: 'cancel'}], []);
			expect(story.wakesAtMs).toBe(startMs + 2_000);
			story = story.whenDue();
		}
		story
			.thenGives([{type: 'payment.unresolved', reason: 'no-answer'}], [])
			.stands({phase: 'ended', outcome: 'unresolved', cancelBy: 'cashier'});
	});

	test('given a single cancel without an answer for all its 10 s, then the end is not known at once', () => {
		cancelling()
			.when(answers.cancelFailed(), 18_000)
			.thenGives([{type: 'status.failed'}, {type: 'payment.unresolved', reason: 'no-answer'}], []);
	});

	test.each([
		['another amount', {amountKopecks: 1}],
		['another currency', {currency: 'USD'}],
	] as const)(
		'given a cancel answered with %s, when it is not paid, then that is no confirmation',
		(_what, change) => {
			cancelling()
				.when(answers.cancel('cancelled', change), 8_100)
				.thenGives([{type: 'status.failed', operation: 'cancel', kind: 'identity'}], [])
				.stands({phase: 'checking'});
		},
	);

	describe('the customer has just confirmed (processing)', () => {
		const processing = () => cancelling().when(answers.cancel('processing'), 8_200);

		test('then the status is asked for 30 s more, every interval', () => {
			let story = processing();
			story.thenGives([{type: 'status.answered', status: 'processing'}], []);
			for (let dueMs = 13_200; dueMs < 38_200; dueMs += 5_000) {
				expect(story.wakesAtMs).toBe(dueMs);
				story = story
					.whenDue()
					.thenGives([], [{type: 'askStatus'}])
					.when(answers.status('processing'), dueMs + 100);
			}
			expect(story.wakesAtMs).toBe(38_200);
			story
				.whenDue()
				.thenGives([{type: 'payment.unresolved', reason: 'processing'}], [])
				.stands({outcome: 'unresolved'});
		});

		test.each([
			['paid', {type: 'payment.paid'}],
			['declined', {type: 'payment.declined'}],
			['cancelled', {type: 'payment.cancelled', reason: 'cashier'}],
			['expired', {type: 'payment.cancelled', reason: 'cashier'}],
			['refunded', {type: 'payment.cancelled', reason: 'refunded'}],
		] as const)('when it then answers %s, then that is the end', (status, event) => {
			processing()
				.whenDue()
				.when(answers.status(status), 13_300)
				.thenGives([{type: 'status.answered'}, event]);
		});

		test('when it goes back to waiting, then it is asked on, and the end is not known when the 30 s are over', () => {
			processing()
				.whenDue()
				.when(answers.status('waiting'), 13_300)
				.thenGives([{type: 'status.answered'}], [])
				.stands({phase: 'checking', stage: 'asking', untilMs: 38_200});
		});

		test('given a long poll interval, then it is still asked within the 30 s', () => {
			const story = cancelling({pollIntervalS: 60}).when(answers.cancel('processing'), 8_200);
			expect(story.wakesAtMs).toBe(13_200);
			expect(story.whenDue().when(answers.status('processing'), 13_300).wakesAtMs).toBe(18_200);
		});

		test('after a signal, then only what is left of its 10 s', () => {
			const story = shown().when(signal, 8_000).when(answers.cancel('processing'), 8_200);
			story.stands({phase: 'checking', stage: 'asking', untilMs: 18_000});
			const asked = story.whenDue();
			asked.thenGives([], [{type: 'askStatus', timeoutMs: 4_800}]);
			asked
				.when(answers.statusFailed(), 18_000)
				.thenGives([{type: 'status.failed'}, {type: 'payment.unresolved', reason: 'processing'}], []);
		});
	});

	test('given a cancel under way, when the cashier cancels again, then it is refused with a word', () => {
		cancelling().when(esc, 8_050).refused('ALREADY_CANCELLING');
	});

	test('given the long wait of a confirmed payment, when a signal comes, then its own 10 s begin', () => {
		const story = cancelling().when(answers.cancel('processing'), 8_200).when(signal, 9_000);
		story.thenGives([{type: 'cancel.requested', by: 'signal'}], [{type: 'cancelOrder', timeoutMs: 10_000}]);
		story.stands({phase: 'checking', by: 'signal', untilMs: 19_000});
		story.when(signal, 9_500).refused('ALREADY_CANCELLING');
	});

	test('given a cancel in flight, when a signal comes, then a customer who has just confirmed gets no 30 s more', () => {
		cancelling()
			.when(signal, 8_100)
			.when(answers.cancel('processing'), 8_300)
			.stands({by: 'signal', stage: 'asking', untilMs: 18_100});
	});

	test('given a QR that was refused, when a signal comes, then its end is still a rejection', () => {
		creating().when(answers.qrRefused(), 300).when(signal, 400).refused('ALREADY_CANCELLING');
	});

	test('given the money is in, when someone cancels, then it is too late', () => {
		paid().when(esc, 6_600).refused('ALREADY_PAID');
		printing().when(signal, 7_100).refused('ALREADY_PAID');
		unresolved().when(esc, 20_000).refused('ALREADY_ENDED');
	});

	test('given a crash during a cancel, when the payment is taken up, then the cancel is asked again with its full time', () => {
		cancelling()
			.when(resume, 60_000)
			.thenGives([], [{type: 'cancelOrder', timeoutMs: 10_000}])
			.stands({by: 'cashier', untilMs: 70_000});
	});
});

const answeredPaid = {
	type: 'status',
	answer: {
		orderId: 'A-1',
		gatewayOrderId: 'G-1',
		system: 'sbp',
		status: 'paid',
		amountKopecks: 125_000,
		currency: 'RUB',
		paidAt: null,
		reason: null,
	},
} as const;
