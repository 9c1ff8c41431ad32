// From a wish to a payment request: the order's body as it will be fixed in the journal, slot and rules of the till.
import {randomBytes} from 'node:crypto';
import {plainReceipt, type Receipt} from '../core/index.ts';
import type {PayRequest} from '../engine/index.ts';
import type {LinkedSystem, Till} from '../settings/index.ts';

export type Wish = {
	readonly system: LinkedSystem;
	readonly amountKopecks: number;
	/** null: one line on the whole amount. */
	readonly receipt: Receipt | null;
	/** null: one is made. */
	readonly orderId: string | null;
	readonly description: string | null;
	/** null: the till's. */
	readonly timeoutS: number | null;
	readonly printSlip: boolean;
};

/** A new order id: the till, the time for people, and enough chance that no two are alike. */
export function newOrderId(posId: string, now: Date): string {
	const time = now.toISOString().replace(/[-:]|\..*$/g, '');
	return `${posId.slice(0, 30)}-${time}-${randomBytes(4).toString('hex')}`;
}

/** The request of one payment on this till. */
export function makeOrder(till: Till, wish: Wish, now: Date = new Date()): PayRequest {
	const {system, amountKopecks} = wish;
	const responseTimeoutS = wish.timeoutS ?? till.policy.responseTimeoutS;
	const {register} = till;
	const receipt =
		wish.receipt ?? plainReceipt(amountKopecks, 'Оплата', register.link === 'none' ? 'none' : register.vat);
	return {
		order: {
			orderId: wish.orderId ?? newOrderId(till.posId, now),
			posId: till.posId,
			agentId: till.agentId,
			crsId: till.crsId,
			wmid: till.wmid,
			system: system.system,
			amountKopecks,
			currency: 'RUB',
			ttlS: responseTimeoutS,
			description: wish.description ?? till.name,
		},
		code: system.code,
		receipt,
		policy: {...till.policy, responseTimeoutS},
		slot: register.link === 'none' ? null : system.registerSlot,
		printSlip: wish.printSlip,
	};
}
