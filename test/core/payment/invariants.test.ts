// The money invariants of a payment, on random stories: whatever is said in whatever order, with a crash at any moment.
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	type Command,
	decide,
	type Effect,
	evolve,
	idle,
	isJournalled,
	isLive,
	isOpen,
	isReturned,
	type PaymentEvent,
	type PaymentState,
	resultOf,
} from '../../../source/core/index.ts';
import {said, walkable} from './every-phase.ts';

type Row = {readonly atMs: number; readonly event: PaymentEvent};
type Move = {readonly command: number; readonly afterMs: number; readonly crash: boolean};

type Walk = {
	readonly state: PaymentState;
	/** What is on disk. */
	readonly rows: readonly Row[];
	/** Effects, each with the rows that were on disk before it. */
	readonly effects: readonly {readonly effect: Effect; readonly rowsBefore: number}[];
	readonly commands: readonly Command[];
};

const fold = (rows: readonly Row[]): PaymentState =>
	rows.reduce<PaymentState>((state, {event, atMs}) => evolve(state, event, atMs), idle);

function walk(moves: readonly Move[]): Walk {
	let nowMs = 0;
	let state: PaymentState = idle;
	const rows: Row[] = [];
	const effects: {effect: Effect; rowsBefore: number}[] = [];
	const commands: Command[] = [];
	const say = (command: Command): void => {
		const decision = decide(state, command, {nowMs, describe: () => 'fault'});
		if (decision.type === 'refused') return;
		commands.push(command);
		for (const event of decision.events) {
			state = evolve(state, event, nowMs);
			if (isJournalled(event)) rows.push({atMs: nowMs, event});
		}
		effects.push(...decision.effects.map((effect) => ({effect, rowsBefore: rows.length})));
	};
	for (const {command, afterMs, crash} of moves) {
		nowMs += afterMs;
		if (crash) {
			state = fold(rows);
			say({type: 'resume'});
		} else {
			// Only what is not refused here: a story goes deep instead of knocking at closed doors.
			const open = walkable
				.map((one) => said(one, state))
				.filter((one) => decide(state, one, {nowMs, describe: () => 'fault'}).type === 'decided');
			say(open[command % open.length] ?? {type: 'tick'});
		}
	}
	return {state, rows, effects, commands};
}

const moves = fc.array(
	fc.record({
		command: fc.nat(walkable.length * 10),
		afterMs: fc.oneof(fc.nat(3_000), fc.nat(60_000)),
		crash: fc.nat(12).map((n) => n === 0),
	}),
	{maxLength: 80},
);

const holds = (check: (walked: Walk) => void, parameters: fc.Parameters<unknown> = {}): void =>
	fc.assert(
		fc.property(moves, (all) => check(walk(all))),
		{numRuns: 1_000, ...parameters},
	);

const has = (rows: readonly Row[], ...types: readonly PaymentEvent['type'][]): boolean =>
	rows.some(({event}) => types.includes(event.type));

describe('on every random story', () => {
	test('(the stories go everywhere: every effect and every end comes up)', () => {
		const seen = new Set<string>();
		holds(
			({effects, rows}) => {
				for (const {effect} of effects) seen.add(effect.type);
				for (const {event} of rows) seen.add(event.type);
				// What comes up is a matter of chance; one seed decides it once and for all.
			},
			{seed: 3, numRuns: 3_000},
		);
		for (const type of [...everyEffect, ...everyRow]) expect(seen).toContain(type);
	});

	test('a receipt is printed only after paid is on disk, for the amount ordered, once for each intent', () => {
		holds(({effects, rows}) => {
			const prints = effects.filter(({effect}) => effect.type === 'printReceipt');
			for (const {effect, rowsBefore} of prints) {
				const before = rows.slice(0, rowsBefore);
				expect(before.at(-1)?.event.type).toBe('receipt.closing');
				expect(has(before, 'payment.paid')).toBe(true);
				expect(effect.type === 'printReceipt' && effect.receipt.sumKopecks).toBe(125_000);
			}
			expect(prints.length).toBe(rows.filter(({event}) => event.type === 'receipt.closing').length);
		});
	});

	test('a receipt is not printed again while the one before may be closed', () => {
		holds(({effects, rows}) => {
			for (const {effect, rowsBefore} of effects) {
				if (effect.type !== 'printReceipt') continue;
				const before = rows.slice(0, rowsBefore - 1);
				const last = before.findLast(
					({event}) => event.type.startsWith('receipt.') && event.type !== 'receipt.dropped',
				);
				expect([undefined, 'receipt.failed']).toContain(last?.event.type);
			}
		});
	});

	test('a paid payment is closed, returned, decided by a person, or visibly open', () => {
		holds(({state, rows}) => {
			if (state.phase !== 'ended' || !has(rows, 'payment.paid', 'payment.late')) return;
			const isOff = state.receipt.state === 'off' || state.receipt.state === 'closed';
			expect(isOff || isReturned(state) || state.resolved?.by === 'person' || isOpen(state)).toBe(true);
		});
	});

	test('an order is made for one Enter only, and always with the body that is on disk', () => {
		holds(({effects, rows}) => {
			const started = rows.filter(({event}) => event.type === 'payment.started');
			expect(started.length).toBeLessThanOrEqual(1);
			for (const {effect, rowsBefore} of effects) {
				if (effect.type !== 'createOrder') continue;
				expect(rowsBefore).toBeGreaterThan(0);
				const first = started[0]?.event;
				expect(first?.type === 'payment.started' && first.order).toEqual(effect.order);
			}
		});
	});

	test('every effect that moves money or paper has its intent on disk before', () => {
		const intents: Partial<Record<Effect['type'], PaymentEvent['type']>> = {
			createOrder: 'payment.started',
			cancelOrder: 'cancel.requested',
			printReceipt: 'receipt.closing',
			refundOrder: 'refund.requested',
		};
		holds(({effects, rows}) => {
			for (const {effect, rowsBefore} of effects) {
				const intent = intents[effect.type];
				if (intent) expect(has(rows.slice(0, rowsBefore), intent)).toBe(true);
			}
		});
	});

	test('what has ended, has ended so in the rows: read anew, it says the same to cashier and shop software', () => {
		holds(({state, rows}) => {
			const read = fold(rows);
			if (state.phase === 'ended' && read.phase === 'ended') {
				expect(resultOf(read)).toEqual(resultOf(state));
				expect(isOpen(read)).toBe(isOpen(state));
			}
			// A receipt that is being closed again after the end is not written before the register is asked to print.
			if (state.phase !== 'fiscalising') expect(isLive(read)).toBe(isLive(state));
		});
	});

	test("«cancelled», «expired» and «rejected» are said on the gateway's word alone", () => {
		holds(({rows, commands}) => {
			const words = new Set(
				commands.flatMap((command) => {
					if (command.type === 'createAnswered') return [command.answer.type];
					if (command.type !== 'statusAnswered' && command.type !== 'cancelAnswered') return [];
					return [command.answer.type === 'status' ? command.answer.answer.status : command.answer.type];
				}),
			);
			const isConfirmed = words.has('cancelled') || words.has('notFound');
			if (has(rows, 'payment.cancelled', 'payment.expired')) expect(isConfirmed).toBe(true);
			if (has(rows, 'order.rejected')) expect(isConfirmed || words.has('rejected')).toBe(true);
		});
	});
});

const everyEffect: readonly Effect['type'][] = [
	'createOrder',
	'showQr',
	'askStatus',
	'cancelOrder',
	'prepareReceipt',
	'printReceipt',
	'settleReceipt',
	'refundOrder',
];

const everyRow: readonly PaymentEvent['type'][] = [
	'order.created',
	'order.rejected',
	'cancel.requested',
	'payment.paid',
	'payment.late',
	'payment.cancelled',
	'payment.unresolved',
	'receipt.closing',
	'receipt.closed',
	'receipt.failed',
	'receipt.unknown',
	'refund.requested',
	'refund.done',
	'receipt.dropped',
	'resolved',
];
