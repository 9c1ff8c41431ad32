// Answers in the words of wcf-json: HTTP 200 always, the end of the request in a field.
import {decimalRubles} from '../../../core/index.ts';
import type {SandboxAccess} from '../../access.ts';
import type {Answer, RefundView} from '../command.ts';
import type {Written} from '../dialect.ts';
import type {OrderView} from '../order.ts';
import {literally} from './json.ts';
import {accepted, refundStateNumbers, stateNumbers, systemWords} from './map.ts';

/** The HTTP answer, wrapped as `{"<operation>Result":{…}}`. */
export function writeAnswer(
	operation: string,
	answer: Answer,
	access: SandboxAccess,
	nowMs: number,
): Written {
	const body = JSON.stringify({[`${operation}Result`]: resultOf(answer, access, nowMs)});
	return {httpStatus: answer.type === 'refused' && isTransport(answer.code) ? answer.httpStatus : 200, body};
}

/** What was no request of the service at all is refused by HTTP itself. */
const isTransport = (code: string): boolean =>
	['UNKNOWN_OPERATION', 'METHOD', 'TOO_LARGE', 'CONTENT_TYPE'].includes(code);

function resultOf(answer: Answer, access: SandboxAccess, nowMs: number): object {
	switch (answer.type) {
		case 'pong': {
			const systems = answer.systems.map((system) => systemWords[system]);
			const {agentId: AgentId, posId: PosId} = access;
			return {...good, Time: wcfDate(nowMs), AgentId, PosId, PaymentSystems: systems};
		}
		case 'created': {
			const {order} = answer;
			return {...good, ...orderBody(order), QrData: order.qr, ExpireDate: wcfDate(order.expiresAtMs)};
		}
		case 'order':
			return {...good, ...orderBody(answer.order)};
		case 'refund':
			return {...good, ...refundBody(answer.refund)};
		case 'page':
			return {...good, Orders: answer.orders.map(orderBody), Next: answer.next};
		case 'refused':
			return {ResultCode: answer.httpStatus, ResultText: answer.message};
	}
}

const good = {ResultCode: accepted, ResultText: ''};

/** An order as GetStatus answers it, without the result's own fields. */
export const orderBody = (order: OrderView): object => ({
	OrderId: order.orderId,
	TransactionId: order.gatewayOrderId,
	PaymentSystem: systemWords[order.system],
	State: stateNumbers[order.status],
	Amount: literally(decimalRubles(order.amountKopecks)),
	Currency: 'RUB',
	PayDate: typeof order.paidAt === 'number' ? wcfDate(order.paidAt) : order.paidAt,
	Reason: order.reason,
	...(order.remark === null ? {} : {Message: order.remark}),
});

const refundBody = (refund: RefundView): object => ({
	RefundId: refund.refundId,
	OrderId: refund.orderId,
	State: refundStateNumbers[refund.status],
	Amount: literally(decimalRubles(refund.amountKopecks)),
	Reason: refund.reason,
});

/** As WCF writes a time of Moscow. */
const wcfDate = (ms: number): string => `/Date(${ms}+0300)/`;
