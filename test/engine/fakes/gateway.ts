// A gateway that answers when the test says so, and remembers what it was asked.
import type {
	CancelAnswer,
	CreateAnswer,
	GatewayPort,
	RefundAnswer,
	StatusAnswer,
} from '../../../source/engine/index.ts';
import {settle} from './clock.ts';

type Answer = CreateAnswer | StatusAnswer | CancelAnswer | RefundAnswer;

export type Asked = {
	readonly operation: 'createOrder' | 'getStatus' | 'cancelOrder' | 'refundOrder' | 'getRefund';
	readonly about: unknown;
	readonly timeoutMs: number;
	readonly isAborted: () => boolean;
	/** Answers, and waits until the engine has done with it. */
	readonly answer: (answer: Answer) => Promise<void>;
	/** The port breaks its word and throws. */
	readonly breakDown: () => Promise<void>;
};

export type FakeGateway = GatewayPort & {
	readonly asked: readonly Asked[];
	/** The last request, which must be this. */
	last(operation: Asked['operation']): Asked;
	/** Called at each request, before anything else. */
	onAsk: (operation: Asked['operation']) => void;
};

/** A gateway with no requests yet. */
export function fakeGateway(): FakeGateway {
	const asked: Asked[] = [];
	const ask = <Kind extends Answer>(
		operation: Asked['operation'],
		about: unknown,
		{timeoutMs, signal}: {timeoutMs: number; signal?: AbortSignal},
	): Promise<Kind> => {
		gateway.onAsk(operation);
		return new Promise<Kind>((done, fail) => {
			asked.push({
				operation,
				about,
				timeoutMs,
				isAborted: () => signal?.aborted ?? false,
				answer(answer) {
					done(answer as Kind);
					return settle();
				},
				breakDown() {
					fail(new Error('a bug of the port'));
					return settle();
				},
			});
		});
	};
	const gateway: FakeGateway = {
		asked,
		last(operation) {
			const last = asked.at(-1);
			if (last?.operation !== operation) throw new Error(`asked last: ${last?.operation ?? 'nothing'}`);
			return last;
		},
		onAsk: () => undefined,
		ping: () => Promise.resolve({type: 'fault', fault: {kind: 'connect', code: 'NONE', detail: ''}}),
		createOrder: (order, limits) => ask('createOrder', order, limits),
		getStatus: (orderId, limits) => ask('getStatus', orderId, limits),
		cancelOrder: (orderId, limits) => ask('cancelOrder', orderId, limits),
		refundOrder: (refund, limits) => ask('refundOrder', refund, limits),
		getRefund: (refundId, limits) => ask('getRefund', refundId, limits),
		listOrders: () => Promise.resolve({type: 'orders', orders: [], next: null}),
		close: () => Promise.resolve(),
	};
	return gateway;
}
