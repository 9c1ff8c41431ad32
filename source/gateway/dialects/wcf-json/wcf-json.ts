// The dialect of a WCF service, whose exact words only its vendor knows: an admin maps them, no code is changed.
import type {
	CancelAnswer,
	FaultAnswer,
	GatewayFault,
	OrderRequest,
	StatusAnswer,
} from '../../../core/index.ts';
import type {Ask, Dialect, Speaker, Speech} from '../dialect.ts';
import {readCreated, readOrders, readPing, readRefund, readStatus} from './answers.ts';
import type {Operation, WcfMap} from './map.ts';
import {
	amountSaid,
	createSaid,
	orderSaid,
	rangeSaid,
	refundIdSaid,
	type Said,
	signedPost,
} from './requests.ts';
import {refusalFault, type Verdict, verdictOn} from './verdict.ts';

/** The dialect `wcf-json` under a checked map. */
export const wcfJson = (map: WcfMap): Dialect => ({
	name: 'wcf-json',
	speak: (speaker) => speech(map, speaker),
});

function speech(map: WcfMap, speaker: Speaker): Speech {
	async function tell(ask: Ask, operation: Operation, said: Said): Promise<Verdict> {
		const name = map.operations[operation];
		if (name === null) return fault({kind: 'http', code: 'NO_OPERATION', detail: operation});
		const heard = await ask(signedPost(map, speaker, name, said));
		return heard.type === 'fault' ? heard : verdictOn(map, name, heard);
	}

	async function getStatus(ask: Ask, orderId: string): Promise<StatusAnswer> {
		const verdict = await tell(ask, 'GetStatus', orderSaid(orderId));
		if (verdict.type === 'fault') return verdict;
		if (verdict.type === 'accepted') return readStatus(map, verdict.result, speaker.orderOf);
		const order =
			verdict.isNotFound && map.habits.unknownOrder === 'waiting' ? speaker.orderOf(orderId) : null;
		return order ? notYetThere(order) : fault(refusalFault(verdict));
	}

	async function cancelOrder(ask: Ask, orderId: string): Promise<CancelAnswer> {
		const verdict = await tell(ask, 'CancelOrder', orderSaid(orderId));
		if (verdict.type === 'fault') return verdict;
		// Where an order is unknown until it is scanned, «unknown» is not yet the end of it.
		if (verdict.type === 'refused' && verdict.isNotFound) {
			return map.habits.unknownOrder === 'waiting' ? fault(refusalFault(verdict)) : {type: 'notFound'};
		}
		// A cancel that has no answer of its own: whatever it did or couldn't do, the status decides.
		if (map.habits.cancelAnswer === 'none') return getStatus(ask, orderId);
		return verdict.type === 'refused'
			? fault(refusalFault(verdict))
			: readStatus(map, verdict.result, speaker.orderOf);
	}

	return {
		getStatus,
		cancelOrder,
		async ping(ask) {
			const verdict = await tell(ask, 'Ping', {});
			if (verdict.type === 'accepted') return readPing(map, verdict.result, speaker);
			return verdict.type === 'fault' ? verdict : fault(refusalFault(verdict));
		},
		async createOrder(ask, order) {
			const system = map.systems[order.system];
			if (system === null) {
				return {type: 'rejected', code: 'SYSTEM', message: order.system};
			}
			const verdict = await tell(ask, 'CreateOrder', createSaid(map, order, system));
			if (verdict.type === 'accepted') return readCreated(map, verdict.result, order.orderId);
			return verdict.type === 'fault' ? verdict : rejected(verdict);
		},
		async refundOrder(ask, refund) {
			const {orderId, refundId, amountKopecks} = refund;
			const said = {...orderSaid(orderId), ...refundIdSaid(refundId), ...amountSaid(map, amountKopecks)};
			const verdict = await tell(ask, 'RefundOrder', said);
			if (verdict.type === 'accepted') return readRefund(map, verdict.result, refund);
			return verdict.type === 'fault' ? verdict : rejected(verdict);
		},
		async getRefund(ask, refundId) {
			const verdict = await tell(ask, 'GetRefund', refundIdSaid(refundId));
			if (verdict.type === 'accepted') return readRefund(map, verdict.result, {refundId});
			return verdict.type === 'fault' ? verdict : rejected(verdict);
		},
		async listOrders(ask, range) {
			const verdict = await tell(ask, 'ListOrders', rangeSaid(map, range));
			if (verdict.type === 'accepted') return readOrders(map, verdict.result, speaker.orderOf);
			return verdict.type === 'fault' ? verdict : fault(refusalFault(verdict));
		},
	};
}

const fault = (what: GatewayFault): FaultAnswer => ({type: 'fault', fault: what});

const rejected = ({code, text}: Extract<Verdict, {type: 'refused'}>) =>
	({type: 'rejected', code, message: text}) as const;

/** The gateway will know the order once the customer has scanned it. */
const notYetThere = (order: OrderRequest): StatusAnswer => ({
	type: 'status',
	answer: {
		orderId: order.orderId,
		gatewayOrderId: '',
		system: order.system,
		status: 'waiting',
		amountKopecks: order.amountKopecks,
		currency: order.currency,
		paidAt: null,
		reason: null,
	},
});
