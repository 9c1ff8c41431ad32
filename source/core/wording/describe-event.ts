// One line for each event of a payment, for the console's log and `tail`.
import {cleanText} from '../outside-text.ts';
import type {PaymentEvent} from '../payment/events.ts';
import {describeReason, paymentWording} from './describe-end.ts';
import {logEn} from './en/log.ts';
import type {Language} from './language.ts';
import {logRu} from './ru/log.ts';

/** What happened, in one line without line breaks; text from outside is cleaned and cut. */
export function describeEvent(event: PaymentEvent, language: Language): string {
	const words = language === 'ru' ? logRu : logEn;
	// A journal written by a newer program may hold events that this one has no sentence for.
	if (!Object.hasOwn(words, event.type)) return cleanText(event.type, 40);
	return cleanText(worded(words, tidy(event, language)), 200);
}

// The table has a row for each type; TypeScript cannot see that the row and the event go together.
const worded = <Type extends PaymentEvent['type']>(
	words: {readonly [Key in Type]: (event: Extract<PaymentEvent, {type: Key}>) => string},
	event: Extract<PaymentEvent, {type: Type}>,
): string => words[event.type](event);

/** The event with every text of the outside world cleaned, and fixed reasons in words. */
function tidy(event: PaymentEvent, language: Language): PaymentEvent {
	switch (event.type) {
		case 'order.created':
			return {...event, gatewayOrderId: cleanText(event.gatewayOrderId, 64)};
		case 'order.rejected':
			return {
				...event,
				message: describeReason(event.message, language) ?? '',
				code: cleanText(event.code, 40),
			};
		case 'status.failed':
			return {...event, text: cleanText(event.text, 160)};
		case 'payment.declined':
		case 'payment.expired':
		case 'payment.cancelled':
		case 'payment.unresolved':
		case 'payment.quarantined':
		case 'refund.declined':
			return {...event, reason: describeReason(event.reason, language)};
		case 'receipt.failed':
		case 'receipt.unknown':
			return {...event, text: cleanText(event.text, 160) || ownText(event.code, language)};
		case 'resolved':
			return {...event, note: describeReason(event.note, language)};
		default:
			return event;
	}
}

const ownText = (code: string, language: Language): string => {
	const words = paymentWording(language);
	return words.registerFaults[code]?.text ?? words.registerFault(cleanText(code, 40));
};
