// What is said about payments, in Russian.
import type {PaymentWording} from '../payment.ts';
import {endsRu} from './ends.ts';

export const paymentRu: PaymentWording = {
	money: (rubles) => `${rubles} руб.`,
	systems: {sbp: 'СБП', webmoney: 'WebMoney', wechat: 'WeChat Pay', alipay: 'Alipay'},
	statuses: {
		waiting: 'ждём оплату',
		processing: 'покупатель подтвердил, банк проводит платёж',
		paid: 'оплачено',
		declined: 'отказано',
		expired: 'время заказа вышло',
		cancelled: 'отменено',
		refunded: 'деньги возвращаются',
	},
	outcomes: {
		paid: 'оплачено',
		declined: 'отказано',
		expired: 'время вышло',
		cancelled: 'отменено',
		unresolved: 'не выяснено',
		quarantined: 'на проверке',
		rejected: 'заказ не принят',
	},
	matters: {
		unresolved: 'конец не выяснен',
		quarantined: 'ответ не сходится с заказом',
		receipt: 'оплачено, чек не закрыт',
		late: 'ПОЗДНИЕ ДЕНЬГИ',
		refund: 'возврат не окончен',
	},
	ends: endsRu,
	reasons: {
		deadline: 'время ожидания вышло',
		gateway: 'так решила платёжная система',
		cashier: 'отменил кассир',
		errors: 'слишком много ошибок связи подряд',
		signal: 'программу попросили завершиться',
		qr: 'QR не прошёл проверку',
		refunded: 'деньги возвращаются покупателю',
		'no-answer': 'на отмену нет ответа',
		processing: 'банк всё ещё проводит платёж',
		waiting: 'отмена не подтверждена',
		JOURNAL_BROKEN: 'журнал кассы был повреждён, и конец этого платежа в нём не виден',
	},
	contradictions: {
		OTHER_ORDER: (detail) => `платёжная система ответила про другой заказ: ${detail}`,
		OTHER_AMOUNT: (detail) => `платёжная система назвала другую сумму: ${detail}`,
		OTHER_CURRENCY: (detail) => `платёжная система назвала другую валюту: ${detail}`,
		OTHER_SYSTEM: (detail) => `платёжная система назвала другой способ оплаты: ${detail}`,
	},
	refusals: {
		PAYMENT_RUNNING: 'На кассе уже идёт платёж: дождитесь его конца.',
		NO_PAYMENT: 'Такого платежа нет.',
		ALREADY_CANCELLING: 'Отмена уже запрошена: ждём ответа платёжной системы.',
		ALREADY_PAID: 'Платёж уже оплачен: отменить его нельзя, печатается чек.',
		ALREADY_ENDED: 'Платёж уже закончился.',
		NOT_PAID: 'Платёжная система не подтвердила оплату: чек закрывать нельзя.',
		RECEIPT_CLOSED: 'Чек этого платежа уже закрыт.',
		REFUND_RUNNING: 'По этому платежу уже идёт или сделан возврат.',
		REFUND_AMOUNT: 'Вернуть можно от 0,01 до оплаченной суммы.',
		NOTHING_TO_RESOLVE: 'Выяснять здесь нечего: платёж окончен.',
		NOTHING_TO_DROP: 'Открытого чека нет.',
		STALE_ANSWER: 'Положение уже изменилось: посмотрите на экран ещё раз.',
		DISK: 'Диск не принимает записей: ничего не отправлено. Позовите администратора, потом повторите.',
	},
	registerFaults: {
		DISK: {
			text: 'Диск не принимает записей, поэтому чек не пробит: без записи его могли бы пробить дважды.',
			advice: 'Позовите администратора: освободить место или сменить диск; потом закройте чек.',
		},
		NO_REGISTER: {text: 'Кассовый аппарат не настроен.', advice: 'Позовите администратора.'},
		INTERNAL: {
			text: 'Обмен с кассовым аппаратом сорвался.',
			advice: 'Проверьте аппарат и попробуйте ещё раз.',
		},
		OWED: {text: 'Чек ещё не пробит.', advice: 'Закройте чек.'},
		NOT_CLOSED: {text: 'Аппарат подтвердил: чек не закрыт.', advice: 'Закройте чек ещё раз.'},
	},
	registerFault: (code) => `Ошибка кассового аппарата ${code}.`,
	refundDeclined: (reason) => `В возврате отказано${reason === null ? '' : `: ${reason}`}.`,
	receiptNumbers,
};

function receiptNumbers(number: number | null, fiscalDocument: number | null): string {
	const parts: readonly (string | null)[] = [
		number === null ? null : `чек ${number}`,
		fiscalDocument === null ? null : `ФД ${fiscalDocument}`,
	];
	return parts.filter((part) => part !== null).join(', ');
}
