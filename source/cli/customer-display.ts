// The customer's display on a serial line, beside the payment and never in its way: the QR, then how it ended.
import type {CustomerDisplay} from '../display/index.ts';
import {type Engine, systemClock} from '../engine/index.ts';
import type {Till} from '../settings/index.ts';

/** The till's display, or null for a till without one. */
export async function openDisplay(till: Till): Promise<CustomerDisplay | null> {
	const {display} = till.customer;
	if (display.kind === 'none') return null;
	// Loaded when a till has one: the room brings Ink with it, and `pay` starts without.
	const {openCustomerDisplay} = await import('../display/index.ts');
	return openCustomerDisplay({port: display.port, clock: systemClock});
}

/** «Success» only for what the gateway calls paid; a code that can no longer be paid goes at once. */
export function followOnDisplay(engine: Engine, display: CustomerDisplay): void {
	engine.onEvent(({event}) => {
		switch (event.type) {
			case 'payment.paid':
				display.success();
				return;
			case 'cancel.requested':
				display.clear();
				return;
			case 'payment.declined':
			case 'payment.expired':
			case 'payment.unresolved':
			case 'payment.quarantined':
			case 'order.rejected':
				display.failure();
				return;
			case 'payment.cancelled':
				display.clear();
		}
	});
}
