import {describe, test} from 'vitest';
import {answers} from '../samples.ts';
import {cancelling, shown, unresolved} from './stages.ts';

const contradictions = [
	['another amount', {amountKopecks: 100}, 'OTHER_AMOUNT: 100'],
	['another currency', {currency: 'KZT'}, 'OTHER_CURRENCY: KZT'],
	['another order', {orderId: 'B-9'}, 'OTHER_ORDER: B-9'],
	['another system', {system: 'wechat'}, 'OTHER_SYSTEM: wechat'],
] as const;

describe.each(contradictions)('the gateway speaks of %s', (_what, change, reason) => {
	const code = reason.slice(0, reason.indexOf(':'));

	test('when a poll says it is paid, then the payment is quarantined and nothing is closed', () => {
		shown()
			.whenDue()
			.when(answers.status('paid', change), 6_100)
			.thenGives(
				[
					{type: 'status.answered', operation: 'status', status: 'paid'},
					{type: 'payment.quarantined', reason},
				],
				[],
			)
			.stands({phase: 'ended', outcome: 'quarantined', paid: null, watch: null});
	});

	test.each(['waiting', 'processing', 'declined', 'expired', 'cancelled', 'refunded'] as const)(
		'when a poll says %s, then it is a technical error and polling goes on',
		(status) => {
			shown()
				.whenDue()
				.when(answers.status(status, change), 6_100)
				.thenGives([{type: 'status.failed', operation: 'status', kind: 'identity', code, errorsInRow: 1}], [])
				.stands({phase: 'waiting'});
		},
	);

	test('when the answer to the cancel says it is paid, then the payment is quarantined', () => {
		cancelling()
			.when(answers.cancel('paid', change), 8_100)
			.thenGives(
				[
					{type: 'status.answered', operation: 'cancel', status: 'paid'},
					{type: 'payment.quarantined', reason},
				],
				[],
			)
			.stands({outcome: 'quarantined'});
	});

	test('when a background answer says it is paid, then the payment is quarantined', () => {
		unresolved()
			.whenDue()
			.when(answers.status('paid', change), 48_100)
			.thenGives(
				[
					{type: 'status.answered', operation: 'status', status: 'paid'},
					{type: 'payment.quarantined', reason},
				],
				[],
			)
			.stands({outcome: 'quarantined', line: {inFlight: null}});
	});
});

test('given a limit of 0, when one answer speaks of another amount unpaid, then that error ends the polling', () => {
	shown({statusErrorLimit: 0})
		.whenDue()
		.when(answers.status('waiting', {amountKopecks: 1}), 6_100)
		.thenGives([
			{type: 'status.failed', kind: 'identity'},
			{type: 'cancel.requested', by: 'errors'},
		]);
});
