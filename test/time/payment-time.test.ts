// The time of a payment: one for the whole operation, by the clock that nobody sets; and after a sleep the gateway is asked before
// anything is given up.
import {describe, expect, test} from 'vitest';
import {limitMs} from '../../source/core/index.ts';
import {fakeRegister} from '../engine/fakes/register.ts';
import {crashed, created, fault, phase, request, settle, status, type Till, till} from '../engine/till.ts';
import {type StoppableClock, stoppableClock} from './stopped-clock.ts';

const hourMs = 3_600_000;

type Stoppable = Till & {readonly clock: StoppableClock};

/** The QR is shown; 180 s since Enter, a question each 5 s. */
async function waiting(wallMs?: number): Promise<Stoppable> {
	const clock = stoppableClock(wallMs);
	const made = till({clock});
	await made.engine.pay(request());
	await made.gateway.last('createOrder').answer(created);
	return {...made, clock};
}

const questions = ({gateway}: Till): readonly string[] =>
	gateway.asked.slice(1).map(({operation}) => operation);

/** Each question is answered `waiting` at once, for a while. */
async function waitFor(made: Till, seconds: number): Promise<void> {
	for (let second = 0; second < seconds; second += 1) {
		await made.clock.advance(1_000);
		const last = made.gateway.asked.at(-1);
		if (last?.operation === 'getStatus') await last.answer(status('waiting'));
	}
}

const leftS = (made: Till): number => {
	const state = made.engine.stateOf('A-1');
	if (state.phase !== 'waiting') throw new Error(state.phase);
	return Math.round((limitMs(state) - made.clock.nowMs()) / 1000);
};

describe('the response time', () => {
	test('given a slow register, a slow creation and polls, then all of it together has 180 s from Enter on', async () => {
		const clock = stoppableClock();
		const register = fakeRegister();
		register.preflightAnswer = null;
		const made = till({clock, register});
		const paying = made.engine.pay(request());
		await settle();
		await clock.advance(20_000);
		await register.last('preflight').answer({type: 'ready', warnings: []});
		await paying;
		await clock.advance(14_000);
		await made.gateway.last('createOrder').answer(created);
		expect(leftS(made)).toBe(180 - 34);
		await waitFor(made, 145);
		expect(questions(made)).not.toContain('cancelOrder');
		await waitFor(made, 2);
		made.gateway.last('cancelOrder');
		const [started] = made.journal.rows;
		const {deadline} = started?.event.type === 'payment.started' ? started.event : {deadline: ''};
		expect(Date.parse(deadline) - Date.UTC(2026, 0, 31, 9)).toBe(180_000);
	});

	test('given an answer that never comes, then even its request does not outlast the time by more than 10 s', async () => {
		const made = await waiting();
		await waitFor(made, 177);
		await made.clock.advance(3_000);
		await made.clock.advance(12_000);
		made.gateway.last('cancelOrder');
	});
});

describe('a wall clock that somebody sets', () => {
	test.each([
		['an hour forwards', hourMs],
		['a day forwards', 24 * hourMs],
		['an hour backwards', -hourMs],
		['to the year 1970', -Date.UTC(2026, 0, 31, 9)],
	])(
		'given it is set %s in the middle, then the payment has its 180 s, no more and no less',
		async (_, jumpMs) => {
			const made = await waiting();
			await waitFor(made, 60);
			made.clock.jumpWall(jumpMs);
			await waitFor(made, 1);
			expect(leftS(made)).toBe(119);
			await waitFor(made, 117);
			expect(questions(made)).not.toContain('cancelOrder');
			await waitFor(made, 3);
			await made.gateway.last('cancelOrder').answer(status('cancelled'));
			expect(made.journal.types().at(-1)).toBe('payment.expired');
		},
	);

	test('given it is set forwards, then one question comes early and no other', async () => {
		const [set, unset] = [await waiting(), await waiting()];
		for (const made of [set, unset]) await waitFor(made, 31);
		set.clock.jumpWall(hourMs);
		for (const made of [set, unset]) await waitFor(made, 60);
		expect(questions(set).length - questions(unset).length).toBeLessThanOrEqual(1);
	});

	test('given the night in which summer time begins, then a payment across it is like any other', async () => {
		// 02:00 in Berlin, 03:00 a second later.
		const made = await waiting(Date.UTC(2026, 2, 29, 0, 59));
		await waitFor(made, 179);
		expect(questions(made)).not.toContain('cancelOrder');
		await waitFor(made, 2);
		made.gateway.last('cancelOrder');
	});

	test.each([
		['forwards while the till was off', 10 * hourMs, 'cancelOrder'],
		['backwards while the till was off', -10 * hourMs, 'getStatus'],
	] as const)(
		'given it is set %s, then the next start asks; nothing has expired by it',
		async (_, jumpMs, asked) => {
			const before = await waiting();
			const made = crashed(before, jumpMs);
			made.engine.load();
			made.engine.resume('A-1');
			expect(phase(made)).not.toBe('ended');
			await made.gateway.last(asked).answer(status('paid'));
			expect(phase(made)).toBe('fiscalising');
		},
	);
});

describe('a machine that sleeps', () => {
	test('given an hour of sleep, when it wakes, then it asks at once, and what was paid meanwhile is paid', async () => {
		const made = await waiting();
		await waitFor(made, 11);
		const before = questions(made).length;
		made.clock.sleep(hourMs);
		await made.clock.advance(4_000);
		expect(questions(made)).toHaveLength(before + 1);
		await made.gateway.last('getStatus').answer(status('paid'));
		expect(phase(made)).toBe('fiscalising');
	});

	test('given a slow poll interval, when it wakes, then the question comes within a minute at most', async () => {
		const clock = stoppableClock();
		const made = till({clock});
		await made.engine.pay(
			request({policy: {responseTimeoutS: 900, pollIntervalS: 300, statusErrorLimit: 5}}),
		);
		await made.gateway.last('createOrder').answer(created);
		clock.sleep(hourMs);
		await clock.advance(60_000);
		made.gateway.last('getStatus');
	});

	test('given a sleep past the order’s time, when it wakes, then the gateway’s word ends it, not the clock', async () => {
		const made = await waiting();
		await waitFor(made, 11);
		made.clock.sleep(hourMs);
		await made.clock.advance(4_000);
		await made.gateway.last('getStatus').answer(status('expired'));
		expect(made.journal.types().at(-1)).toBe('payment.expired');
		expect(made.journal.rows.at(-1)?.event).toMatchObject({type: 'payment.expired'});
	});

	test('given it falls asleep with a question on its way, when it wakes, then the lost answer is one error, and it goes on', async () => {
		const made = await waiting();
		await made.clock.advance(5_000);
		made.gateway.last('getStatus');
		made.clock.sleep(hourMs);
		await made.clock.advance(9_000);
		await made.gateway.last('getStatus').answer(fault);
		await made.clock.advance(5_000);
		await made.gateway.last('getStatus').answer(status('paid'));
		expect(phase(made)).toBe('fiscalising');
	});
});

describe('a process that is stopped', () => {
	test('given it is stopped past the time, when it goes on, then a cancel is the last look, and its answer decides', async () => {
		const made = await waiting();
		await waitFor(made, 11);
		await made.clock.stop(10 * 60_000);
		await made.gateway.last('cancelOrder').answer(status('paid'));
		expect(phase(made)).toBe('fiscalising');
	});

	test('given the last look under way, when it is stopped for minutes, then it asks once more before it gives up', async () => {
		const made = await waiting();
		made.engine.send('A-1', {type: 'cancel', by: 'cashier'});
		await made.gateway.last('cancelOrder').answer(fault);
		const before = questions(made).length;
		await made.clock.stop(10 * 60_000);
		expect(questions(made)).toHaveLength(before + 1);
		await made.gateway.asked.at(-1)?.answer(status('paid'));
		expect(phase(made)).toBe('fiscalising');
	});
});
