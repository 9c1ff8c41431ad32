// The vendor's answers in our words, field by field as the map names them.
import {
	type CreateAnswer,
	type FaultAnswer,
	type GatewayFault,
	isPaymentSystem,
	type OrderAnswer,
	type OrderRequest,
	type OrdersAnswer,
	type RefundAnswer,
	type StatusAnswer,
} from '../../../core/index.ts';
import type {PingAnswer} from '../../../engine/ports.ts';
import type {Json} from '../../answer/json.ts';
import {identity, list, opaque, orNull, reason, words} from '../../answer/kinds.ts';
import type {Speaker} from '../dialect.ts';
import {wcfMoment} from './dates.ts';
import type {WcfMap} from './map.ts';
import {amountIn, orderStateIn, refundStateIn, systemIn, timeIn} from './map-kinds.ts';
import {type ToldFields, toldIn} from './told.ts';

type OrderOf = Speaker['orderOf'];

export function readCreated(map: WcfMap, result: Json, orderId: string): CreateAnswer {
	return read<CreateAnswer>(map, result, (told) => {
		const answeredId = told.needed('orderId', identity);
		if (answeredId !== orderId && !told.fault) {
			return faultAnswer({kind: 'identity', code: 'OTHER_ORDER', detail: answeredId});
		}
		return {
			type: 'created',
			orderId: answeredId,
			gatewayOrderId: told.needed('gatewayOrderId', words),
			status: told.state('state', orderStateIn(map)),
			qr: told.needed('qr', opaque),
			expiresAt: told.needed('expiresAt', wcfMoment),
		};
	});
}

export function readStatus(map: WcfMap, result: Json, orderOf: OrderOf): StatusAnswer {
	return read(map, result, (told) => ({type: 'status', answer: readOrder(map, told, orderOf)}));
}

export function readRefund(
	map: WcfMap,
	result: Json,
	asked: {readonly refundId: string; readonly orderId?: string; readonly amountKopecks?: number},
): RefundAnswer {
	return read(map, result, (told) => ({
		type: 'refund',
		refundId: told.or('refundId', identity, asked.refundId),
		orderId: told.or('orderId', identity, asked.orderId),
		status: told.state('refundState', refundStateIn(map)),
		amountKopecks: told.or('amount', amountIn(map), asked.amountKopecks),
		reason: told.or('reason', reason, null),
	}));
}

export function readOrders(map: WcfMap, result: Json, orderOf: OrderOf): OrdersAnswer {
	return read<OrdersAnswer>(map, result, (told) => {
		const next = told.or('next', orNull(opaque), null);
		const items = told.needed('orders', list).map((item, index) => toldIn(map, item, `orders[${index}]`));
		const orders = items.map((item) => readOrder(map, item, orderOf));
		const fault = items.find((item) => item.fault)?.fault;
		return fault ? faultAnswer(fault) : {type: 'orders', orders, next: next === '' ? null : next};
	});
}

export function readPing(map: WcfMap, result: Json, {agentId, posId}: Speaker): PingAnswer {
	return read(map, result, (told) => ({
		type: 'pong',
		timeS: told.needed('time', timeIn(map)),
		agentId,
		posId,
		systems: told
			.needed('systems', list)
			.filter((word) => typeof word === 'string')
			.map((word) => systemIn(map).from(word) ?? '')
			.filter(isPaymentSystem),
	}));
}

/**
 * Amount, system and currency are judged where the vendor tells them. Where the answer leaves them out it speaks of the
 * order as it was made; when that isn't known any more, the field is missing.
 */
function readOrder(map: WcfMap, told: ToldFields, orderOf: OrderOf): OrderAnswer {
	const orderId = told.needed('orderId', identity);
	const order: OrderRequest | null = orderOf(orderId);
	return {
		orderId,
		gatewayOrderId: told.needed('gatewayOrderId', words),
		system: told.or('system', systemIn(map), order?.system),
		status: told.state('state', orderStateIn(map)),
		amountKopecks: told.or('amount', amountIn(map), order?.amountKopecks),
		currency: told.or('currency', identity, 'RUB'),
		paidAt: told.or('paidAt', orNull(wcfMoment), null),
		reason: told.or('reason', reason, null),
	};
}

function read<Answer>(
	map: WcfMap,
	result: Json,
	make: (told: ToldFields) => Answer | FaultAnswer,
): Answer | FaultAnswer {
	const told = toldIn(map, result);
	const answer = make(told);
	return told.fault ? faultAnswer(told.fault) : answer;
}

const faultAnswer = (fault: GatewayFault): FaultAnswer => ({type: 'fault', fault});
