// `tail --json`: one object a line, stable. What could be paid again, or names the customer, stands there shortened.
import {jsonText, type PaymentEvent} from '../core/index.ts';
import type {JournalPulse, JournalRow} from '../engine/index.ts';
import type {TillLogRow} from './till-line.ts';

/** `{"seq":…,"at":…,"orderId":…,"type":…,…body}`: the row as it lies in the journal, QR and customer's address shortened. */
export function jsonLine(row: JournalRow | TillLogRow): string {
	const {seq, at, orderId} = row;
	const {type, ...body} = row.orderId === null ? row.event : shortened(row.event);
	return jsonText({seq, at, orderId, type, ...body});
}

/** A live poll: `seq` is null, since nothing of it is in the journal yet. */
export function pulseJsonLine({at, orderId, n, status, errorsInRow}: JournalPulse): string {
	return jsonText({seq: null, at, orderId, type: 'poll', n, status, errorsInRow});
}

function shortened(event: PaymentEvent): PaymentEvent {
	switch (event.type) {
		case 'order.created':
			return {...event, qr: shortQr(event.qr)};
		case 'payment.started': {
			const {email, phone} = event.receipt;
			return {...event, receipt: {...event.receipt, email: shortText(email), phone: shortText(phone)}};
		}
		default:
			return event;
	}
}

// A link in a log can be paid for ever: of what makes it one only the ends stay, enough to compare two of them.
function shortQr(qr: string): string {
	const [, start = '', id = ''] = /^([a-z]+:\/\/(?:[^/?#]*\/)?)(.*)$/is.exec(qr) ?? ['', '', qr];
	const [path = ''] = id.split(/[?#]/);
	return path.length <= 8 ? `${start}…` : `${start}${path.slice(0, 4)}…${path.slice(-4)}`;
}

const shortText = (text: string | null): string | null =>
	text === null ? null : `${text.slice(0, 2)}…${text.slice(-2)}`;
