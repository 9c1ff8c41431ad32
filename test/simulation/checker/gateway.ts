// The order of a payment as the gateway sees it: its rhythm, its errors, its time, and ends that are true.
import type {History, SeenRequest} from '../history.ts';
import {hasFault, orderIds, type Row, type Rule, requestsByProcess, rowsOf, wasEver} from './facts.ts';

/** Never two requests about one order at a time. */
export const oneRequestAtATime: Rule = (history) =>
	requestsByProcess(history).flatMap((requests) =>
		requests.flatMap((request, index) => {
			const before = requests[index - 1];
			return before && before.endedAtMs !== null && before.endedAtMs <= request.atMs
				? []
				: before
					? [`${request.operation} for ${request.orderId} left while ${before.operation} was in flight`]
					: [];
		}),
	);

const isHurried = (history: History): boolean =>
	history.hurriedAtMs.length > 0 || hasFault(history, 'sleep', 'jump');

/** Polls come every interval from start to start, the first one interval after the QR can be seen. */
export const pollsInRhythm: Rule = (history) => {
	if (isHurried(history)) return [];
	const intervalMs = history.scenario.pollIntervalS * 1000;
	return requestsByProcess(history).flatMap((all) => {
		const stop = all.findIndex(({operation}) => operation === 'cancelOrder');
		const until = stop === -1 ? all : all.slice(0, stop);
		const endMs = firstEndMs(history, until[0]?.orderId ?? '');
		const polls = until.filter(({operation, atMs}) => operation === 'getStatus' && atMs < endMs);
		const first = polls[0];
		const found = polls.flatMap((poll, index) => {
			const before = polls[index - 1];
			if (!before) return [];
			const dueMs = Math.max(before.atMs + intervalMs, before.endedAtMs ?? 0);
			return Math.abs(poll.atMs - dueMs) <= 1
				? []
				: [`${poll.orderId} was asked about at ${poll.atMs}, due at ${dueMs}`];
		});
		const created = until.findLast(({operation, end}) => operation === 'createOrder' && end === 'answer');
		const order = history.orders.get(first?.orderId ?? '');
		const shown = rowsOf(history, first?.orderId ?? '').find(({event}) => event.type === 'qr.shown');
		const seenMs = Math.min(
			shown?.atMs ?? Number.POSITIVE_INFINITY,
			history.seenAtMs.get(first?.orderId ?? '') ?? Number.POSITIVE_INFINITY,
		);
		const createdMs = created?.endedAtMs ?? null;
		// An order that is no longer waiting when it is made (a lost answer, asked for again) is asked about at once.
		const isFresh = createdMs !== null && !wasEver(order, ['expired', 'paid', 'cancelled'], createdMs);
		if (first && createdMs !== null && isFresh && !hasFault(history, 'append')) {
			const dueMs = Math.min(seenMs, createdMs + 15_000) + intervalMs;
			if (first.atMs < dueMs - 1)
				found.push(`${first.orderId} was first asked about at ${first.atMs}, before ${dueMs}`);
		}
		return found;
	});
};

/** After an end, background questions leave the gateway at least half a minute. */
export const backgroundIsPatient: Rule = (history) => {
	if (isHurried(history)) return [];
	return requestsByProcess(history).flatMap((requests) => {
		const endMs = firstEndMs(history, requests[0]?.orderId ?? '');
		const polls = requests.filter(({operation, atMs}) => operation === 'getStatus' && atMs > endMs);
		return polls.flatMap((poll, index) => {
			const before = polls[index - 1];
			return before && poll.atMs - before.atMs < 29_999
				? [`${poll.orderId} was asked about twice within ${poll.atMs - before.atMs} ms after its end`]
				: [];
		});
	});
};

function firstEndMs(history: History, orderId: string): number {
	const ends = new Set([
		'payment.declined',
		'payment.expired',
		'payment.cancelled',
		'payment.unresolved',
		'payment.quarantined',
		'order.rejected',
		'payment.paid',
	]);
	const row = rowsOf(history, orderId).find(({event}) => ends.has(event.type));
	const screen = history.screens.find((one) => one.orderId === orderId && one.phase === 'ended');
	return Math.min(row?.atMs ?? Number.POSITIVE_INFINITY, screen?.atMs ?? Number.POSITIVE_INFINITY);
}

const isError = ({end}: SeenRequest): boolean => end === 'fault' || end === 'strange';

/** Technical errors in a row at a moment, as far as one process has seen them. */
const errorsInRow = (requests: readonly SeenRequest[], untilMs: number): number => {
	const ended = requests
		.filter(({operation}) => operation === 'createOrder' || operation === 'getStatus')
		.filter(({end, endedAtMs}) => end !== 'aborted' && endedAtMs !== null && endedAtMs <= untilMs);
	const lastGood = ended.findLastIndex((one) => !isError(one));
	return ended.length - 1 - lastGood;
};

/** One error more than is allowed ends the polling, and not one less. */
export const errorsAreCounted: Rule = (history) => {
	const limit = history.scenario.statusErrorLimit;
	const found: string[] = [];
	for (const requests of requestsByProcess(history)) {
		const orderId = requests[0]?.orderId ?? '';
		const boot = requests[0]?.boot ?? 0;
		const endMs = firstEndMs(history, orderId);
		const stop = requests.findIndex(({operation, atMs}) => operation === 'cancelOrder' || atMs > endMs);
		const isTakenUpLater = rowsOf(history, orderId).some(
			({event, atMs}) => event.type === 'cancel.requested' && atMs < (history.boots[boot - 1]?.atMs ?? 0),
		);
		if (isTakenUpLater) continue;
		const polling = stop === -1 ? requests : requests.slice(0, stop);
		for (const {atMs} of polling) {
			// Its own answer is not in yet: only what ended before counts.
			const count = errorsInRow(
				polling.filter((one) => one.atMs < atMs),
				atMs,
			);
			if (count > limit)
				found.push(`${orderId} was asked on after ${count} errors in a row, ${limit} allowed`);
		}
		for (const {event, atMs} of rowsOf(history, orderId)) {
			const isOurs =
				atMs >= (history.boots[boot - 1]?.atMs ?? 0) && atMs < endMs && !hasFault(history, 'append');
			if (event.type !== 'cancel.requested' || event.by !== 'errors' || !isOurs) continue;
			if (atMs > (history.boots[boot - 1]?.diedAtMs ?? Number.POSITIVE_INFINITY)) continue;
			const count = errorsInRow(polling, atMs);
			if (count !== limit + 1)
				found.push(`${orderId} was given up after ${count} errors in a row, ${limit} allowed`);
		}
	}
	return found;
};

/** The time of the whole operation runs from Enter: not given up before, and not waited for long after. */
export const timeIsKept: Rule = (history) => {
	const {scenario, boots} = history;
	if (hasFault(history, 'sleep', 'append')) return [];
	const timeoutMs = scenario.responseTimeoutS * 1000;
	return history.enters.flatMap(({orderId, atMs}) => {
		const rows = rowsOf(history, orderId);
		const given = rows.find(({event}) => event.type === 'cancel.requested');
		const found: string[] = [];
		const isSameBoot = !boots.some((boot) => boot.atMs > atMs && boot.atMs <= (given?.atMs ?? 0));
		const isWallTrue = !hasFault(history, 'jump') || isSameBoot;
		if (given?.event.type === 'cancel.requested' && given.event.by === 'deadline' && isWallTrue) {
			if (given.atMs < atMs + timeoutMs - 1)
				found.push(`${orderId} was given up ${atMs + timeoutMs - given.atMs} ms before its time`);
		}
		// A confirmed payment has 30 s more; a request in flight may take 10 s (and the engine a second) beyond it.
		const latestMs = atMs + timeoutMs + 30_000 + 11_500;
		const decided = rows.find(({event}) => decides.has(event.type));
		const isWaiting = rows.length > 0 && (decided?.atMs ?? Number.POSITIVE_INFINITY) > latestMs;
		const isOneBoot =
			!boots.some((boot) => boot.atMs > atMs && boot.atMs <= latestMs + 1_000) &&
			boots.some((boot) => boot.atMs <= atMs && (boot.diedAtMs ?? Number.POSITIVE_INFINITY) > latestMs);
		if (isWaiting && isOneBoot)
			found.push(`${orderId} was still waited for ${latestMs - atMs} ms after Enter`);
		return found;
	});
};

const decides: ReadonlySet<string> = new Set([
	'cancel.requested',
	'payment.paid',
	'payment.declined',
	'payment.expired',
	'payment.cancelled',
	'payment.quarantined',
	'order.rejected',
]);

/** What the journal calls the end, the gateway has called so: nothing is ended on our word alone. */
export const endsAreTrue: Rule = (history) =>
	orderIds(history).flatMap((orderId) =>
		rowsOf(history, orderId).flatMap((row) => untrue(history, orderId, row)),
	);

function untrue(history: History, orderId: string, {event, atMs}: Row): readonly string[] {
	const order = history.orders.get(orderId);
	const isBurnt = (history.burnt.get(orderId) ?? Number.POSITIVE_INFINITY) <= atMs;
	const word =
		event.type === 'resolved' ? (event.by === 'gateway' ? event.as : null) : claimed.get(event.type);
	const isTrue = (): boolean => {
		switch (word) {
			case 'cancelled':
			case 'expired':
				return isBurnt || wasEver(order, ['cancelled', 'expired', 'refunded'], atMs);
			case 'declined':
				return wasEver(order, ['declined'], atMs);
			case 'paid':
				return wasEver(order, ['paid'], atMs);
			case 'rejected':
				return !wasEver(order, ['processing', 'paid'], atMs);
			default:
				return true;
		}
	};
	return isTrue() ? [] : [`${orderId} is called ${word} (${event.type}), and the gateway never said so`];
}

const claimed: ReadonlyMap<string, string> = new Map([
	['payment.cancelled', 'cancelled'],
	['payment.expired', 'expired'],
	['payment.declined', 'declined'],
	['payment.paid', 'paid'],
	['payment.late', 'paid'],
	['order.rejected', 'rejected'],
]);
