import {describe, expect, test} from 'vitest';
import {answers, esc, gatewayFault, qrShown, tick} from '../samples.ts';
import {creating, shown} from './stages.ts';

describe('asking for the status', () => {
	test('given a QR shown at 1 s, then the first question comes one interval later and not before', () => {
		expect(shown().wakesAtMs).toBe(6_000);
		shown().when(tick, 5_999).nothing();
		shown()
			.whenDue()
			.thenGives([], [{type: 'askStatus', orderId: 'A-1', timeoutMs: 10_000}]);
	});

	test('given an order made, when the slip takes long to print, then polling waits for it 15 s at most', () => {
		const made = creating().when(answers.created(), 300);
		expect(made.wakesAtMs).toBe(20_300);
		made.when(tick, 20_299).nothing();
		made.whenDue().thenGives([], [{type: 'askStatus'}]);
	});

	test('given the QR shown a second time (the tape after the screen), then the first question is not put off', () => {
		expect(shown().when({type: 'qrShown', where: ['screen', 'paper']}, 4_000).wakesAtMs).toBe(6_000);
	});

	test('given a question at 6 s, when it is answered, then the next comes 5 s after its start', () => {
		const answered = shown().whenDue().when(answers.status('waiting'), 6_200);
		answered.thenGives([{type: 'status.answered', operation: 'status', status: 'waiting', count: 1}], []);
		expect(answered.wakesAtMs).toBe(11_000);
		answered.whenDue().thenGives([], [{type: 'askStatus', exchange: 3}]);
	});

	test('given a question in flight, when time passes, then no second one is asked', () => {
		const asking = shown().whenDue();
		expect(asking.wakesAtMs).toBeNull();
		asking.when(tick, 11_000).nothing();
		asking.when(tick, 500_000).nothing();
		asking.when({type: 'askNow'}, 7_000).nothing();
	});

	test('given an answer slower than the interval, then the next question follows at once', () => {
		shown()
			.whenDue()
			.when(answers.status('waiting'), 13_000)
			.thenGives([{type: 'status.answered'}], [{type: 'askStatus'}]);
	});

	test('given errors up to the limit, then polling goes on; the one more ends it', () => {
		let story = shown({statusErrorLimit: 2});
		for (const count of [1, 2]) {
			story = story.whenDue();
			story = story.when(answers.statusFailed(gatewayFault('http', 'HTTP_502')), 1_000 + count * 5_000 + 90);
			story.thenGives([{type: 'status.failed', errorsInRow: count, kind: 'http', code: 'HTTP_502'}], []);
		}
		story
			.whenDue()
			.when(answers.statusFailed(), 16_090)
			.thenGives(
				[
					{type: 'status.failed', errorsInRow: 3},
					{type: 'cancel.requested', by: 'errors'},
				],
				[{type: 'cancelOrder'}],
			);
	});

	test('given a limit of 0, then the first error ends the polling', () => {
		shown({statusErrorLimit: 0})
			.whenDue()
			.when(answers.statusFailed(), 6_100)
			.thenGives([
				{type: 'status.failed', errorsInRow: 1},
				{type: 'cancel.requested', by: 'errors'},
			]);
	});

	test.each(['waiting', 'processing'] as const)(
		'given errors, when the gateway answers %s, then they are counted from 0 again',
		(status) => {
			shown({statusErrorLimit: 1})
				.whenDue()
				.when(answers.statusFailed(), 6_100)
				.whenDue()
				.when(answers.status(status), 11_100)
				.stands({line: {errorsInRow: 0}})
				.whenDue()
				.when(answers.statusFailed(), 16_100)
				.thenGives([{type: 'status.failed', errorsInRow: 1}], [])
				.stands({phase: 'waiting'});
		},
	);

	test('given the time over between two questions, then a cancel is asked for at that very moment', () => {
		const story = shown({responseTimeoutS: 10}).whenDue().when(answers.status('waiting'), 6_100);
		expect(story.wakesAtMs).toBe(10_000);
		story.whenDue().thenGives([{type: 'cancel.requested', by: 'deadline'}], [{type: 'cancelOrder'}]);
	});

	test('given a question in flight at the deadline, then it may be answered for 10 s more, and its word counts', () => {
		const asking = shown({responseTimeoutS: 12}).whenDue().when(answers.status('waiting'), 6_100).whenDue();
		asking.thenGives([], [{type: 'askStatus', timeoutMs: 10_000}]);
		asking
			.when(answers.status('paid'), 20_000)
			.thenGives([{type: 'status.answered'}, {type: 'payment.paid'}]);
		asking
			.when(answers.status('waiting'), 20_000)
			.thenGives([{type: 'status.answered'}, {type: 'cancel.requested', by: 'deadline'}]);
	});

	test('given the customer has confirmed, when the time is over, then 30 s more are given before the cancel', () => {
		const story = shown({responseTimeoutS: 10}).whenDue().when(answers.status('processing'), 6_100);
		const late = story.whenDue().when(answers.status('processing'), 11_100);
		late.thenGives([{type: 'status.answered', status: 'processing'}], []);
		expect(late.wakesAtMs).toBe(16_000);
		let asked = late;
		for (let startMs = 16_000; startMs < 40_000; startMs += 5_000) {
			asked = asked
				.whenDue()
				.thenGives([], [{type: 'askStatus'}])
				.when(answers.status('processing'), startMs + 100);
		}
		expect(asked.wakesAtMs).toBe(40_000);
		asked.whenDue().thenGives([{type: 'cancel.requested', by: 'deadline'}], [{type: 'cancelOrder'}]);
	});

	test('given the customer had confirmed, when the bank lets go of it after the deadline, then the time is over at once', () => {
		shown({responseTimeoutS: 10})
			.whenDue()
			.when(answers.status('processing'), 6_100)
			.whenDue()
			.when(answers.status('waiting'), 11_100)
			.thenGives([{type: 'status.answered'}, {type: 'cancel.requested', by: 'deadline'}]);
	});

	test.each([
		['declined', {type: 'payment.declined', reason: 'bank'}, 'declined'],
		['expired', {type: 'payment.expired', reason: 'bank'}, 'expired'],
		['cancelled', {type: 'payment.cancelled', reason: 'bank'}, 'cancelled'],
		['refunded', {type: 'payment.cancelled', reason: 'refunded'}, 'cancelled'],
	] as const)(
		'given the status %s, then the payment has ended and the receipt stays open',
		(status, event, outcome) => {
			shown()
				.whenDue()
				.when(answers.status(status, {reason: 'bank'}), 6_300)
				.thenGives([{type: 'status.answered', status}, event], [])
				.stands({phase: 'ended', outcome, receipt: {state: 'none'}, paid: null});
		},
	);

	test('given an answer to a request that is not in flight, then it is of no interest', () => {
		const stale = shown().whenDue();
		stale
			.when(
				{type: 'statusAnswered', exchange: 1, answer: {type: 'fault', fault: gatewayFault()}, ms: 1},
				6_100,
			)
			.refused('STALE_ANSWER');
		stale.when(answers.created(), 6_100).refused('STALE_ANSWER');
		stale.when(answers.cancel('cancelled'), 6_100).refused('STALE_ANSWER');
	});

	test('given a payment that is being cancelled, when the QR turns out shown, then it is of no interest', () => {
		creating().when(answers.created(), 300).when(esc, 400).when(qrShown, 500).refused('STALE_ANSWER');
	});

	test('given a wait between two questions, when a person asks now, then it is asked at once and the interval runs anew', () => {
		const story = shown().when({type: 'askNow'}, 2_000);
		story.thenGives([], [{type: 'askStatus'}]);
		expect(story.when(answers.status('waiting'), 2_200).wakesAtMs).toBe(7_000);
	});
});
