// The answers of qpg1 in our words. Every field is checked; what is well formed is handed on for the core to judge.
import {
	type CreateAnswer,
	type FaultAnswer,
	type GatewayFault,
	isPaymentSystem,
	type OrderAnswer,
	type OrdersAnswer,
	type RefundAnswer,
	type StatusAnswer,
} from '../../../core/index.ts';
import type {PingAnswer} from '../../../engine/ports.ts';
import {type Fields, readFields} from '../../answer/fields.ts';
import {
	identity,
	integer,
	list,
	moment,
	opaque,
	orderStatus,
	orNull,
	reason,
	refundStatus,
	words,
} from '../../answer/kinds.ts';
import type {WireAnswer} from '../dialect.ts';

/** At most this many orders a page (contracts: gateway, `ListOrders`). */
const maxPageOrders = 200;

export function readPing(answer: WireAnswer): PingAnswer {
	return readBody(answer, (fields) => ({
		type: 'pong',
		timeS: fields.read('time', integer),
		agentId: fields.read('agentId', identity),
		posId: fields.read('posId', identity),
		// A gateway may offer more than we know; what we don't know can't be sold here.
		systems: fields
			.read('systems', list)
			.filter((word) => typeof word === 'string')
			.filter(isPaymentSystem),
	}));
}

/** An answer for another order than the asked one is a fault of its own kind: its QR must never be shown. */
export function readCreated(answer: WireAnswer, orderId: string): CreateAnswer {
	const created = readBody<CreateAnswer>(answer, (fields) => ({
		type: 'created',
		orderId: fields.read('orderId', identity),
		gatewayOrderId: fields.read('gatewayOrderId', words),
		status: fields.readStatus('status', orderStatus),
		qr: fields.read('qr', opaque),
		expiresAt: fields.read('expiresAt', moment),
	}));
	return created.type === 'created' && created.orderId !== orderId
		? faultAnswer({kind: 'identity', code: 'OTHER_ORDER', detail: created.orderId})
		: created;
}

export function readStatus(answer: WireAnswer): StatusAnswer {
	return readBody(answer, (fields) => ({type: 'status', answer: readOrder(fields)}));
}

export function readRefund(answer: WireAnswer): RefundAnswer {
	return readBody(answer, (fields) => ({
		type: 'refund',
		refundId: fields.read('refundId', identity),
		orderId: fields.read('orderId', identity),
		status: fields.readStatus('status', refundStatus),
		amountKopecks: fields.read('amount', integer),
		reason: fields.read('reason', reason),
	}));
}

export function readOrders(answer: WireAnswer): OrdersAnswer {
	return readBody<OrdersAnswer>(answer, (fields) => {
		const next = fields.read('next', orNull(opaque));
		const items = fields.read('orders', list);
		if (items.length > maxPageOrders) {
			return faultAnswer({kind: 'body', code: 'BAD_FIELD', detail: `orders: ${items.length}`});
		}
		const readings = items.map((item, index) => readFields(item, `orders[${index}]`));
		const orders = readings.map(readOrder);
		const fault = readings.find((reading) => reading.fault)?.fault;
		return fault ? faultAnswer(fault) : {type: 'orders', orders, next};
	});
}

function readOrder(fields: Fields): OrderAnswer {
	return {
		orderId: fields.read('orderId', identity),
		gatewayOrderId: fields.read('gatewayOrderId', words),
		system: fields.read('system', identity),
		status: fields.readStatus('status', orderStatus),
		amountKopecks: fields.read('amount', integer),
		currency: fields.read('currency', identity),
		paidAt: fields.read('paidAt', orNull(moment)),
		reason: fields.read('reason', reason),
	};
}

function readBody<Answer>(
	{body}: WireAnswer,
	make: (fields: Fields) => Answer | FaultAnswer,
): Answer | FaultAnswer {
	if (!body.ok) return faultAnswer(body.fault);
	const fields = readFields(body.json);
	const answer = make(fields);
	return fields.fault ? faultAnswer(fields.fault) : answer;
}

const faultAnswer = (fault: GatewayFault): FaultAnswer => ({type: 'fault', fault});
