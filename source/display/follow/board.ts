// What the customer's screen knows of the till: the payment begun last, folded from the journal's rows. Pure.
import {evolve, idle, type PaymentState} from '../../core/index.ts';
import type {JournalPulse, JournalRow} from '../../engine/index.ts';

export type ShownPayment = {
	readonly state: Exclude<PaymentState, {phase: 'idle'}>;
	/** The journal's deadline on this process's monotonic clock. */
	readonly deadlineMs: number;
	/** The gateway's last word while it could be paid, and when it was said: a folded row comes later than its pulse. */
	readonly said: {readonly isConfirmed: boolean; readonly at: string};
	/** When the customer first had an end to read: paid, or not. Later turns are no matter of the customer's screen. */
	readonly decidedAtMs: number | null;
};

/** null: no payment has begun since the rows that were read. */
export type Board = ShownPayment | null;

/** Both clocks of the process that looks, at the same moment. */
export type Moment = {readonly nowMs: number; readonly wallMs: number};

/** The board after a row. Only the payment begun last is shown: what older ones still go through is the cashier's. */
export function withRow(board: Board, row: JournalRow, {nowMs, wallMs}: Moment): Board {
	// A clock that was set back since must not put a row into the future: an old code would live longer.
	const atMs = nowMs - Math.max(0, wallMs - Date.parse(row.at));
	if (row.event.type === 'payment.started') {
		const state = evolve(idle, row.event, atMs);
		if (state.phase === 'idle') return board;
		const leftMs = Date.parse(row.event.deadline) - wallMs;
		const deadlineMs = Math.min(nowMs + leftMs, state.facts.deadlineMs);
		return {state, deadlineMs, said: {isConfirmed: false, at: ''}, decidedAtMs: null};
	}
	if (!board || row.orderId !== board.state.facts.orderId) return board;
	const state = evolve(board.state, row.event, atMs);
	if (state.phase === 'idle') return board;
	const said =
		row.event.type === 'status.answered' && row.at > board.said.at
			? {isConfirmed: row.event.status === 'processing', at: row.at}
			: board.said;
	const isDecided = state.phase === 'fiscalising' || state.phase === 'ended';
	const decidedAtMs = board.decidedAtMs ?? (isDecided ? atMs : null);
	return {...board, state, said, decidedAtMs};
}

/** The board after a live poll. A failed one says nothing about the payment, so nothing changes for the customer. */
export function withPulse(board: Board, pulse: JournalPulse): Board {
	if (!board || pulse.orderId !== board.state.facts.orderId || pulse.status === 'error') return board;
	if (pulse.at < board.said.at) return board;
	return {...board, said: {isConfirmed: pulse.status === 'processing', at: pulse.at}};
}
