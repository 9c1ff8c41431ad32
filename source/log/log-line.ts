// A row of the journal as one line for support: a fault names the link that broke.
import {
	cleanText,
	describeEvent,
	gatewayLinkOf,
	type Language,
	type PaymentEvent,
	type PaymentEventType,
} from '../core/index.ts';
import type {JournalRow} from '../engine/index.ts';
import {framedLine, type LineOptions, type Weight} from './line.ts';
import {linkNames, tailWording} from './wording.ts';

/** The line of a row: time, order, what happened; after a fault the broken link and its cause in a fixed word. */
export function logLine(row: JournalRow, language: Language, options: LineOptions = {}): string {
	const link = brokenLink(row.event, language);
	const words = describeEvent(row.event, language);
	const told = link === null ? words : `${words.replace(/\.$/, '')}; ${link}`;
	return framedLine(row.at, row.orderId, told, weightOf(row.event), options);
}

function brokenLink(event: PaymentEvent, language: Language): string | null {
	const words = tailWording(language);
	switch (event.type) {
		case 'status.failed': {
			const {kind, code} = event;
			const link = gatewayLinkOf({kind, code, detail: ''});
			return words.brokenLink(linkNames(language)[link], cleanText(code, 40));
		}
		case 'receipt.failed':
		case 'receipt.unknown':
			return words.brokenLink(words.register, cleanText(event.code, 40));
		default:
			return null;
	}
}

const weights: Partial<Readonly<Record<PaymentEventType, Weight>>> = {
	'payment.paid': 'good',
	'receipt.closed': 'good',
	'refund.done': 'good',
	'order.rejected': 'bad',
	'status.failed': 'bad',
	'payment.unresolved': 'bad',
	'payment.quarantined': 'bad',
	'payment.late': 'bad',
	'receipt.failed': 'bad',
	'receipt.unknown': 'bad',
	'refund.declined': 'bad',
};

const weightOf = (event: PaymentEvent): Weight => weights[event.type] ?? 'plain';
