// The log's lines, in Russian.
import {formatRubles} from '../../money.ts';
import type {LogWording} from '../log.ts';
import {paymentRu} from './payment.ts';

const places = {screen: 'на экране', paper: 'на чеке', display: 'на дисплее покупателя'};
const operations = {create: 'создание заказа', status: 'статус', cancel: 'отмена'};
const askers = {
	cashier: 'кассир',
	deadline: 'вышло время',
	errors: 'много ошибок',
	signal: 'остановка программы',
	qr: 'плохой QR',
};

const money = (amountKopecks: number): string => paymentRu.money(formatRubles(amountKopecks));
const why = (reason: string | null): string => (reason === null ? '' : `: ${reason}`);

export const logRu: LogWording = {
	'payment.started': (event) =>
		`начат платёж ${money(event.amountKopecks)}, ${paymentRu.systems[event.method]}`,
	'order.created': (event) => `заказ создан: ${event.gatewayOrderId}`,
	'order.rejected': (event) => `заказ не принят: ${event.message} (${event.code})`,
	'qr.shown': (event) =>
		event.where.length === 0
			? 'QR показать негде'
			: `QR показан: ${event.where.map((place) => places[place]).join(', ')}`,
	'status.answered': ({operation, status, ms, count}) =>
		[
			operation === 'cancel' ? `${operations.cancel}: ` : '',
			paymentRu.statuses[status],
			count > 1 ? ` ×${count}` : '',
			`, ${ms} мс`,
		].join(''),
	'status.failed': (event) =>
		`ошибка ${event.errorsInRow} подряд, ${operations[event.operation]}: ${event.text}`,
	'cancel.requested': (event) => `просим отменить: ${askers[event.by]}`,
	'payment.paid': (event) => `ОПЛАЧЕНО ${money(event.amountKopecks)}`,
	'payment.declined': (event) => `отказано${why(event.reason)}`,
	'payment.expired': (event) => `время вышло${why(event.reason)}`,
	'payment.cancelled': (event) => `отменено${why(event.reason)}`,
	'payment.unresolved': (event) => `не выяснено${why(event.reason)}`,
	'payment.quarantined': (event) => `на проверке${why(event.reason)}`,
	'payment.late': (event) => `ПОЗДНИЕ ДЕНЬГИ ${money(event.amountKopecks)}`,
	'receipt.closing': (event) => `печатаем чек, оплата ${event.slot} в ККМ`,
	'receipt.closed': (event) =>
		['чек закрыт', paymentRu.receiptNumbers(event.number, event.fiscalDocument)]
			.filter((part) => part !== '')
			.join(': '),
	'receipt.failed': (event) => `чек не закрыт${why(event.text || event.code)}`,
	'receipt.unknown': (event) => `о чеке неизвестно${why(event.text || event.code)}`,
	'refund.requested': (event) => `просим вернуть ${money(event.amountKopecks)}`,
	'refund.done': (event) => `возвращено ${money(event.amountKopecks)}`,
	'refund.declined': (event) => `в возврате отказано${why(event.reason)}`,
	'refund.pending': () => 'возврат принят, ждём конца',
	resolved: (event) =>
		`${event.by === 'person' ? 'решено человеком' : 'выяснено'}: ${paymentRu.outcomes[event.as]}${event.note === null ? '' : `, ${event.note}`}`,
	'receipt.dropped': () => 'чек отпущен без оплаты',
};
