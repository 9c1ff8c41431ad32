// The shape of the log: one line for each thing that can happen to a payment.
import type {PaymentEvent} from '../payment/events.ts';

/** A line for each kind of event. Text from outside arrives here already cleaned. */
export type LogWording = {
	readonly [Type in PaymentEvent['type']]: (event: Extract<PaymentEvent, {type: Type}>) => string;
};
