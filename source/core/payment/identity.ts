// Does the gateway's answer speak of the order that we made? The amount above all: a receipt is closed on its word.
import type {GatewayFault} from '../fault.ts';
import type {OrderAnswer, OrderStatus} from '../order.ts';
import {failed} from './answer-events.ts';
import type {Moment} from './commands.ts';
import type {PaymentFacts} from './state.ts';
import {emit, type Step} from './step.ts';

const contradiction = (code: string, detail: string): GatewayFault => ({kind: 'identity', code, detail});

/** The answer to a creation names nothing but the order's id; null when it is ours. */
export const contradictsOrder = (facts: PaymentFacts, orderId: string): GatewayFault | null =>
	orderId === facts.orderId ? null : contradiction('OTHER_ORDER', orderId);

/** What the answer names otherwise than it was ordered; null when it speaks of our order. */
export function contradicts(facts: PaymentFacts, answer: OrderAnswer): GatewayFault | null {
	const otherOrder = contradictsOrder(facts, answer.orderId);
	if (otherOrder) return otherOrder;
	if (answer.amountKopecks !== facts.amountKopecks)
		return contradiction('OTHER_AMOUNT', String(answer.amountKopecks));
	if (answer.currency !== facts.order.currency) return contradiction('OTHER_CURRENCY', answer.currency);
	return answer.system === facts.method ? null : contradiction('OTHER_SYSTEM', answer.system);
}

/** A well-formed answer that speaks of something else: quarantine when it says paid, a technical error otherwise. */
export const contradicted = (
	step: Step,
	operation: 'create' | 'status' | 'cancel',
	fault: GatewayFault,
	status: OrderStatus,
	moment: Moment,
): Step =>
	status === 'paid'
		? emit(step, {type: 'payment.quarantined', reason: `${fault.code}: ${fault.detail}`}, moment.nowMs)
		: failed(step, operation, fault, moment);
