// Our own dialect: the gateway of contracts/gateway.md, told in docs/gateway.md.
import type {FaultAnswer} from '../../../core/index.ts';
import type {Dialect, WireAnswer} from '../dialect.ts';
import {readCreated, readOrders, readPing, readRefund, readStatus} from './answers.ts';
import {errorCodeOf, faultOf, refusalOf} from './refusals.ts';
import {
	createBody,
	orderBody,
	pingBody,
	rangeBody,
	refundBody,
	refundIdBody,
	signedPost,
} from './requests.ts';

/** The dialect `qpg1`. Every operation is one call and one answer. */
export const qpg1: Dialect = {
	name: 'qpg1',
	speak: (speaker) => ({
		async ping(ask) {
			return ok(await ask(signedPost(speaker, 'Ping', pingBody())), readPing, faultOf);
		},
		async createOrder(ask, order) {
			const read = (answer: WireAnswer) => readCreated(answer, order.orderId);
			return ok(await ask(signedPost(speaker, 'CreateOrder', createBody(order))), read, refusalOf);
		},
		async getStatus(ask, orderId) {
			return ok(await ask(signedPost(speaker, 'GetStatus', orderBody(orderId))), readStatus, faultOf);
		},
		async cancelOrder(ask, orderId) {
			const heard = await ask(signedPost(speaker, 'CancelOrder', orderBody(orderId)));
			return ok(heard, readStatus, (answer) =>
				// Never seen and now burnt: a creation that is still under way will find a conflict.
				answer.httpStatus === 404 && errorCodeOf(answer) === 'NOT_FOUND'
					? {type: 'notFound' as const}
					: faultOf(answer),
			);
		},
		async refundOrder(ask, refund) {
			return ok(await ask(signedPost(speaker, 'RefundOrder', refundBody(refund))), readRefund, refusalOf);
		},
		async getRefund(ask, refundId) {
			return ok(await ask(signedPost(speaker, 'GetRefund', refundIdBody(refundId))), readRefund, refusalOf);
		},
		async listOrders(ask, range) {
			return ok(await ask(signedPost(speaker, 'ListOrders', rangeBody(range))), readOrders, faultOf);
		},
	}),
};

/** Faults pass; a 200 is read by `read`, any other code by `otherwise`. */
function ok<Answer, Other>(
	heard: WireAnswer | FaultAnswer,
	read: (answer: WireAnswer) => Answer,
	otherwise: (answer: WireAnswer) => Other,
): Answer | Other | FaultAnswer {
	if (heard.type === 'fault') return heard;
	return heard.httpStatus === 200 ? read(heard) : otherwise(heard);
}
