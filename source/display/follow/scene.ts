// What the customer should see at a moment. An old code never stays: every scene but the empty one has its end.
import {
	type CustomerEnd,
	cancelWindowMs,
	type EndedState,
	overrunMs,
	type PaymentSystem,
	processingGraceMs,
} from '../../core/index.ts';
import type {Board, ShownPayment} from './board.ts';

export type Scene =
	| {readonly type: 'idle'}
	/** The order is being made. */
	| {readonly type: 'preparing'; readonly system: PaymentSystem; readonly amountKopecks: number}
	| {
			readonly type: 'pay';
			readonly system: PaymentSystem;
			readonly amountKopecks: number;
			readonly qr: string;
			readonly remainingS: number;
			/** The slip with the code is printed. */
			readonly isOnPaper: boolean;
	  }
	/** The customer has confirmed. */
	| {readonly type: 'confirming'; readonly amountKopecks: number}
	/** The code is no longer shown, and whether it was paid is being found out. */
	| {readonly type: 'checking'; readonly amountKopecks: number}
	| {readonly type: 'paid'; readonly amountKopecks: number}
	| {readonly type: 'not-paid'; readonly end: CustomerEnd};

/** How long the end stays on the screen. */
export const endShownMs = 5_000;

/** How long after its deadline a payment may still be on its way to its end; after that nobody is working on it. */
export const graceMs = overrunMs + cancelWindowMs + processingGraceMs;

/** How far back rows matter: a till's response time is at most an hour. */
export const lookBackMs = 3_600_000 + graceMs;

const empty: Scene = {type: 'idle'};

/** The scene of this moment. */
export function sceneOf(board: Board, nowMs: number): Scene {
	if (!board || nowMs >= overMs(board)) return empty;
	const {state, said} = board;
	const {amountKopecks, method: system} = state.facts;
	const leftMs = board.deadlineMs - nowMs;
	switch (state.phase) {
		case 'creating':
			return leftMs > 0 ? {type: 'preparing', system, amountKopecks} : {type: 'checking', amountKopecks};
		case 'waiting': {
			if (said.isConfirmed) return {type: 'confirming', amountKopecks};
			if (leftMs <= 0) return {type: 'checking', amountKopecks};
			const {qr, shownOn} = state.created;
			const isOnPaper = shownOn?.includes('paper') ?? false;
			return {type: 'pay', system, amountKopecks, qr, remainingS: Math.ceil(leftMs / 1000), isOnPaper};
		}
		case 'checking':
			return {type: said.isConfirmed ? 'confirming' : 'checking', amountKopecks};
		case 'fiscalising':
			return {type: 'paid', amountKopecks};
		case 'ended':
			return endOf(state, amountKopecks);
	}
}

/** When the scene changes by itself, or null: not before something happens. */
export function nextChangeMs(board: Board, nowMs: number): number | null {
	if (!board || nowMs >= overMs(board)) return null;
	const leftMs = board.deadlineMs - nowMs;
	const isCounting = board.state.phase === 'waiting' || board.state.phase === 'creating';
	return isCounting && leftMs > 0 ? nowMs + leftMs - (Math.ceil(leftMs / 1000) - 1) * 1000 : overMs(board);
}

/** From when on nothing of this payment is shown. */
const overMs = ({decidedAtMs, deadlineMs}: ShownPayment): number =>
	decidedAtMs === null ? deadlineMs + graceMs : decidedAtMs + endShownMs;

function endOf(state: EndedState, amountKopecks: number): Scene {
	if (state.isLate) return {type: 'not-paid', end: 'ask-cashier'};
	const isReturned = state.reason === 'refunded' || state.resolved?.note === 'refunded';
	switch (state.outcome) {
		case 'paid':
			return {type: 'paid', amountKopecks};
		case 'cancelled':
			return {type: 'not-paid', end: isReturned ? 'returned' : 'cancelled'};
		case 'declined':
		case 'expired':
			return {type: 'not-paid', end: state.outcome};
		case 'rejected':
			return {type: 'not-paid', end: 'no-code'};
		case 'unresolved':
		case 'quarantined':
			return {type: 'not-paid', end: 'ask-cashier'};
	}
}
