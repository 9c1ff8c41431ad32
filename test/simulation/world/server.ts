// An honest gateway, written from the contract alone: the truth about every order stands here and nowhere else.

export type Status = 'waiting' | 'processing' | 'paid' | 'declined' | 'expired' | 'cancelled' | 'refunded';

export type ServerOrder = {
	readonly orderId: string;
	readonly body: string;
	readonly amountKopecks: number;
	/** What the gateway says was paid; another sum than was ordered where it contradicts itself. */
	saysKopecks: number;
	status: Status;
	readonly expiresAtMs: number;
	/** Every change of the truth. */
	readonly truth: {readonly atMs: number; readonly status: Status}[];
	readonly refunds: Map<string, {readonly kopecks: number; readonly atMs: number}>;
};

type Created =
	| {readonly type: 'created'; readonly order: ServerOrder}
	| {readonly type: 'rejected'; readonly code: string};

export type Server = {
	readonly orders: ReadonlyMap<string, ServerOrder>;
	/** Ids that a cancel came for before any order: nothing can be made of them. */
	readonly burnt: ReadonlyMap<string, number>;
	readonly create: (order: {orderId: string; amountKopecks: number; ttlS: number}, body: string) => Created;
	readonly status: (orderId: string) => ServerOrder | null;
	readonly cancel: (orderId: string) => ServerOrder | null;
	readonly refund: (orderId: string, refundId: string, amountKopecks: number) => 'done' | 'declined';
	/** The order's status becomes this, at the customer's or the bank's doing. */
	readonly move: (order: ServerOrder, status: Status) => void;
	/** Called when an order ends unpaid. */
	onUnpaid: (order: ServerOrder) => void;
};

/** A gateway without orders. */
export function createServer(nowMs: () => number, cancelRefunds: boolean): Server {
	const orders = new Map<string, ServerOrder>();
	const burnt = new Map<string, number>();
	const move = (order: ServerOrder, status: Status): void => {
		if (order.status === status) return;
		order.status = status;
		order.truth.push({atMs: nowMs(), status});
		if (status === 'cancelled' || status === 'expired') server.onUnpaid(order);
	};
	const look = (orderId: string): ServerOrder | null => {
		const order = orders.get(orderId) ?? null;
		if (order?.status === 'waiting' && nowMs() >= order.expiresAtMs) move(order, 'expired');
		return order;
	};
	const server: Server = {
		orders,
		burnt,
		create({orderId, amountKopecks, ttlS}, body) {
			const known = look(orderId);
			if (known)
				return known.body === body ? {type: 'created', order: known} : {type: 'rejected', code: 'CONFLICT'};
			if (burnt.has(orderId)) return {type: 'rejected', code: 'CONFLICT'};
			const order: ServerOrder = {
				orderId,
				body,
				amountKopecks,
				saysKopecks: amountKopecks,
				status: 'waiting',
				expiresAtMs: nowMs() + ttlS * 1000,
				truth: [{atMs: nowMs(), status: 'waiting'}],
				refunds: new Map(),
			};
			orders.set(orderId, order);
			return {type: 'created', order};
		},
		status: look,
		cancel(orderId) {
			const order = look(orderId);
			if (!order) {
				if (!burnt.has(orderId)) burnt.set(orderId, nowMs());
				return null;
			}
			if (order.status === 'waiting') move(order, 'cancelled');
			else if (order.status === 'paid' && cancelRefunds) move(order, 'refunded');
			return order;
		},
		refund(orderId, refundId, amountKopecks) {
			const order = orders.get(orderId);
			if (!order) return 'declined';
			if (order.refunds.has(refundId)) return 'done';
			const returned = [...order.refunds.values()].reduce((sum, {kopecks}) => sum + kopecks, amountKopecks);
			if (order.status !== 'paid' || returned > order.amountKopecks) return 'declined';
			order.refunds.set(refundId, {kopecks: amountKopecks, atMs: nowMs()});
			return 'done';
		},
		move,
		onUnpaid: () => undefined,
	};
	return server;
}
