// Equal answers in a row become one row with a count, written at the next change: a quiet wait costs the disk nothing.
import type {PaymentEvent} from './events.ts';

type Answered = Extract<PaymentEvent, {type: 'status.answered'}>;

export type Folded = {
	/** To be written now, in this order. */
	readonly rows: readonly PaymentEvent[];
	/** Still gathering; it goes out before the next row of another kind. */
	readonly pending: Answered | null;
};

/** Folds new events into what is pending. `ms` of the folded row is the slowest answer's. */
export function foldAnswers(pending: Answered | null, events: readonly PaymentEvent[]): Folded {
	let gathering = pending;
	const rows: PaymentEvent[] = [];
	for (const event of events) {
		if (event.type === 'status.answered' && gathering && isSame(gathering, event)) {
			gathering = {...event, ms: Math.max(gathering.ms, event.ms), count: gathering.count + event.count};
			continue;
		}
		if (gathering) rows.push(gathering);
		gathering = event.type === 'status.answered' ? event : null;
		if (!gathering) rows.push(event);
	}
	return {rows, pending: gathering};
}

const isSame = (a: Answered, b: Answered): boolean => a.status === b.status && a.operation === b.operation;
