import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {decide, evolve, idle, type PaymentState, wakeMs} from '../../../source/core/index.ts';
import {everyCommand, said, stages, walkable} from './every-phase.ts';

const moment = (nowMs: number) => ({nowMs, describe: () => 'fault'});
const atMs = 1_000_000;

describe.each(Object.entries(stages))('given a payment %s', (_name, stage) => {
	test('when any command comes, then it is answered by events, by an effect, by nothing or by a refusal with a word', () => {
		for (const [name, command] of Object.entries(everyCommand)) {
			const {state} = stage();
			const decision = decide(state, said(command, state), moment(atMs));
			expect(decision.type === 'decided' || decision.code.length > 0, name).toBe(true);
		}
	});

	test('when a command is refused, then another moment or another try does not change that', () => {
		for (const command of Object.values(everyCommand)) {
			const {state} = stage();
			const first = decide(state, said(command, state), moment(atMs));
			if (first.type === 'refused')
				expect(decide(state, said(command, state), moment(atMs + 1))).toEqual(first);
		}
	});

	test('when it is decided twice, then it is decided the same: nothing but the input counts', () => {
		for (const command of Object.values(everyCommand)) {
			const {state} = stage();
			const before = structuredClone(state);
			expect(decide(state, said(command, state), moment(atMs))).toEqual(
				decide(state, said(command, state), moment(atMs)),
			);
			expect(state).toEqual(before);
		}
	});

	test('when any event of the journal comes, then the fold is total and keeps the order it is about', () => {
		const events = Object.values(stages).flatMap((other) => {
			const {state} = other();
			return walkable.flatMap((command) => {
				const decision = decide(state, said(command, state), moment(atMs));
				return decision.type === 'decided' ? decision.events : [];
			});
		});
		const {state} = stage();
		for (const event of events) {
			const next = evolve(state, event, atMs);
			if (next.phase !== 'idle') expect(next.facts.orderId).toBe('A-1');
			if (state.phase !== 'idle') expect(next.phase).not.toBe('idle');
		}
	});
});

test('given any row of commands at any times, then every one is answered and the payment never sleeps while it lives', () => {
	const step = fc.record({
		command: fc.integer({min: 0, max: walkable.length - 1}),
		afterMs: fc.oneof(fc.nat(3_000), fc.nat(120_000)),
	});
	fc.assert(
		fc.property(fc.array(step, {maxLength: 60}), (steps) => {
			let nowMs = 0;
			let state: PaymentState = idle;
			for (const {command, afterMs} of steps) {
				nowMs += afterMs;
				const decision = decide(state, said(walkable[command] ?? {type: 'tick'}, state), moment(nowMs));
				if (decision.type === 'refused') continue;
				state = decision.events.reduce<PaymentState>((so, event) => evolve(so, event, nowMs), state);
				if (state.phase === 'idle' || state.phase === 'ended') continue;
				// Alive: either an answer is awaited, or a moment is known at which it goes on by itself.
				const isAwaiting = state.phase === 'fiscalising' ? state.isRunning : state.line.inFlight !== null;
				expect(isAwaiting || wakeMs(state) !== null).toBe(true);
			}
		}),
		{numRuns: 500},
	);
});
