// Payments in every state, folded from events as the journal would hold them.
import {
	type AnyEvent,
	type EndedState,
	evolve,
	idle,
	type LiveState,
	type PaymentEvent,
	type PaymentState,
	plainReceipt,
} from '../../../source/core/index.ts';

/** 104 bytes, the length of a usual SBP link. */
export const link =
	'https://qr.nspk.ru/AD1000TESTKASSA00000000000000001?type=02&bank=100000000000&sum=125000&cur=RUB&crc=8578';

export type Started = {
	readonly orderId?: string;
	readonly amountKopecks?: number;
	readonly slot?: number | null;
};

const started = ({orderId = 'A-1', amountKopecks = 125_000, slot = 2}: Started): PaymentEvent => ({
	type: 'payment.started',
	method: 'sbp',
	code: '7',
	amountKopecks,
	receipt: plainReceipt(amountKopecks),
	deadline: '2026-01-31T09:03:00.000Z',
	order: {
		orderId,
		posId: 'POS1',
		agentId: '1',
		crsId: '0',
		wmid: '0',
		system: 'sbp',
		amountKopecks,
		currency: 'RUB',
		ttlS: 180,
		description: '',
	},
	policy: {responseTimeoutS: 180, pollIntervalS: 5, statusErrorLimit: 5},
	slot,
	printSlip: true,
});

const created: PaymentEvent = {
	type: 'order.created',
	gatewayOrderId: 'G-1',
	qr: link,
	expiresAt: '2026-01-31T09:03:00Z',
};

const before = {fiscalDocument: 340, storageNumber: null, shiftNumber: 1, receiptNumber: 11};

export const shown: PaymentEvent = {type: 'qr.shown', where: ['screen']};
export const paid: PaymentEvent = {
	type: 'payment.paid',
	paidAt: '2026-01-31T09:00:20Z',
	amountKopecks: 125_000,
};
export const closing: PaymentEvent = {type: 'receipt.closing', slot: 2, documentBefore: 340, before};
export const closed: PaymentEvent = {
	type: 'receipt.closed',
	number: 12,
	fiscalDocument: 341,
	fiscalSign: '123',
};
export const askedToCancel: PaymentEvent = {type: 'cancel.requested', by: 'cashier', qrReason: null};

/** The state after these events, which follow the start of a payment and its order. */
export function stateAfter(events: readonly AnyEvent[], facts: Started = {}): PaymentState {
	return [started(facts), created, ...events].reduce<PaymentState>(
		(state, event) => evolve(state, event, 0),
		idle,
	);
}

export const creating = (facts: Started = {}): LiveState => live(evolve(idle, started(facts), 0));

export const liveAfter = (events: readonly AnyEvent[], facts: Started = {}): LiveState =>
	live(stateAfter(events, facts));

function live(state: PaymentState): LiveState {
	if (state.phase === 'idle' || state.phase === 'ended') throw new Error(`${state.phase} is not live`);
	return state;
}

export function endedAfter(events: readonly AnyEvent[], facts: Started = {}): EndedState {
	const state = stateAfter(events, facts);
	if (state.phase !== 'ended') throw new Error(`${state.phase} is no end`);
	return state;
}

const fault = {code: 'PAPER', text: 'Кончилась бумага.', advice: 'Вставьте рулон.'};

/** Every kind of end, by its name. */
export const ends = {
	paid: (facts?: Started) => endedAfter([shown, paid, closing, closed], facts),
	'paid-no-register': (facts?: Started) => endedAfter([shown, paid], {...facts, slot: null}),
	'receipt-failed': (facts?: Started) => endedAfter([shown, paid, {type: 'receipt.failed', ...fault}], facts),
	'receipt-unknown': (facts?: Started) =>
		endedAfter(
			[shown, paid, closing, {type: 'receipt.unknown', ...fault}, {type: 'receipt.unknown', ...fault}],
			facts,
		),
	declined: (facts?: Started) => endedAfter([shown, {type: 'payment.declined', reason: 'нет денег'}], facts),
	expired: (facts?: Started) => endedAfter([shown, {type: 'payment.expired', reason: 'deadline'}], facts),
	cancelled: (facts?: Started) =>
		endedAfter([shown, askedToCancel, {type: 'payment.cancelled', reason: 'cashier'}], facts),
	'cancelled-errors': (facts?: Started) =>
		endedAfter([shown, {type: 'payment.cancelled', reason: 'errors'}], facts),
	refunded: (facts?: Started) => endedAfter([shown, {type: 'payment.cancelled', reason: 'refunded'}], facts),
	unresolved: (facts?: Started) =>
		endedAfter([shown, askedToCancel, {type: 'payment.unresolved', reason: 'no-answer'}], facts),
	quarantined: (facts?: Started) =>
		endedAfter([shown, {type: 'payment.quarantined', reason: 'AMOUNT: 1000'}], facts),
	rejected: (facts?: Started) =>
		endedAfter([{type: 'order.rejected', code: 'LIMIT', message: 'сумма больше лимита'}], facts),
	late: (facts?: Started) =>
		endedAfter(
			[
				shown,
				{type: 'payment.expired', reason: 'deadline'},
				{type: 'payment.late', status: 'paid', paidAt: null, amountKopecks: 125_000},
			],
			facts,
		),
	'refund-running': (facts?: Started) =>
		endedAfter(
			[shown, paid, closing, closed, {type: 'refund.requested', refundId: 'R-1', amountKopecks: 125_000}],
			facts,
		),
	'refund-done': (facts?: Started) =>
		endedAfter(
			[
				shown,
				paid,
				closing,
				closed,
				{type: 'refund.requested', refundId: 'R-1', amountKopecks: 125_000},
				{type: 'refund.done', refundId: 'R-1', amountKopecks: 125_000},
				closing,
				closed,
			],
			facts,
		),
	'refund-receipt-failed': (facts?: Started) =>
		endedAfter(
			[
				shown,
				paid,
				closing,
				closed,
				{type: 'refund.requested', refundId: 'R-1', amountKopecks: 125_000},
				{type: 'refund.done', refundId: 'R-1', amountKopecks: 125_000},
				{type: 'receipt.failed', ...fault},
			],
			facts,
		),
	'refund-receipt-unknown': (facts?: Started) =>
		endedAfter(
			[
				shown,
				paid,
				closing,
				closed,
				{type: 'refund.requested', refundId: 'R-1', amountKopecks: 125_000},
				{type: 'refund.done', refundId: 'R-1', amountKopecks: 125_000},
				closing,
				{type: 'receipt.unknown', ...fault},
				{type: 'receipt.unknown', ...fault},
			],
			facts,
		),
	settled: (facts?: Started) =>
		endedAfter(
			[
				shown,
				askedToCancel,
				{type: 'payment.unresolved', reason: 'no-answer'},
				{type: 'resolved', by: 'person', as: 'paid', note: 'выписка банка'},
			],
			facts,
		),
} as const;

export type EndName = keyof typeof ends;
export const endNames = Object.keys(ends) as readonly EndName[];
