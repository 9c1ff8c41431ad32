// Our requests in the words of qpg1: one POST an operation, signed in its headers.
import type {OrderRequest} from '../../../core/index.ts';
import type {Call, OrdersRange, RefundRequest, Speaker} from '../dialect.ts';
import {signQpg1} from './sign.ts';

export const pingBody = (): string => '{}';

/**
 * The same bytes for the same order, whatever order its fields have in memory: a creation is asked for again after a
 * lost answer or a crash, and another body would be a conflict.
 */
export const createBody = (order: OrderRequest): string =>
	JSON.stringify({
		orderId: order.orderId,
		posId: order.posId,
		agentId: order.agentId,
		crsId: order.crsId,
		wmid: order.wmid,
		system: order.system,
		amount: order.amountKopecks,
		currency: order.currency,
		ttlS: order.ttlS,
		description: order.description,
	});

export const orderBody = (orderId: string): string => JSON.stringify({orderId});

export const refundBody = ({orderId, refundId, amountKopecks}: RefundRequest): string =>
	JSON.stringify({orderId, refundId, amount: amountKopecks});

export const refundIdBody = (refundId: string): string => JSON.stringify({refundId});

export const rangeBody = ({from, to, cursor}: OrdersRange): string => JSON.stringify({from, to, cursor});

/** Puts a body into a signed request to `servicePath/operation`. */
export function signedPost(speaker: Speaker, operation: string, text: string): Call {
	const path = `${speaker.servicePath}/${operation}`;
	const body = new TextEncoder().encode(text);
	return ({timeMs, nonce}) => {
		const timeS = Math.floor(timeMs / 1000);
		return {
			path,
			body,
			headers: {
				'Content-Type': 'application/json; charset=utf-8',
				'X-Qpg-Agent': speaker.agentId,
				'X-Qpg-Pos': speaker.posId,
				'X-Qpg-Time': String(timeS),
				'X-Qpg-Nonce': nonce,
				'X-Qpg-Sign': signQpg1(speaker.agentKey, {path, timeS, nonce, body}),
			},
		};
	};
}
