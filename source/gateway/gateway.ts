// The gateway as the engine sees it: neutral questions out, checked answers back, every fault a value.
import {randomBytes} from 'node:crypto';
import type {CreateAnswer, OrderRequest} from '../core/index.ts';
import type {GatewayPort, RequestLimits} from '../engine/ports.ts';
import {gatewayAddress} from './address.ts';
import {createExchange, type Exchange} from './connection/exchange.ts';
import {createLinks} from './connection/links.ts';
import {routeTo} from './connection/route.ts';
import {readCaPem} from './connection/trust.ts';
import type {Ask} from './dialects/dialect.ts';
import type {GatewayOptions} from './options.ts';
import {checkQr} from './qr-check.ts';

/** So many of the last orders are remembered for answers that leave their amount out. */
const rememberedOrders = 100;

/** Connects nothing yet: the first request does. */
export function createGateway(options: GatewayOptions): GatewayPort {
	const {clock = Date.now, nonce = () => randomBytes(16).toString('hex')} = options;
	const address = gatewayAddress(options.serverUrl, options.servicePath);
	const where = `${address.host}:${address.port}`;
	const ca = options.caPem === null ? ({ok: true, certificates: []} as const) : readCaPem(options.caPem);
	const links = createLinks(() => routeTo(address, options.certificate, ca.ok ? ca.certificates : []));
	const exchange: Exchange = ca.ok
		? createExchange({links, where, stamp: () => ({timeMs: clock(), nonce: nonce()})})
		: async () => ({type: 'fault', fault: {kind: 'tls', code: 'CA_FILE', detail: ''}});
	const ordered = new Map<string, OrderRequest>();
	const speech = options.dialect.speak({
		servicePath: address.servicePath,
		agentId: options.agentId,
		agentKey: options.agentKey,
		posId: options.posId,
		orderOf: (orderId) => ordered.get(orderId) ?? options.orderOf?.(orderId) ?? null,
	});
	const within =
		(limits: RequestLimits): Ask =>
		(call) =>
			exchange(call, limits);

	function remember(order: OrderRequest): void {
		ordered.set(order.orderId, order);
		const [oldest] = ordered.keys();
		if (oldest !== undefined && ordered.size > rememberedOrders) ordered.delete(oldest);
	}

	/** No dialect can forget it: a QR that fails the check never leaves this room. */
	function withCheckedQr(answer: CreateAnswer, order: OrderRequest): CreateAnswer {
		if (answer.type !== 'created') return answer;
		const verdict = checkQr({
			payload: answer.qr,
			system: order.system,
			amountKopecks: order.amountKopecks,
			isLoopbackGateway: address.isLoopback,
		});
		return verdict.ok
			? answer
			: {type: 'qrRefused', gatewayOrderId: answer.gatewayOrderId, reason: verdict.reason};
	}

	return {
		ping: (limits) => speech.ping(within(limits)),
		async createOrder(order, limits) {
			remember(order);
			return withCheckedQr(await speech.createOrder(within(limits), order), order);
		},
		getStatus: (orderId, limits) => speech.getStatus(within(limits), orderId),
		cancelOrder: (orderId, limits) => speech.cancelOrder(within(limits), orderId),
		refundOrder: (refund, limits) => speech.refundOrder(within(limits), refund),
		getRefund: (refundId, limits) => speech.getRefund(within(limits), refundId),
		listOrders: (range, limits) => speech.listOrders(within(limits), range),
		async close() {
			links.close();
		},
	};
}
