// The log's lines, in English.
import {formatRubles} from '../../money.ts';
import type {LogWording} from '../log.ts';
import {paymentEn} from './payment.ts';

const places = {screen: 'on the screen', paper: 'on paper', display: "on the customer's display"};
const operations = {create: 'order', status: 'status', cancel: 'cancel'};
const askers = {
	cashier: 'the cashier',
	deadline: 'the time is over',
	errors: 'too many errors',
	signal: 'the program stops',
	qr: 'a bad QR',
};

const money = (amountKopecks: number): string => paymentEn.money(formatRubles(amountKopecks));
const why = (reason: string | null): string => (reason === null ? '' : `: ${reason}`);

export const logEn: LogWording = {
	'payment.started': (event) =>
		`payment begun: ${money(event.amountKopecks)}, ${paymentEn.systems[event.method]}`,
	'order.created': (event) => `order made: ${event.gatewayOrderId}`,
	'order.rejected': (event) => `order refused: ${event.message} (${event.code})`,
	'qr.shown': (event) =>
		event.where.length === 0
			? 'no place to show the QR'
			: `QR shown: ${event.where.map((place) => places[place]).join(', ')}`,
	'status.answered': ({operation, status, ms, count}) =>
		[
			operation === 'cancel' ? `${operations.cancel}: ` : '',
			paymentEn.statuses[status],
			count > 1 ? ` ×${count}` : '',
			`, ${ms} ms`,
		].join(''),
	'status.failed': (event) =>
		`error ${event.errorsInRow} in a row, ${operations[event.operation]}: ${event.text}`,
	'cancel.requested': (event) => `cancel asked for by ${askers[event.by]}`,
	'payment.paid': (event) => `PAID ${money(event.amountKopecks)}`,
	'payment.declined': (event) => `declined${why(event.reason)}`,
	'payment.expired': (event) => `expired${why(event.reason)}`,
	'payment.cancelled': (event) => `cancelled${why(event.reason)}`,
	'payment.unresolved': (event) => `the end is not known${why(event.reason)}`,
	'payment.quarantined': (event) => `to be checked${why(event.reason)}`,
	'payment.late': (event) => `LATE MONEY ${money(event.amountKopecks)}`,
	'receipt.closing': (event) => `printing the receipt, register slot ${event.slot}`,
	'receipt.closed': (event) =>
		['receipt closed', paymentEn.receiptNumbers(event.number, event.fiscalDocument)]
			.filter((part) => part !== '')
			.join(': '),
	'receipt.failed': (event) => `receipt not closed${why(event.text || event.code)}`,
	'receipt.unknown': (event) => `receipt not known${why(event.text || event.code)}`,
	'refund.requested': (event) => `refund of ${money(event.amountKopecks)} asked for`,
	'refund.done': (event) => `refunded ${money(event.amountKopecks)}`,
	'refund.declined': (event) => `refund declined${why(event.reason)}`,
	'refund.pending': () => 'refund taken, waiting for its end',
	resolved: (event) =>
		`${event.by === 'person' ? 'settled by a person' : 'settled'}: ${paymentEn.outcomes[event.as]}${event.note === null ? '' : `, ${event.note}`}`,
	'receipt.dropped': () => 'receipt let go without payment',
};
