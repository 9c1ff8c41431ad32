// Made-up payments and answers for the tests of the core: short to write, and each differs from the usual in one thing only.
import type {
	CancelAnswer,
	Command,
	CreateAnswer,
	DocumentsBefore,
	GatewayFault,
	GatewayFaultKind,
	OrderAnswer,
	OrderRequest,
	PayCommand,
	PaymentPolicy,
	PaymentState,
	RegisterFault,
	StatusAnswer,
} from '../../source/core/index.ts';

export const qr = 'https://qr.nspk.ru/AD1000TESTKASSA00000000000000001?type=02&sum=125000&cur=RUB';

export const order: OrderRequest = {
	orderId: 'A-1',
	posId: 'N100',
	agentId: '7',
	crsId: '0',
	wmid: '0',
	system: 'sbp',
	amountKopecks: 125_000,
	currency: 'RUB',
	ttlS: 180,
	description: 'Касса 1',
};

export const policy: PaymentPolicy = {responseTimeoutS: 180, pollIntervalS: 5, statusErrorLimit: 5};

export const before: DocumentsBefore = {
	fiscalDocument: 340,
	storageNumber: '9999078900001234',
	shiftNumber: 12,
	receiptNumber: 11,
};

/** The cashier's Enter at 0 ms. */
export const pay = (
	change: Partial<PaymentPolicy> = {},
	more: Partial<Pick<PayCommand, 'slot' | 'printSlip'>> = {},
): PayCommand => ({
	type: 'pay',
	order,
	code: '7',
	receipt: {
		lines: [{name: 'Кофе', priceKopecks: 125_000, quantity: '1.000', vat: 'none'}],
		email: null,
		phone: null,
	},
	policy: {...policy, ...change},
	slot: 2,
	printSlip: false,
	deadline: '2026-01-31T09:03:00.000Z',
	startedAtMs: 0,
	...more,
});

export const gatewayFault = (kind: GatewayFaultKind = 'timeout', code = 'TIMEOUT'): GatewayFault => ({
	kind,
	code,
	detail: '',
});

export const registerFault = (code = 'PAPER'): RegisterFault => ({
	code,
	text: 'Нет бумаги',
	advice: 'Вставьте',
});

export const orderAnswer = (
	status: OrderAnswer['status'],
	change: Partial<OrderAnswer> = {},
): OrderAnswer => ({
	orderId: 'A-1',
	gatewayOrderId: 'G-1',
	system: 'sbp',
	status,
	amountKopecks: 125_000,
	currency: 'RUB',
	paidAt: status === 'paid' ? '2026-01-31T09:01:00Z' : null,
	reason: null,
	...change,
});

/** A command that depends on where the payment stands: an answer carries the number of the request in flight. */
export type Said = Command | ((state: PaymentState) => Command);

/** The number of the request in flight; -1 where there is none, which no answer may have. */
export const inFlight = (state: PaymentState): number =>
	state.phase === 'idle' || state.phase === 'fiscalising' ? -1 : (state.line.inFlight ?? -1);

const created =
	(answer: CreateAnswer): Said =>
	(state) => ({
		type: 'createAnswered',
		exchange: inFlight(state),
		answer,
	});
const polled =
	(answer: StatusAnswer): Said =>
	(state) => ({
		type: 'statusAnswered',
		exchange: inFlight(state),
		answer,
		ms: 120,
	});
const cancelled =
	(answer: CancelAnswer): Said =>
	(state) => ({
		type: 'cancelAnswered',
		exchange: inFlight(state),
		answer,
		ms: 120,
	});

/** The gateway's answers, each to the request that is in flight. */
export const answers = {
	created: (change: Partial<Extract<CreateAnswer, {type: 'created'}>> = {}) =>
		created({
			type: 'created',
			orderId: 'A-1',
			gatewayOrderId: 'G-1',
			status: 'waiting',
			qr,
			expiresAt: '2026-01-31T09:03:00Z',
			...change,
		}),
	creationFailed: (fault = gatewayFault()) => created({type: 'fault', fault}),
	creationRejected: () => created({type: 'rejected', code: 'LIMIT', message: 'Сумма велика'}),
	qrRefused: () => created({type: 'qrRefused', gatewayOrderId: 'G-1', reason: 'host'}),
	status: (status: OrderAnswer['status'], change: Partial<OrderAnswer> = {}) =>
		polled({type: 'status', answer: orderAnswer(status, change)}),
	statusFailed: (fault = gatewayFault()) => polled({type: 'fault', fault}),
	cancel: (status: OrderAnswer['status'], change: Partial<OrderAnswer> = {}) =>
		cancelled({type: 'status', answer: orderAnswer(status, change)}),
	cancelNotFound: () => cancelled({type: 'notFound'}),
	cancelFailed: (fault = gatewayFault()) => cancelled({type: 'fault', fault}),
};

export const tick: Command = {type: 'tick'};
export const qrShown: Command = {type: 'qrShown', where: ['screen']};
export const esc: Command = {type: 'cancel', by: 'cashier'};
export const signal: Command = {type: 'cancel', by: 'signal'};
export const resume: Command = {type: 'resume'};
export const prepared: Command = {type: 'receiptPrepared', before};
export const closed = {type: 'closed', number: 12, fiscalDocument: 341, fiscalSign: '1234567890'} as const;
