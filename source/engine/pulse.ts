// The live poll for readers beside us: equal answers are folded into one row later, a reader wants to see them now.
import type {AnyEvent, PaymentState} from '../core/index.ts';
import type {JournalPulse} from './ports.ts';

/** What a decision's events say of a poll; null where they hold none. */
export function pulseOf(
	orderId: string,
	events: readonly AnyEvent[],
	state: PaymentState,
	at: string,
): JournalPulse | null {
	const poll = events.findLast(({type}) => type === 'status.answered' || type === 'status.failed');
	if (!poll || state.phase === 'idle' || state.phase === 'fiscalising') return null;
	const status = poll.type === 'status.answered' ? poll.status : 'error';
	return {orderId, n: state.line.polls, status, errorsInRow: state.line.errorsInRow, at};
}
