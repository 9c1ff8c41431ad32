// Does the gateway's answer speak of the order that we made? The amount above all: a receipt is closed on its word.
import type {GatewayFault} from '../fault.ts';
import type {OrderAnswer} from '../order.ts';
import type {PaymentFacts} from './state.ts';

export type Identity = {readonly ok: true} | {readonly ok: false; readonly fault: GatewayFault};

/** Compares what was ordered with what the answer names (contracts: gateway, «quarantined»). */
export function checkIdentity(facts: PaymentFacts, answer: OrderAnswer): Identity {
	const fault = (code: string, detail: string): Identity => ({
		ok: false,
		fault: {kind: 'identity', code, detail},
	});
	if (answer.orderId !== facts.orderId) return fault('OTHER_ORDER', answer.orderId);
	if (answer.amountKopecks !== facts.amountKopecks)
		return fault('OTHER_AMOUNT', String(answer.amountKopecks));
	if (answer.currency !== facts.order.currency) return fault('OTHER_CURRENCY', answer.currency);
	if (answer.system !== facts.method) return fault('OTHER_SYSTEM', answer.system);
	return {ok: true};
}
