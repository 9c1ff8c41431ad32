import {describe, expect, test} from 'vitest';
import {
	type EndedState,
	isOpen,
	openMatter,
	type PaymentState,
	resultOf,
} from '../../../source/core/index.ts';
import {answers, gatewayFault, resume} from '../samples.ts';
import type {Story} from '../specification.ts';
import {cancelled, creating, shown, unresolved} from './stages.ts';

const end = (state: PaymentState): EndedState => {
	if (state.phase !== 'ended') throw new Error(state.phase);
	return state;
};

/** Starts of the background questions, in seconds after the end, each answered by `answer`. */
function askedAtS(story: Story, count: number, answer: Parameters<Story['when']>[0]): number[] {
	const endedAtMs = end(story.state).endedAtMs;
	const starts: number[] = [];
	let now = story;
	for (let n = 0; n < count; n += 1) {
		const dueMs = now.wakesAtMs ?? Number.NaN;
		starts.push((dueMs - endedAtMs) / 1000);
		now = now
			.whenDue()
			.thenGives([], [{type: 'askStatus'}])
			.when(answer, dueMs + 100);
	}
	return starts;
}

const minutes = (n: number): number => n * 60;

describe('an unresolved payment', () => {
	test('then it is asked about after 30 s, 60 s, 2 min … and every 15 min without end', () => {
		const pausesS = [30, 60, minutes(2), minutes(4), minutes(8), minutes(15), minutes(15), minutes(15)];
		let atS = 0;
		const expected = pausesS.map((pauseS) => {
			atS += pauseS;
			return atS;
		});
		expect(askedAtS(unresolved(), 8, answers.statusFailed())).toEqual(expected);
		expect(askedAtS(unresolved(), 8, answers.status('processing'))).toEqual(expected);
	});

	test('when the gateway says paid, then it is settled as paid and its receipt is owed', () => {
		const story = unresolved().whenDue().when(answers.status('paid'), 48_100);
		story
			.thenGives(
				[
					{type: 'status.answered'},
					{type: 'payment.paid', amountKopecks: 125_000},
					{type: 'resolved', by: 'gateway', as: 'paid', note: null},
				],
				[],
			)
			.stands({outcome: 'paid', reason: null, receipt: {state: 'failed'}, watch: null});
		expect(openMatter(end(story.state))).toBe('receipt');
		expect(resultOf(end(story.state)).exitCode).toBe(8);
	});

	test('when the till has no register and the gateway says paid, then all is settled', () => {
		let story = shown({statusErrorLimit: 0}, {slot: null}).whenDue().when(answers.statusFailed(), 8_000);
		story = story.when(answers.cancelFailed(), 18_000).whenDue().when(answers.status('paid'), 48_100);
		story.stands({outcome: 'paid', receipt: {state: 'off'}});
		expect(isOpen(end(story.state))).toBe(false);
		expect(resultOf(end(story.state)).exitCode).toBe(0);
	});

	test.each([
		['declined', 'declined', 'bank', 4],
		['cancelled', 'cancelled', 'cashier', 6],
		['expired', 'cancelled', 'cashier', 6],
		['refunded', 'cancelled', 'refunded', 6],
	] as const)('when the gateway says %s, then it is settled as %s', (status, as, reason, exitCode) => {
		const story = unresolved()
			.whenDue()
			.when(answers.status(status, {reason: 'bank'}), 48_100);
		story
			.thenGives([{type: 'status.answered'}, {type: 'resolved', by: 'gateway', as}], [])
			.stands({outcome: as, reason});
		expect(isOpen(end(story.state))).toBe(false);
		expect(resultOf(end(story.state))).toMatchObject({outcome: as, reason, exitCode});
	});

	test('given it was the time that led there, when the gateway says cancelled, then it is settled as expired', () => {
		shown({responseTimeoutS: 10})
			.whenDue()
			.when(answers.status('waiting'), 10_000)
			.when(answers.cancelFailed(), 20_000)
			.whenDue()
			.when(answers.status('cancelled'), 50_100)
			.thenGives([{type: 'status.answered'}, {type: 'resolved', as: 'expired'}])
			.stands({outcome: 'expired', reason: 'deadline'});
	});

	test('given a refused QR led there, when the gateway says cancelled, then it is settled as rejected', () => {
		creating()
			.when(answers.qrRefused(), 300)
			.when(answers.cancelFailed(), 10_300)
			.whenDue()
			.when(answers.status('cancelled'), 40_400)
			.thenGives([{type: 'status.answered'}, {type: 'resolved', as: 'rejected'}])
			.stands({outcome: 'rejected', watch: null});
	});

	test('when the gateway says waiting, then a cancel is asked for, and that does not shift the schedule', () => {
		const story = unresolved().whenDue().when(answers.status('waiting'), 48_100);
		story.thenGives(
			[{type: 'status.answered'}, {type: 'cancel.requested', by: 'cashier'}],
			[{type: 'cancelOrder', timeoutMs: 10_000}],
		);
		expect(story.when(answers.cancelFailed(), 58_100).wakesAtMs).toBe(48_000 + 60_000);
		story
			.when(answers.cancel('cancelled'), 48_300)
			.thenGives([{type: 'status.answered'}, {type: 'resolved', by: 'gateway', as: 'cancelled'}]);
	});

	test('when even the cancel is answered by waiting, then the gateway is not pressed: the next question is early enough', () => {
		unresolved()
			.whenDue()
			.when(answers.status('waiting'), 48_100)
			.when(answers.cancel('waiting'), 48_300)
			.thenGives([{type: 'status.answered', operation: 'cancel', status: 'waiting'}], [])
			.stands({outcome: 'unresolved', line: {inFlight: null, nextMs: 108_000}});
	});

	test('when the gateway does not know the order, then its id is burnt by a cancel, and that settles it', () => {
		unresolved()
			.whenDue()
			.when(answers.statusFailed(gatewayFault('http', 'NOT_FOUND')), 48_100)
			.thenGives([{type: 'status.failed'}, {type: 'cancel.requested'}], [{type: 'cancelOrder'}])
			.when(answers.cancelNotFound(), 48_300)
			.thenGives([{type: 'resolved', by: 'gateway', as: 'cancelled', note: 'cashier'}], []);
	});

	test('when a person decides, then it is settled with the note', () => {
		const story = unresolved().when(
			{type: 'resolveByPerson', as: 'cancelled', note: 'Банк подтвердил'},
			50_000,
		);
		story.thenGives([{type: 'resolved', by: 'person', as: 'cancelled', note: 'Банк подтвердил'}], []);
		expect(isOpen(end(story.state))).toBe(false);
		expect(resultOf(end(story.state)).exitCode).toBe(6);
	});

	test('when a person decides that it is still unknown, then that settles nothing', () => {
		unresolved()
			.when({type: 'resolveByPerson', as: 'unresolved', note: '?'}, 50_000)
			.refused('NOTHING_TO_RESOLVE');
	});

	test('given a start of the till, when it is taken up, then it is asked about at once', () => {
		unresolved()
			.when(resume, 900_000)
			.thenGives([], [{type: 'askStatus'}]);
	});
});

describe('late money', () => {
	const watched = () => cancelled();

	test('given an unpaid end, then it is looked for on the same schedule for an hour', () => {
		const starts = askedAtS(watched(), 8, answers.status('cancelled'));
		expect(starts).toEqual([30, 90, 210, 450, 930, 1830, 2730, 3600]);
		expect(() => askedAtS(watched(), 9, answers.status('cancelled'))).toThrow('nothing is due');
	});

	test.each(['paid'] as const)(
		'when the gateway then says %s, then it is a late payment and open until dealt with',
		(status) => {
			const story = watched().whenDue().when(answers.status(status), 38_300);
			story
				.thenGives([{type: 'payment.late', status: 'paid', amountKopecks: 125_000}], [])
				.stands({isLate: true, outcome: 'cancelled', watch: null, line: {inFlight: null}});
			expect(openMatter(end(story.state))).toBe('late');
			expect(resultOf(end(story.state))).toMatchObject({outcome: 'paid', reason: 'late', exitCode: 8});
		},
	);

	test('when it is taken, then it is paid and its receipt is closed', () => {
		watched()
			.whenDue()
			.when(answers.status('paid'), 38_300)
			.when({type: 'closeReceipt'}, 60_000)
			.thenGives([{type: 'payment.paid', amountKopecks: 125_000}], [{type: 'prepareReceipt'}])
			.stands({phase: 'fiscalising'});
	});

	test('when all of it is returned, then it is settled as cancelled, money returned', () => {
		const story = watched()
			.whenDue()
			.when(answers.status('paid'), 38_300)
			.when({type: 'refund', refundId: 'R-1', amountKopecks: 125_000}, 60_000)
			.when({type: 'refundAnswered', answer: refunded(125_000)}, 61_000);
		expect(openMatter(end(story.state))).toBeNull();
		expect(resultOf(end(story.state))).toMatchObject({outcome: 'cancelled', reason: 'refunded', exitCode: 6});
	});

	test('when only a part of it is returned, then it is still open', () => {
		const story = watched()
			.whenDue()
			.when(answers.status('paid'), 38_300)
			.when({type: 'refund', refundId: 'R-1', amountKopecks: 25_000}, 60_000)
			.when({type: 'refundAnswered', answer: refunded(25_000)}, 61_000);
		expect(openMatter(end(story.state))).toBe('late');
	});

	test('given an unresolved payment that was settled as unpaid, when money comes after all, then it is late money', () => {
		for (const settle of [
			() => unresolved().whenDue().when(answers.status('cancelled'), 48_100),
			() => unresolved().when({type: 'resolveByPerson', as: 'cancelled', note: 'Ушёл'}, 48_100),
		]) {
			const story = settle();
			expect(story.wakesAtMs).toBe(78_100);
			const late = story.whenDue().when(answers.status('paid'), 78_300);
			late.thenGives([{type: 'payment.late'}]);
			expect(openMatter(end(late.state))).toBe('late');
		}
	});

	test('given a person has called it paid, when the gateway says so too, then it is not late money', () => {
		const settled = unresolved()
			.whenDue()
			.when({type: 'resolveByPerson', as: 'paid', note: 'Деньги пришли'}, 48_050);
		expect(settled.wakesAtMs).toBeNull();
		settled.when(answers.status('paid'), 48_100).nothing();
	});

	test('given the money was on its way back, or nobody ever saw the QR, then nothing is looked for', () => {
		expect(shown().whenDue().when(answers.status('refunded'), 6_100).wakesAtMs).toBeNull();
		expect(creating().when(answers.creationRejected(), 100).wakesAtMs).toBeNull();
	});

	test('given the watch was over while the till was off, when it starts again, then it is watched anew, at once', () => {
		const day = 86_400_000;
		const story = watched()
			.when(resume, day)
			.thenGives([], [{type: 'askStatus'}]);
		story.when(answers.status('paid'), day + 200).thenGives([{type: 'payment.late'}]);
		expect(story.when(answers.status('cancelled'), day + 200).wakesAtMs).toBe(day + 60_000);
	});
});

const refunded = (amountKopecks: number) =>
	({type: 'refund', refundId: 'R-1', orderId: 'A-1', status: 'done', amountKopecks, reason: null}) as const;
