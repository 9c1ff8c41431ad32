// The till's line to the gateway: requests and answers that are lost, late, doubled, garbled or strange.
import type {OrderAnswer} from '../../../source/core/index.ts';
import type {
	CancelAnswer,
	CreateAnswer,
	FaultAnswer,
	GatewayPort,
	RefundAnswer,
	RequestLimits,
	StatusAnswer,
} from '../../../source/engine/index.ts';
import type {Operation, SeenRequest} from '../history.ts';
import type {RequestFault} from '../scenario.ts';
import type {ServerOrder} from './server.ts';
import type {Till} from './till.ts';
import type {World} from './world.ts';

type Answer = CreateAnswer | StatusAnswer | CancelAnswer | RefundAnswer;

const faultOf = (kind: FaultAnswer['fault']['kind'], code: string): FaultAnswer => ({
	type: 'fault',
	fault: {kind, code, detail: ''},
});

/** The port of one process. */
export function createGatewayPort(world: World, till: Till): GatewayPort {
	const {time, server, history} = world;
	/** Of each order, what breaks its last request off where it is no longer wanted. */
	const last = new Map<string, () => unknown>();

	const ask = <Kind extends Answer>(
		operation: Operation,
		orderId: string,
		body: string,
		{timeoutMs, signal}: RequestLimits,
		serve: () => Kind,
	): Promise<Kind> =>
		new Promise<Answer>((done) => {
			if (!till.moment(`${operation} leaves`)) return;
			last.get(orderId)?.();
			const fault = world.requestFault();
			const seen: SeenRequest = {
				atMs: time.nowMs(),
				boot: till.boot,
				operation,
				orderId,
				body,
				rowsThen: history.rows.length,
				endedAtMs: null,
				end: null,
				status: null,
			};
			history.requests.push(seen);
			world.tell(`→ ${operation} ${orderId}${fault ? ` (${fault})` : ''}`);
			const finish = (answer: Answer, end: SeenRequest['end']): void => {
				if (seen.end) return;
				seen.end = end;
				seen.endedAtMs = time.nowMs();
				if (end === 'answer' && answer.type === 'status') seen.status = answer.answer.status;
				if (end !== 'aborted')
					world.tell(
						`← ${operation} ${orderId}: ${seen.status ?? (end === 'fault' && answer.type === 'fault' ? answer.fault.code : answer.type)}`,
					);
				done(answer);
			};
			const arrive = (afterMs: number, answer: Answer, end: SeenRequest['end']): void =>
				time.after(afterMs, 'answer', () => {
					if (seen.end || !till.moment(`answer to ${operation}`)) return;
					finish(answer, end);
				});
			last.set(orderId, () => signal?.aborted && finish(faultOf('timeout', 'ABORTED'), 'aborted'));
			time.after(timeoutMs, 'timer', () => {
				if (seen.end || !till.moment(`time-out of ${operation}`)) return;
				finish(faultOf('timeout', 'TIMEOUT'), 'fault');
			});
			const thereMs = world.latencyMs();
			const backMs = fault === 'slow' ? Math.max(1, timeoutMs - thereMs - 1) : world.latencyMs();
			const isHeard = fault !== 'lost' && fault !== 'reset' && fault !== 'error';
			const arrivesAfterMs = fault === 'late' ? timeoutMs + 1_000 : thereMs;
			if (fault === 'reset') arrive(thereMs, faultOf('connect', 'ECONNRESET'), 'fault');
			if (fault === 'error') arrive(thereMs + backMs, faultOf('http', 'HTTP_500'), 'fault');
			if (fault === 'twice') time.after(thereMs + 3_000, 'world', serve);
			if (!isHeard) return;
			time.after(arrivesAfterMs, 'world', () => {
				const answer = serve();
				if (fault === 'late' || fault === 'answer lost') return;
				if (fault === 'answer reset') return arrive(0, faultOf('connect', 'ECONNRESET'), 'fault');
				if (fault === 'garbled') return arrive(backMs, faultOf('body', 'NOT_JSON'), 'fault');
				const told = bend(answer, fault);
				arrive(backMs, told, endOf(told, orderId, server.orders.get(orderId)));
			});
		}) as Promise<Kind>;

	return {
		ping: () => Promise.resolve(faultOf('connect', 'NONE')),
		createOrder: (order, limits) => {
			const body = JSON.stringify(order);
			return ask('createOrder', order.orderId, body, limits, (): CreateAnswer => {
				const made = server.create(order, body);
				if (made.type === 'rejected') return {type: 'rejected', code: made.code, message: made.code};
				return {
					type: 'created',
					orderId: made.order.orderId,
					gatewayOrderId: `G-${made.order.orderId}`,
					status: made.order.status,
					qr: `https://qr.nspk.ru/${made.order.orderId}`,
					expiresAt: '',
				};
			});
		},
		getStatus: (orderId, limits) =>
			ask('getStatus', orderId, '', limits, (): StatusAnswer => {
				const order = server.status(orderId);
				return order ? {type: 'status', answer: answerAbout(order)} : faultOf('http', 'NOT_FOUND');
			}),
		cancelOrder: (orderId, limits) =>
			ask('cancelOrder', orderId, '', limits, (): CancelAnswer => {
				const order = server.cancel(orderId);
				return order ? {type: 'status', answer: answerAbout(order)} : {type: 'notFound'};
			}),
		refundOrder: ({orderId, refundId, amountKopecks}, limits) =>
			ask('refundOrder', orderId, refundId, limits, (): RefundAnswer => {
				const status = server.refund(orderId, refundId, amountKopecks);
				return {type: 'refund', refundId, orderId, status, amountKopecks, reason: null};
			}),
		getRefund: (refundId, limits) =>
			ask('getRefund', refundId, refundId, limits, (): RefundAnswer => faultOf('http', 'NOT_FOUND')),
		listOrders: () => Promise.resolve({type: 'orders', orders: [], next: null}),
		close: () => Promise.resolve(),
	};
}

const answerAbout = (order: ServerOrder): OrderAnswer => ({
	orderId: order.orderId,
	gatewayOrderId: `G-${order.orderId}`,
	system: 'sbp',
	status: order.status,
	amountKopecks: order.saysKopecks,
	currency: 'RUB',
	paidAt: order.status === 'paid' ? '2026-01-31T09:00:00Z' : null,
	reason: null,
});

/** The answer, changed so that it contradicts the order. */
function bend(answer: Answer, fault: RequestFault['what'] | null): Answer {
	if (answer.type === 'created' && fault === 'other order') return {...answer, orderId: 'X-1'};
	if (answer.type !== 'status') return answer;
	switch (fault) {
		case 'other amount':
			return {...answer, answer: {...answer.answer, amountKopecks: answer.answer.amountKopecks + 1}};
		case 'other order':
			return {...answer, answer: {...answer.answer, orderId: 'X-1'}};
		case 'other currency':
			return {...answer, answer: {...answer.answer, currency: 'USD'}};
		default:
			return answer;
	}
}

/** What an honest reader makes of the answer. */
function endOf(answer: Answer, orderId: string, order: ServerOrder | undefined): SeenRequest['end'] {
	switch (answer.type) {
		case 'fault':
			return 'fault';
		case 'rejected':
			return 'rejected';
		case 'created':
			if (answer.orderId === orderId) return 'answer';
			return answer.status === 'paid' ? 'strange paid' : 'strange';
		case 'status': {
			const about = answer.answer;
			const isOurs =
				about.orderId === orderId && about.amountKopecks === order?.amountKopecks && about.currency === 'RUB';
			if (isOurs) return 'answer';
			return about.status === 'paid' ? 'strange paid' : 'strange';
		}
		default:
			return 'answer';
	}
}
