// Answers in the words of qpg1.
import type {SandboxAccess} from '../../access.ts';
import type {Answer} from '../command.ts';
import type {Written} from '../dialect.ts';
import type {OrderView} from '../order.ts';

/** The HTTP answer; `nowMs` is told where the contract wants the server's time. */
export function writeAnswer(answer: Answer, access: SandboxAccess, nowMs: number): Written {
	const nowS = Math.floor(nowMs / 1000);
	switch (answer.type) {
		case 'pong':
			return good({time: nowS, agentId: access.agentId, posId: access.posId, systems: answer.systems});
		case 'created': {
			const {orderId, gatewayOrderId, status, qr, expiresAtMs, remark} = answer.order;
			const order = {orderId, gatewayOrderId, status, qr, expiresAt: isoSeconds(expiresAtMs)};
			return good({...order, ...remarkOf(remark)});
		}
		case 'order':
			return good(orderBody(answer.order));
		case 'refund': {
			const {refundId, orderId, status, amountKopecks: amount, reason} = answer.refund;
			return good({refundId, orderId, status, amount, reason});
		}
		case 'page':
			return good({orders: answer.orders.map(orderBody), next: answer.next});
		case 'refused': {
			const {httpStatus, code, message} = answer;
			const error = {code, message, ...(httpStatus === 401 ? {serverTime: nowS} : {})};
			return {httpStatus, body: JSON.stringify({error})};
		}
	}
}

const good = (body: object): Written => ({httpStatus: 200, body: JSON.stringify(body)});

/** An order as GetStatus answers it. */
export const orderBody = (order: OrderView): object => ({
	orderId: order.orderId,
	gatewayOrderId: order.gatewayOrderId,
	system: order.system,
	status: order.status,
	amount: order.amountKopecks,
	currency: 'RUB',
	paidAt: typeof order.paidAt === 'number' ? isoSeconds(order.paidAt) : order.paidAt,
	reason: order.reason,
	...remarkOf(order.remark),
});

const remarkOf = (remark: string | null): object => (remark === null ? {} : {message: remark});

/** As the contract writes times: `2026-01-31T09:03:00Z`. */
const isoSeconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
