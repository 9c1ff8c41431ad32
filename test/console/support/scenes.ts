// Every screen of the console in every state that it has, for the tests that walk all of them.

import type {UiState} from '../../../source/console/ui/state.ts';
import {type EndedState, idle, type PaymentEvent} from '../../../source/core/index.ts';
import type {LogEntry, Snapshot} from '../../../source/engine/index.ts';
import {
	askedToCancel,
	closing,
	creating,
	type EndName,
	endNames,
	ends,
	liveAfter,
	paid,
	shown,
} from './states.ts';

export type Scene = {
	readonly name: string;
	readonly snapshot: Partial<Snapshot>;
	readonly ui: Partial<UiState>;
};

const at = '2026-01-31T09:00:05.000Z';

/** Text that would drive a terminal, reorder what is read, and never end. */
export const hostile = `\u001b[2J\u001b]0;x\u0007\u202e${'Ж界'.repeat(200)}\r\n\u009b31m`;

const hostileFault = {code: hostile, text: hostile, advice: hostile};

/** A log longer than any screen, with hostile lines in it. */
export const longLog: readonly LogEntry[] = Array.from({length: 120}, (_, n) => {
	const event: PaymentEvent =
		n % 3 === 0
			? {type: 'status.failed', operation: 'status', kind: 'http', code: 'X', text: hostile, errorsInRow: 1}
			: {type: 'status.answered', operation: 'status', status: 'waiting', ms: 12, count: 1};
	return {n, at, orderId: 'A-1', event};
});

const draft = {amountKopecks: 9_999_999_999, receipt: null, fromOrderId: null};

const withLive = (name: string, live: Snapshot['live'], more: Partial<Snapshot> = {}): Scene => ({
	name,
	snapshot: {live, current: live ?? idle, log: longLog, ...more},
	ui: {},
});

const waiting = liveAfter([shown]);
const failed: PaymentEvent = {
	type: 'status.failed',
	operation: 'status',
	kind: 'timeout',
	code: 'T',
	text: 'нет ответа',
	errorsInRow: 3,
};

const withEnd = (name: string, current: EndedState, ui: Partial<UiState> = {}): Scene => ({
	name,
	snapshot: {current, open: [ends.unresolved({orderId: 'A-0'})], log: longLog},
	ui,
});

const hostileEnds: readonly Scene[] = [
	withEnd('end rejected, hostile', {...ends.rejected(), reason: hostile}),
	withEnd('end receipt failed, hostile', {
		...ends['receipt-failed'](),
		receipt: {state: 'failed', fault: hostileFault},
	}),
];

const matterEnds = [
	'unresolved',
	'receipt-failed',
	'late',
	'quarantined',
	'refund-running',
	'refund-receipt-failed',
] as const satisfies readonly EndName[];

/** Each kind of matter in the list, one that has been settled, and every step of a decision. */
const matterScenes: readonly Scene[] = [
	...matterEnds.map(
		(name): Scene => ({
			name: `matter ${name}`,
			snapshot: {open: [ends[name]()]},
			ui: {page: 'matters'},
		}),
	),
	{
		name: 'matter settled',
		snapshot: {current: ends['refund-done'](), open: [ends.late({orderId: 'A-2'})]},
		ui: {page: 'matters', matterOrderId: 'A-1'},
	},
	...(
		[
			{step: 'end'},
			{step: 'note', as: 'paid'},
			{step: 'sure', wish: {type: 'refund'}},
			{step: 'pin', wish: {type: 'refund'}, answer: null},
			{step: 'pin', wish: {type: 'settle', as: 'cancelled', note: 'Ж'.repeat(100)}, answer: {waitS: 30}},
		] as const
	).map(
		(step): Scene => ({
			name: `decision ${step.step}`,
			snapshot: {open: [ends.late()]},
			ui: {page: 'matters', decision: {orderId: 'A-1', entry: '123', ...step}},
		}),
	),
	{
		name: 'decision, settled meanwhile',
		snapshot: {current: ends['refund-done']()},
		ui: {page: 'matters', decision: {orderId: 'A-1', entry: '123', step: 'note', as: 'paid'}},
	},
];

export const scenes: readonly Scene[] = [
	{name: 'sum, empty', snapshot: {}, ui: {}},
	{name: 'sum, typed', snapshot: {}, ui: {text: '99999999,99'}},
	{name: 'sum, wrong', snapshot: {}, ui: {text: '12,345'}},
	{
		name: 'sum, everything to warn of',
		snapshot: {
			open: [ends.late(), ends.unresolved({orderId: 'A-0'})],
			journalFault: hostile,
			notice: hostileFault,
		},
		ui: {},
	},
	{name: 'picker', snapshot: {}, ui: {picker: {draft, cursor: 1}}},
	{name: 'starting', snapshot: {isStarting: true}, ui: {}},
	withLive('creating', creating()),
	withLive('waiting', waiting),
	withLive('waiting, a large sum', liveAfter([shown], {amountKopecks: 9_999_999_999})),
	withLive('waiting, errors', liveAfter([shown, failed])),
	withLive('waiting, no paper', waiting, {
		notice: hostileFault,
		slip: {state: 'failed', fault: hostileFault},
	}),
	withLive('waiting, the slip prints', waiting, {slip: {state: 'printing'}}),
	withLive('waiting, journal fault', waiting, {journalFault: hostile}),
	{...withLive('waiting, cancel?', waiting), ui: {question: {type: 'cancel', orderId: 'A-1'}}},
	{...withLive('waiting, leave?', waiting), ui: {question: {type: 'leave', orderId: 'A-1'}}},
	{...withLive('waiting, full screen', waiting), ui: {qrView: 'full'}},
	{
		...withLive('waiting, full screen, cancel?', waiting),
		ui: {qrView: 'full', question: {type: 'cancel', orderId: 'A-1'}},
	},
	{...withLive('waiting, as text', waiting), ui: {qrView: 'text'}},
	withLive('cancelling', liveAfter([shown, askedToCancel])),
	{
		...withLive('cancelling, leave?', liveAfter([shown, askedToCancel])),
		ui: {question: {type: 'leave', orderId: 'A-1'}},
	},
	withLive('fiscalising', liveAfter([shown, paid, closing]), {notice: hostileFault}),
	{
		...withLive('fiscalising, leave?', liveAfter([shown, paid])),
		ui: {question: {type: 'leave', orderId: 'A-1'}},
	},
	...endNames.map((name) => withEnd(`end ${name}`, ends[name]())),
	...hostileEnds,
	withEnd('end declined, let go?', ends.declined(), {question: {type: 'drop', orderId: 'A-1'}}),
	withEnd('end unresolved, let go?', ends.unresolved(), {question: {type: 'drop', orderId: 'A-1'}}),
	withEnd('end unresolved, again?', ends.unresolved(), {
		question: {type: 'again', orderId: 'A-1', how: 'retry'},
	}),
	withEnd('end paid, the question is gone', ends.paid(), {question: {type: 'cancel', orderId: 'A-1'}}),
	withEnd('end unresolved, asked', ends.unresolved(), {remark: 'asked'}),
	{
		name: 'matters',
		snapshot: {
			open: [
				ends.unresolved({orderId: 'A-1'}),
				ends['receipt-failed']({orderId: 'A-2'}),
				ends.late({orderId: 'A-3'}),
				ends.quarantined({orderId: 'A-4'}),
				ends['refund-running']({orderId: 'A-5'}),
			],
		},
		ui: {page: 'matters', matterOrderId: 'A-2'},
	},
	...matterScenes,
	{name: 'matters, none', snapshot: {}, ui: {page: 'matters'}},
	{name: 'log', snapshot: {log: longLog}, ui: {page: 'log', logTop: 50}},
	{name: 'log, empty', snapshot: {}, ui: {page: 'log'}},
	{name: 'help', snapshot: {}, ui: {page: 'help'}},
	...(
		[
			{type: 'register', fault: hostileFault},
			{type: 'journal', text: hostile},
			{type: 'refused', code: 'PAYMENT_RUNNING'},
			{type: 'no-place'},
		] as const
	).map(
		(cause): Scene => ({
			name: `problem ${cause.type}`,
			snapshot: {},
			ui: {problem: {draft, cursor: 0, cause}},
		}),
	),
];
