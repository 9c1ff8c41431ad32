// The words of wcf-json by its default map (contracts: gateway, «Dialect wcf-json»). Where the contract leaves a word to the vendor,
// the one here is the sandbox's own: the operations but CreateOrder, refunds, the list, and the codes of refusals.
import type {PaymentSystem} from '../../../core/index.ts';
import type {RefundView} from '../command.ts';
import type {OrderStatus} from '../order.ts';

/** The fields of a request in the order in which their values are signed; those that a request lacks are left out. */
export const signedFields = [
	'AgentId',
	'PosId',
	'CrsId',
	'Wmid',
	'OrderId',
	'RefundId',
	'PaymentSystem',
	'Amount',
	'LifeTime',
	'Comment',
	'DateFrom',
	'DateTo',
	'Cursor',
	'RequestTime',
] as const;

export const systemWords: Readonly<Record<PaymentSystem, string>> = {
	sbp: 'SBP',
	webmoney: 'WEBMONEY',
	wechat: 'WECHAT',
	alipay: 'ALIPAY',
};

export const stateNumbers: Readonly<Record<OrderStatus, number>> = {
	waiting: 0,
	processing: 1,
	paid: 2,
	declined: 3,
	expired: 4,
	cancelled: 5,
	refunded: 6,
};

export const refundStateNumbers: Readonly<Record<RefundView['status'], number>> = {
	done: 0,
	pending: 1,
	declined: 2,
};

/** `ResultCode` of an accepted request. A refused one bears the number that HTTP would have: 400, 401, 404, 409. */
export const accepted = 0;
