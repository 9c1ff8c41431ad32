// How a payment ended, in Russian: what happened, what is safe, what to press. A sum brings its own full stop.
import type {EndFacts, PaymentWording} from '../payment.ts';

const because = ({reason}: EndFacts): string => (reason === null ? '' : ` Причина: ${closedBy(reason)}`);
/** «…руб.» has its full stop already, and so has what was cut. */
const closedBy = (text: string): string => (/[.…]$/.test(text) ? text : `${text}.`);
const resolve = ({orderId}: EndFacts): string => `qrkassa resolve ${orderId}`;

const openReceipt = 'Покупатель ничего не заплатил, чек остался открытым с той же суммой.';
const tryAgain = 'r — ещё раз тем же способом, t — другой способ, x — отпустить чек.';

export const endsRu: PaymentWording['ends'] = {
	paid: ({sum, receipt}) => ({
		title: 'ОПЛАЧЕНО, ЧЕК ЗАКРЫТ',
		happened: `Деньги получены: ${sum}${receipt === '' ? '' : `; ${receipt}.`}`,
		safe: 'Всё записано, покупателя можно отпускать.',
		press: 'Enter — следующий покупатель.',
		run: null,
	}),
	'paid-no-register': ({sum}) => ({
		title: 'ОПЛАЧЕНО',
		happened: `Деньги получены: ${sum} Кассового аппарата у этой кассы нет.`,
		safe: 'Платёж записан; чек, если нужен, пробейте на своём аппарате.',
		press: 'Enter — следующий покупатель.',
		run: null,
	}),
	'receipt-failed': (facts) => ({
		title: 'ОПЛАЧЕНО, ЧЕК НЕ ЗАКРЫТ',
		happened: `Деньги получены: ${facts.sum}, но чек не закрыт. ${facts.faultText}`,
		safe: `Деньги в безопасности, второй раз платить не нужно. ${facts.faultAdvice}`,
		press: 'c — закрыть чек ещё раз; Enter — отложить в открытые дела.',
		run: resolve(facts),
	}),
	'receipt-unknown': (facts) => ({
		title: 'ОПЛАЧЕНО, О ЧЕКЕ НЕИЗВЕСТНО',
		happened: `Деньги получены: ${facts.sum}; закрылся ли чек, неизвестно. ${facts.faultText}`,
		safe: `Деньги в безопасности; второй чек сам не напечатается. ${facts.faultAdvice}`,
		press: 'c — спросить аппарат и закрыть чек; Enter — отложить в открытые дела.',
		run: resolve(facts),
	}),
	declined: (facts) => ({
		title: 'ОТКАЗАНО',
		happened: `Платёжная система отказала в оплате.${because(facts)}`,
		safe: openReceipt,
		press: tryAgain,
		run: null,
	}),
	expired: (facts) => ({
		title: 'ВРЕМЯ ВЫШЛО',
		happened: `Покупатель не успел заплатить.${because(facts)}`,
		safe: openReceipt,
		press: tryAgain,
		run: null,
	}),
	cancelled: (facts) => ({
		title: 'ОТМЕНЕНО',
		happened: `Платёж отменён, платёжная система подтвердила это.${because(facts)}`,
		safe: openReceipt,
		press: tryAgain,
		run: null,
	}),
	'cancelled-errors': () => ({
		title: 'ОТМЕНЕНО: НЕТ СВЯЗИ',
		happened: 'Слишком много ошибок связи подряд; платёж отменён, отмена подтверждена.',
		safe: openReceipt,
		press: tryAgain,
		run: null,
	}),
	refunded: () => ({
		title: 'ОПЛАТА ВОЗВРАЩЕНА',
		happened: 'Покупатель заплатил, но платёжная система сразу возвращает ему деньги.',
		safe: 'Деньги уже едут обратно к покупателю; чек остался открытым с той же суммой.',
		press: tryAgain,
		run: null,
	}),
	unresolved: (facts) => ({
		title: 'НЕ ВЫЯСНЕНО',
		happened: `Чем закончился платёж, неизвестно.${because(facts)}`,
		safe: 'Деньги могли прийти: не отдавайте товар и не берите оплату второй раз. Касса спрашивает сама.',
		press: 'a — спросить сейчас, x — отложить и взять следующего; r, t — взять оплату ещё раз.',
		run: resolve(facts),
	}),
	quarantined: (facts) => ({
		title: 'НА ПРОВЕРКЕ',
		happened: `Ответ платёжной системы не сходится с заказом.${because(facts)}`,
		safe: 'Деньги, возможно, взяты: товар не отдавать, чек не закрыт. Решает старший.',
		press: 'Позовите старшего; x — отложить и взять следующего, дело останется в списке.',
		run: resolve(facts),
	}),
	rejected: (facts) => ({
		title: 'ЗАКАЗ НЕ ПРИНЯТ',
		happened: `Платёжная система не приняла заказ.${because(facts)}`,
		safe: openReceipt,
		press: tryAgain,
		run: null,
	}),
	late: (facts) => ({
		title: 'ПОЗДНИЕ ДЕНЬГИ',
		happened: `Деньги пришли после конца платежа: ${facts.sum}`,
		safe: 'Деньги у магазина, чека на них нет: их нужно пробить или вернуть.',
		press: facts.hasRegister
			? 'c — пробить на них чек, v — вернуть их покупателю, Enter — отложить.'
			: 'v — вернуть их покупателю, Enter — отложить.',
		run: resolve(facts),
	}),
	'refund-running': (facts) => ({
		title: 'ВОЗВРАТ НЕ ОКОНЧЕН',
		happened: `Возврат ${facts.sum} отправлен, ответа ещё нет.`,
		safe: 'Возврат не уйдёт дважды: у него свой номер.',
		press: 'a — спросить сейчас; Enter — отложить в открытые дела.',
		run: resolve(facts),
	}),
	'refund-done': ({sum, receipt}) => ({
		title: 'ДЕНЬГИ ВОЗВРАЩЕНЫ',
		happened: `Возврат сделан: ${sum}${receipt === '' ? '' : `; ${receipt}.`}`,
		safe: 'Платёж окончен, делать больше нечего.',
		press: 'Enter — следующий покупатель.',
		run: null,
	}),
	'refund-receipt-failed': (facts) => ({
		title: 'ДЕНЬГИ ВОЗВРАЩЕНЫ, ЧЕК ВОЗВРАТА НЕ ЗАКРЫТ',
		happened: `Возврат сделан: ${facts.sum}, но чек возврата не закрыт. ${facts.faultText}`,
		safe: `Деньги ушли покупателю один раз, второй раз не уйдут. ${facts.faultAdvice}`,
		press: 'c — закрыть чек возврата; Enter — отложить в открытые дела.',
		run: resolve(facts),
	}),
	'refund-receipt-unknown': (facts) => ({
		title: 'ДЕНЬГИ ВОЗВРАЩЕНЫ, О ЧЕКЕ НЕИЗВЕСТНО',
		happened: `Возврат сделан: ${facts.sum}; закрылся ли чек возврата, неизвестно. ${facts.faultText}`,
		safe: `Деньги ушли покупателю один раз; второй чек сам не напечатается. ${facts.faultAdvice}`,
		press: 'c — спросить аппарат и закрыть чек; Enter — отложить в открытые дела.',
		run: resolve(facts),
	}),
	settled: (facts) => ({
		title: 'РЕШЕНО ВРУЧНУЮ',
		happened: `Записано человеком: ${facts.isPaid ? 'оплачено' : 'не оплачено'}.${facts.reason === null ? '' : ` Заметка: ${closedBy(facts.reason)}`}`,
		safe: 'Решение записано в журнал вместе с заметкой.',
		press: facts.isReceiptOpen ? tryAgain : 'Enter — следующий покупатель.',
		run: null,
	}),
};
