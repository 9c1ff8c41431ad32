import {formatRubles} from '../../money.ts';
import type {ReportWording} from '../report.ts';
import {paymentRu} from './payment.ts';

const money = (amountKopecks: number): string => paymentRu.money(formatRubles(amountKopecks));

export const reportRu: ReportWording = {
	title: (day, till) => `Отчёт за ${day}${till === '' ? '' : `. ${till}`}`,
	nothing: 'Платежей в этот день не было.',
	sums: {
		closed: 'оплачено, чек закрыт',
		notClosed: 'оплачено, чек НЕ закрыт',
		late: 'поздние деньги, чека нет',
		refunded: 'возвращено покупателям',
	},
	total: 'Итого',
	received: 'получено',
	returned: 'возвращено',
	kept: 'осталось у магазина',
	unpaid: 'Без оплаты',
	open: (count) => `ОТКРЫТЫЕ ДЕЛА: ${count}`,
	running: 'платёж ещё идёт',
	settle: 'Закрыть дело: qrkassa resolve и номер заказа.',
	byPerson: (count) => `Решено человеком: ${count}`,
	decided: (as, there) =>
		`решено: ${paymentRu.outcomes[as]}${there === null ? '' : `; у платёжной системы: ${paymentRu.statuses[there]}`}`,
	differences: (count) => `РАСХОЖДЕНИЯ: ${count}`,
	difference: {
		'paid-there': ({amountKopecks, here}) =>
			`у платёжной системы оплачено ${money(amountKopecks)}, у нас: ${hereWord(here)}`,
		'not-paid-there': ({amountKopecks, there}) =>
			`у нас оплачено ${money(amountKopecks)}, у платёжной системы: ${thereWord(there)}`,
		'other-amount': ({hereKopecks, thereKopecks, thereCurrency}) =>
			`сумма: у нас ${money(hereKopecks)}, у платёжной системы ${formatRubles(thereKopecks)} ${thereCurrency}`,
		'returned-there': ({amountKopecks}) =>
			`платёжная система вернула ${money(amountKopecks)}, а возврата мы не просили`,
		'no-document': ({fiscalDocument, amountKopecks}) =>
			`чека на ${money(amountKopecks)}, ФД ${fiscalDocument}, в кассовом аппарате нет`,
		'other-document-amount': ({fiscalDocument, hereKopecks, thereKopecks}) =>
			`ФД ${fiscalDocument}: у нас ${money(hereKopecks)}, в кассовом аппарате ${money(thereKopecks)}`,
	},
	incomplete: (count) => `ЗАПИСИ БЕЗ НАЧАЛА ПЛАТЕЖА: ${count}`,
	notCompared: {
		gateway: 'С платёжной системой не сверено: нет связи. Повторите отчёт.',
		register: 'С кассовым аппаратом не сверено.',
	},
	clean: 'ДЕНЬ СОШЁЛСЯ: открытых дел и расхождений нет.',
	notClean: 'ДЕНЬ НЕ СОШЁЛСЯ: разберите то, что названо выше.',
};

function hereWord(here: Parameters<ReportWording['difference']['paid-there']>[0]['here']): string {
	if (here === 'running') return reportRu.running;
	return here === 'absent' ? 'такого заказа нет' : paymentRu.outcomes[here];
}

const thereWord = (there: Parameters<ReportWording['difference']['not-paid-there']>[0]['there']): string =>
	there === 'absent' ? 'такого заказа нет' : paymentRu.statuses[there];
