// Does the gateway's answer speak of the order that we made? The amount above all: a receipt is closed on its word.
import type {GatewayFault} from '../fault.ts';
import type {OrderAnswer} from '../order.ts';
import {answered, failed} from './answer-events.ts';
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

/** The reason of a quarantine: what the gateway names otherwise. */
const quarantined = (step: Step, {code, detail}: GatewayFault, nowMs: number): Step =>
	emit(step, {type: 'payment.quarantined', reason: `${code}: ${detail}`}, nowMs);

/** A well-formed answer that speaks of something else: quarantine when it says paid, a technical error otherwise. */
export const contradicted = (
	step: Step,
	operation: 'status' | 'cancel',
	fault: GatewayFault,
	{answer, ms}: {readonly answer: OrderAnswer; readonly ms: number},
	moment: Moment,
): Step =>
	answer.status === 'paid'
		? quarantined(answered(step, operation, answer, ms, moment.nowMs), fault, moment.nowMs)
		: failed(step, operation, fault, moment);

/** The same for the answer to a creation, which has a status and no more. */
export const creationContradicted = (
	step: Step,
	fault: GatewayFault,
	isPaid: boolean,
	moment: Moment,
): Step => (isPaid ? quarantined(step, fault, moment.nowMs) : failed(step, 'create', fault, moment));
