// A payment's rules as sentences: given what has happened, when something is said, then these events and these effects.
import {expect} from 'vitest';
import {
	type AnyEvent,
	type Command,
	type Decision,
	decide,
	type Effect,
	evolve,
	idle,
	isJournalled,
	type PaymentEvent,
	type PaymentState,
	type RefusalCode,
	wakeMs,
} from '../../source/core/index.ts';
import type {Said} from './samples.ts';

/** An event, or an event with the moment it happened (ms after the cashier's Enter). */
export type Happened = AnyEvent | readonly [atMs: number, event: AnyEvent];

type Part<Union> = Union extends unknown ? Partial<Union> : never;

export type Story = {
	/** The state as it now is. */
	readonly state: PaymentState;
	/** When a tick is next of use. */
	readonly wakesAtMs: number | null;
	/** What the last command is to be done in the world. */
	readonly effects: readonly Effect[];
	/** Says something at `atMs`; the story goes on from what it led to. */
	readonly when: (said: Said, atMs: number) => Story;
	/** Says `tick` at the moment that the payment asked for. */
	readonly whenDue: () => Story;
	/** What the last command led to: rows for the journal and effects, in order. A part of each is enough. */
	readonly thenGives: (events: readonly Part<PaymentEvent>[], effects?: readonly Part<Effect>[]) => Story;
	/** The last command changed nothing, and says why. */
	readonly refused: (code: RefusalCode) => Story;
	/** The last command was answered by nothing at all. */
	readonly nothing: () => Story;
	/** The receipt that the last effect gives to the register holds this. */
	readonly prints: (receipt: Readonly<Record<string, unknown>>) => Story;
	/** The state holds this. */
	readonly stands: (state: Readonly<Record<string, unknown>>) => Story;
};

const describe = (fault: {readonly code: string}): string => `fault ${fault.code}`;

/** A story that begins with these events, read as the journal would give them. */
export function given(...happened: readonly Happened[]): Story {
	let atMs = 0;
	let state: PaymentState = idle;
	for (const item of happened) {
		const [eventAtMs, event] = 'type' in item ? [atMs, item] : item;
		atMs = eventAtMs;
		state = evolve(state, event, atMs);
	}
	return story(state, null);
}

function story(state: PaymentState, last: Decision | null): Story {
	const decided = (): Extract<Decision, {type: 'decided'}> => {
		if (last?.type !== 'decided') throw new Error(`refused: ${last?.code ?? 'nothing was said'}`);
		return last;
	};
	const self: Story = {
		state,
		wakesAtMs: wakeMs(state),
		effects: last?.type === 'decided' ? last.effects : [],
		when(said, atMs) {
			const command: Command = typeof said === 'function' ? said(state) : said;
			const decision = decide(state, command, {nowMs: atMs, describe});
			if (decision.type === 'refused') return story(state, decision);
			const startMs = command.type === 'pay' ? command.startedAtMs : atMs;
			const next = decision.events.reduce<PaymentState>(
				(so, event) => evolve(so, event, event.type === 'payment.started' ? startMs : atMs),
				state,
			);
			return story(next, decision);
		},
		whenDue() {
			const dueMs = wakeMs(state);
			if (dueMs === null) throw new Error(`nothing is due in phase ${state.phase}`);
			return self.when({type: 'tick'}, dueMs);
		},
		thenGives(events, effects) {
			expect(decided().events.filter(isJournalled)).toMatchObject(events);
			if (effects) expect(decided().effects).toMatchObject(effects);
			return self;
		},
		prints(receipt) {
			const effect = decided().effects.at(-1);
			expect(effect && 'receipt' in effect ? effect.receipt : null).toMatchObject(receipt);
			return self;
		},
		refused(code) {
			expect(last).toEqual({type: 'refused', code});
			return self;
		},
		nothing() {
			expect(decided().events.filter(isJournalled)).toEqual([]);
			expect(decided().effects).toEqual([]);
			return self;
		},
		stands(part) {
			expect(state).toMatchObject(part);
			return self;
		},
	};
	return self;
}
