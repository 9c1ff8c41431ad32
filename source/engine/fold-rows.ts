// A payment read from the journal: its rows folded with the reducer that drives the live one.
import {evolve, idle, type PaymentState} from '../core/index.ts';
import type {ClockPort, JournalRow} from './ports.ts';

/** The state that a payment's rows lead to; their wall times are mapped onto this process's monotonic clock. */
export function foldRows(rows: readonly JournalRow[], clock: ClockPort): PaymentState {
	const nowMs = clock.nowMs();
	const wallMs = clock.now().getTime();
	return rows.reduce<PaymentState>((state, row) => {
		// A clock that was set back since must not put an event into the future: it would stretch the payment's time.
		const ageMs = Math.max(0, wallMs - happenedAtMs(row));
		return evolve(state, row.event, nowMs - ageMs);
	}, idle);
}

/** Wall time. A payment's own begins with the cashier's Enter, a little before its row: the deadline tells when. */
const happenedAtMs = ({at, event}: JournalRow): number =>
	event.type === 'payment.started'
		? Date.parse(event.deadline) - event.policy.responseTimeoutS * 1000
		: Date.parse(at);
