// The first row of a payment as the display's tests make it.
import type {PaymentEvent} from '../../source/core/index.ts';
import type {ClockPort} from '../../source/engine/index.ts';

/** 1 250,00 rubles by СБП, three minutes from now. */
export const started = (clock: ClockPort, orderId: string, slot: number | null): PaymentEvent => ({
	type: 'payment.started',
	method: 'sbp',
	code: '7',
	amountKopecks: 125_000,
	receipt: {
		lines: [{name: 'Кофе', priceKopecks: 125_000, quantity: '1.000', vat: 'none'}],
		email: null,
		phone: null,
	},
	deadline: new Date(clock.now().getTime() + 180_000).toISOString(),
	order: {
		orderId,
		posId: 'N100',
		agentId: '7',
		crsId: '0',
		wmid: '0',
		system: 'sbp',
		amountKopecks: 125_000,
		currency: 'RUB',
		ttlS: 180,
		description: 'Касса 1',
	},
	policy: {responseTimeoutS: 180, pollIntervalS: 5, statusErrorLimit: 5},
	slot,
	printSlip: false,
});
