import {describe, expect, test} from 'vitest';
import {answers, order, pay, qr, resume, tick} from '../samples.ts';
import {given} from '../specification.ts';
import {creating, shown} from './stages.ts';

describe('making the order', () => {
	test('given nothing, when the cashier presses Enter, then the intent is written before the order is asked for', () => {
		creating().thenGives(
			[{type: 'payment.started', order, amountKopecks: 125_000}],
			[{type: 'createOrder', exchange: 1, order, timeoutMs: 15_000}],
		);
	});

	test('given a payment under way, when Enter comes again, then it makes no second payment', () => {
		creating().when(pay(), 1).refused('PAYMENT_RUNNING');
		shown().when(pay(), 1_001).refused('PAYMENT_RUNNING');
	});

	test('given an order asked for, when it is made, then its QR is shown and nothing else is asked yet', () => {
		creating()
			.when(answers.created(), 300)
			.thenGives(
				[{type: 'order.created', gatewayOrderId: 'G-1', qr}],
				[{type: 'showQr', qr, printSlip: false}],
			)
			.stands({phase: 'waiting', lastStatus: 'waiting'});
	});

	test('given a technical error, when 2 s from the start of the first try have passed, then the same body goes again', () => {
		const failed = creating().when(answers.creationFailed(), 400);
		failed.thenGives(
			[{type: 'status.failed', operation: 'create', errorsInRow: 1, text: 'fault TIMEOUT'}],
			[],
		);
		expect(failed.wakesAtMs).toBe(2_000);
		failed.when(tick, 1_999).nothing();
		failed.whenDue().thenGives([], [{type: 'createOrder', exchange: 2, order}]);
	});

	test('given a try that took longer than 2 s, when it fails, then the next follows at once', () => {
		creating()
			.when(answers.creationFailed(), 15_000)
			.thenGives([{type: 'status.failed'}], [{type: 'createOrder', exchange: 2, order}]);
	});

	test('given a limit of 2, when the third error in a row comes, then a cancel is asked for, by errors', () => {
		const twice = creating({statusErrorLimit: 2})
			.when(answers.creationFailed(), 100)
			.whenDue()
			.when(answers.creationFailed(), 2_100)
			.thenGives([{type: 'status.failed', errorsInRow: 2}], []);
		twice
			.whenDue()
			.when(answers.creationFailed(), 4_100)
			.thenGives(
				[
					{type: 'status.failed', errorsInRow: 3},
					{type: 'cancel.requested', by: 'errors'},
				],
				[{type: 'cancelOrder', orderId: 'A-1', timeoutMs: 10_000}],
			);
	});

	test('given a limit of 0, when the first error comes, then it ends the creation', () => {
		creating({statusErrorLimit: 0})
			.when(answers.creationFailed(), 100)
			.thenGives([{type: 'status.failed'}, {type: 'cancel.requested', by: 'errors'}]);
	});

	test('given errors on the way to the order, when it is made, then they count no more', () => {
		creating()
			.when(answers.creationFailed(), 100)
			.whenDue()
			.when(answers.created(), 2_200)
			.stands({line: {errorsInRow: 0}});
	});

	test('given errors within the limit, when the time of the whole operation is over, then a cancel is asked for, by deadline', () => {
		let story = creating({responseTimeoutS: 10, statusErrorLimit: 100});
		for (const startMs of [0, 2_000, 4_000, 6_000, 8_000]) {
			story = story.when(answers.creationFailed(), startMs + 50);
			expect(story.wakesAtMs).toBe(startMs + 2_000);
			story = story.whenDue();
		}
		story.thenGives([{type: 'cancel.requested', by: 'deadline'}], [{type: 'cancelOrder'}]);
	});

	test('given little time, when the order is asked for, then the request may outlast the deadline by 10 s at most', () => {
		creating({responseTimeoutS: 10, statusErrorLimit: 100})
			.when(answers.creationFailed(), 9_000)
			.thenGives([{type: 'status.failed'}], [{type: 'createOrder', timeoutMs: 11_000}]);
	});

	test('given the gateway refuses the order, then the payment has ended as rejected, with its words', () => {
		creating()
			.when(answers.creationRejected(), 300)
			.thenGives([{type: 'order.rejected', code: 'LIMIT', message: 'Сумма велика'}], [])
			.stands({phase: 'ended', outcome: 'rejected', reason: 'Сумма велика', watch: null});
	});

	test('given a QR that fails the check, then it is not shown, the order is cancelled, and the end is a rejection', () => {
		creating()
			.when(answers.qrRefused(), 300)
			.thenGives(
				[{type: 'cancel.requested', by: 'qr', qrReason: 'host'}],
				[{type: 'cancelOrder', orderId: 'A-1'}],
			)
			.when(answers.cancel('cancelled'), 500)
			.thenGives([{type: 'status.answered'}, {type: 'order.rejected', code: 'QR', message: 'host'}], [])
			.stands({phase: 'ended', outcome: 'rejected', reason: 'host'});
	});

	test('given a QR that fails the check, when the order turns out paid, then it is paid', () => {
		creating()
			.when(answers.qrRefused(), 300)
			.when(answers.cancel('paid'), 500)
			.thenGives([{type: 'status.answered'}, {type: 'payment.paid'}], [{type: 'prepareReceipt'}]);
	});

	test('given a repeated creation that answers with another status, then the whole answer is asked for at once', () => {
		creating()
			.when(answers.created({status: 'paid'}), 300)
			.thenGives([{type: 'order.created'}], [{type: 'askStatus'}])
			.when(answers.status('paid'), 400)
			.thenGives([{type: 'status.answered'}, {type: 'payment.paid'}], [{type: 'prepareReceipt'}]);
	});

	test('given an answer about another order, when it is not paid, then it is a technical error', () => {
		creating()
			.when(answers.created({orderId: 'B-2'}), 300)
			.thenGives([{type: 'status.failed', operation: 'create', kind: 'identity', code: 'OTHER_ORDER'}], [])
			.stands({phase: 'creating'});
	});

	test('given an answer about another order, when it is paid, then the payment is quarantined', () => {
		creating()
			.when(answers.created({orderId: 'B-2', status: 'paid'}), 300)
			.thenGives([{type: 'payment.quarantined', reason: 'OTHER_ORDER: B-2'}], [])
			.stands({phase: 'ended', outcome: 'quarantined'});
	});

	test('given a crash before the answer, when the payment is taken up, then the same body is asked for again', () => {
		const started = creating().state;
		if (started.phase !== 'creating') throw new Error(started.phase);
		const {facts} = started;
		given({type: 'payment.started', ...facts})
			.when(resume, 3_000)
			.thenGives([], [{type: 'createOrder', exchange: 1, order}]);
	});

	test('given an order already ended, when it is paid again by the same id, then it is refused', () => {
		creating().when(answers.creationRejected(), 300).when(pay(), 400).refused('ALREADY_ENDED');
	});

	test('given a register that took longer than the whole time, then nothing is created: the cancel burns the id', () => {
		given()
			.when(pay({responseTimeoutS: 10}), 10_000)
			.thenGives(
				[{type: 'payment.started'}, {type: 'cancel.requested', by: 'deadline'}],
				[{type: 'cancelOrder'}],
			)
			.when(answers.cancelNotFound(), 10_200)
			.thenGives([{type: 'payment.expired', reason: 'deadline'}], []);
	});
});
