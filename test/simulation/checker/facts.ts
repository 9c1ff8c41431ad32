// Plain questions about a history that the rules share. Nothing here knows how the till decides.
import type {JournalRow} from '../../../source/engine/index.ts';
import type {History, SeenRequest} from '../history.ts';
import type {ServerOrder, Status} from '../world/server.ts';

/** One broken rule, told in a sentence. */
export type Broken = {readonly rule: string; readonly what: string};

export type Rule = (history: History) => readonly string[];

/** The rows of one order with the true time of each and its place in the journal. */
export type Row = {readonly event: JournalRow['event']; readonly atMs: number; readonly index: number};

export function rowsOf({rows, rowsAtMs}: History, orderId: string): readonly Row[] {
	let byOrder = known.get(rowsAtMs);
	if (!byOrder) {
		byOrder = Map.groupBy(
			rows.map(({event, orderId: about}, index) => ({event, about, atMs: rowsAtMs[index] ?? 0, index})),
			({about}) => about ?? '',
		);
		known.set(rowsAtMs, byOrder);
	}
	return byOrder.get(orderId) ?? [];
}

/** A history that is checked no longer changes: its rows are sorted by order once. */
const known = new WeakMap<readonly number[], Map<string, readonly Row[]>>();

/** What a row says about the end of its payment, or null for a row that is no end. */
export function endIn({event}: Pick<Row, 'event'>, hasRegister: boolean): string | null {
	switch (event.type) {
		case 'order.rejected':
			return 'rejected';
		case 'payment.declined':
			return 'declined';
		case 'payment.expired':
			return 'expired';
		case 'payment.cancelled':
			return 'cancelled';
		case 'payment.unresolved':
			return 'unresolved';
		case 'payment.quarantined':
			return 'quarantined';
		case 'payment.paid':
			return hasRegister ? null : 'paid';
		case 'receipt.closed':
		case 'receipt.failed':
		case 'receipt.unknown':
			return 'paid';
		case 'resolved':
			return event.as;
		default:
			return null;
	}
}

/** Whether the gateway has ever called the order so, up to a moment. */
export const wasEver = (
	order: ServerOrder | undefined,
	statuses: readonly Status[],
	untilMs: number,
): boolean => order?.truth.some(({atMs, status}) => atMs <= untilMs && statuses.includes(status)) ?? false;

export const hasFault = ({scenario}: History, ...kinds: readonly string[]): boolean =>
	scenario.faults.some((fault) => kinds.includes(fault.at === 'time' ? fault.what : fault.at));

/** Requests about one order in one process, in the order of their start. */
export function requestsByProcess({requests}: History): readonly (readonly SeenRequest[])[] {
	const groups = new Map<string, SeenRequest[]>();
	for (const request of requests) {
		const key = `${request.boot} ${request.orderId}`;
		const group = groups.get(key);
		if (group) group.push(request);
		else groups.set(key, [request]);
	}
	return [...groups.values()];
}

/** Every order that the cashier began. */
export const orderIds = ({enters}: History): readonly string[] => enters.map(({orderId}) => orderId);
