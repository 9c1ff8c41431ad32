// Ports for a real engine: a gateway that plays a story, a journal in memory, a register that always works.

import type {TillSystem} from '../../../source/console/index.ts';
import {
	type CancelAnswer,
	type OrderAnswer,
	type OrderRequest,
	type OrderStatus,
	type PaymentEvent,
	plainReceipt,
	type StatusAnswer,
} from '../../../source/core/index.ts';
import {
	type ClockPort,
	createEngine,
	type Engine,
	type GatewayPort,
	type JournalPort,
	type JournalRow,
	type PayRequest,
	type RegisterPort,
} from '../../../source/engine/index.ts';
import {link} from './states.ts';

export type Story = {
	/** What the status requests answer, one after the other; the last goes on. */
	readonly polls: readonly OrderStatus[];
	readonly cancel: OrderStatus;
};

/** A gateway that answers by its story; `orders` is what it was asked to make. */
export function storyGateway(story: Story): GatewayPort & {readonly orders: OrderRequest[]} {
	const orders: OrderRequest[] = [];
	let polls = 0;
	const answer = (status: OrderStatus): {type: 'status'; answer: OrderAnswer} => {
		const order = orders.at(-1);
		if (!order) throw new Error('No order was made');
		return {
			type: 'status',
			answer: {
				orderId: order.orderId,
				gatewayOrderId: 'G-1',
				system: order.system,
				status,
				amountKopecks: order.amountKopecks,
				currency: 'RUB',
				paidAt: null,
				reason: null,
			},
		};
	};
	const fault = {type: 'fault', fault: {kind: 'http', code: 'HTTP_501', detail: ''}} as const;
	return {
		orders,
		ping: async () => fault,
		async createOrder(order) {
			orders.push(order);
			polls = 0;
			return {
				type: 'created',
				orderId: order.orderId,
				gatewayOrderId: 'G-1',
				status: 'waiting',
				qr: link,
				expiresAt: '2026-01-31T09:03:00Z',
			};
		},
		getStatus: async (): Promise<StatusAnswer> =>
			answer(story.polls[Math.min(polls++, story.polls.length - 1)] ?? 'waiting'),
		cancelOrder: async (): Promise<CancelAnswer> => answer(story.cancel),
		refundOrder: async () => fault,
		getRefund: async () => fault,
		listOrders: async () => fault,
		close: async () => undefined,
	};
}

/** A journal that lives as long as its test. */
export function memoryJournal(): JournalPort & {readonly rows: JournalRow[]} {
	const rows: JournalRow[] = [];
	return {
		rows,
		append(orderId, events: readonly PaymentEvent[], at) {
			const added = events.map((event, index) => ({seq: rows.length + index + 1, at, orderId, event}));
			rows.push(...added);
			return {type: 'written', rows: added};
		},
		unfinished() {
			const ids = [...new Set(rows.map(({orderId}) => orderId).filter((id) => id !== null))];
			return ids.map((orderId) => ({orderId, rows: rows.filter((row) => row.orderId === orderId)}));
		},
		recentlyEnded: () => [],
		ofOrder: (orderId) => rows.filter((row) => row.orderId === orderId),
		beat: () => undefined,
	};
}

/** A register that prints whatever it is given. */
export const goodRegister = (): RegisterPort => ({
	preflight: async () => ({type: 'ready', warnings: []}),
	printSlip: async () => ({type: 'printed'}),
	prepareReceipt: async () => ({
		type: 'ready',
		before: {fiscalDocument: 340, storageNumber: null, shiftNumber: 1, receiptNumber: 11},
	}),
	printReceipt: async () => ({type: 'closed', number: 12, fiscalDocument: 341, fiscalSign: '1'}),
	settleReceipt: async () => ({type: 'closed', number: 12, fiscalDocument: 341, fiscalSign: '1'}),
	onNotice: () => () => undefined,
	close: async () => undefined,
});

export type World = {
	readonly gateway: GatewayPort;
	readonly journal: JournalPort;
	readonly register: RegisterPort | null;
	readonly clock: ClockPort;
};

export const engineOver = ({gateway, journal, register, clock}: World): Engine =>
	createEngine({
		gateway,
		journal,
		register,
		clock,
		describe: ({code}) => code,
		places: {
			qrOn: ['screen'],
			hasScreen: () => true,
			slipTexts: () => ({shopName: 'Магазин', systemName: 'СБП', validUntil: '12:03'}),
		},
	});

/** Orders numbered from 1 after the prefix. */
export function orderMaker(
	pollIntervalS = 5,
	prefix = 'N',
): (system: TillSystem, amountKopecks: number, receipt: PayRequest['receipt'] | null) => PayRequest {
	let count = 0;
	return ({system, code, registerSlot}, amountKopecks, receipt) => ({
		order: {
			orderId: `${prefix}-${++count}`,
			posId: 'POS1',
			agentId: '1',
			crsId: '0',
			wmid: '0',
			system,
			amountKopecks,
			currency: 'RUB',
			ttlS: 180,
			description: '',
		},
		code,
		receipt: receipt ?? plainReceipt(amountKopecks),
		policy: {responseTimeoutS: 180, pollIntervalS, statusErrorLimit: 5},
		slot: registerSlot,
		printSlip: true,
	});
}
