// The terminal's bell: a cashier who looks away hears that a payment has ended.
import type {PaymentEvent} from '../../core/index.ts';
import type {Engine} from '../../engine/index.ts';
import type {ScreenStream} from '../options.ts';

const heard: ReadonlySet<string> = new Set<PaymentEvent['type']>([
	'order.rejected',
	'payment.paid',
	'payment.declined',
	'payment.expired',
	'payment.cancelled',
	'payment.unresolved',
	'payment.quarantined',
	'payment.late',
	'receipt.failed',
	'receipt.unknown',
]);

/** Rings at each end and for late money; the answer stops it. */
export const ringAtEnds = (engine: Engine, stdout: ScreenStream): (() => void) =>
	engine.onEvent(({event}) => {
		if (heard.has(event.type)) stdout.write('\u0007');
	});
