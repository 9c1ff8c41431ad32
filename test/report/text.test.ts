// The report as people and programs read it.
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import type {PaymentEvent} from '../../source/core/index.ts';
import {reportJson, reportText} from '../../source/report/index.ts';
import {answer, reportOf, Story, sale} from './story.ts';

const unresolved: PaymentEvent = {type: 'payment.unresolved', reason: 'no-answer'};
const evil = `\u001b[2J\u202e\u009b${'界'.repeat(200)}`;

/** A day on which everything went wrong that can. */
const bad = reportOf(
	[
		sale({orderId: 'A-1', amountKopecks: 9_999_999_999}).refunded(1),
		new Story({orderId: 'A-2'})
			.created()
			.paid()
			.say({type: 'receipt.failed', code: 'PAPER', text: '', advice: ''}),
		new Story({orderId: 'A-3'}).created().say(unresolved),
		new Story({orderId: `A-${'4'.repeat(62)}`, at: '2026-01-30T08:00:00Z'}).created().say(unresolved),
		new Story({orderId: 'A-5'}).created().say({type: 'payment.expired', reason: null}).late(),
		new Story({orderId: 'A-6'}).created().say({type: 'payment.declined', reason: evil}),
		new Story({orderId: 'A-7', system: 'alipay'}).created(),
		new Story({orderId: 'A-8'})
			.created()
			.say(unresolved)
			.say({type: 'resolved', by: 'person', as: 'paid', note: evil}),
		sale({orderId: 'A-9'}, 350),
	],
	[answer(evil, {amountKopecks: 5}), answer('A-3', {currency: evil}), answer('A-9', {currency: evil})],
	{register: {closed: [{fiscalDocument: 350, amountKopecks: 1}]}, till: evil},
);

describe.each(['ru', 'en'] as const)('in %s', (language) => {
	test('given the worst day, no line is wider than 80 columns and nothing drives a terminal', () => {
		for (const line of reportText(bad, language)) {
			expect(stringWidth(line)).toBeLessThanOrEqual(80);
			expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
		}
	});

	test('given the worst day, every open payment and every difference is named', () => {
		const text = reportText(bad, language).join('\n');
		for (const {orderId} of bad.open) expect(text).toContain(orderId);
		for (const {orderId} of bad.differences.filter((one) => one.orderId.startsWith('A-'))) {
			expect(text).toContain(orderId);
		}
		expect(text).not.toContain('undefined');
	});

	test('given a day, the verdict is the last line and agrees with the report', () => {
		const clean = reportOf([sale()], [answer('A-1')]);
		const verdicts =
			language === 'ru' ? [/^ДЕНЬ СОШЁЛСЯ/, /^ДЕНЬ НЕ СОШЁЛСЯ/] : [/^THE DAY BALANCES/, /DOES NOT/];
		expect(reportText(clean, language).at(-1)).toMatch(verdicts[0] ?? /-/);
		expect(reportText(bad, language).at(-1)).toMatch(verdicts[1] ?? /-/);
	});
});

describe('a day on paper', () => {
	test('given a clean day, it fits on a few lines', () => {
		const report = reportOf(
			[sale({orderId: 'A-1'}), sale({orderId: 'A-2'}, 342).returned(25_000)],
			[answer('A-1'), answer('A-2')],
			{register: {closed: [341, 342].map((fiscalDocument) => ({fiscalDocument, amountKopecks: null}))}},
		);
		expect(reportText(report, 'ru').map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
			'Отчёт за 31.01.2026. Касса 1',
			'',
			'СБП',
			'  оплачено, чек закрыт                   2            2 500,00',
			'  возвращено покупателям                 1              250,00',
			'Итого',
			'  получено                                            2 500,00',
			'  возвращено                                            250,00',
			'  осталось у магазина                                 2 250,00',
			'',
			'ДЕНЬ СОШЁЛСЯ: открытых дел и расхождений нет.',
		]);
	});

	test('given something is open, it says when, which, how much, why, and the way out', () => {
		const report = reportOf([new Story().created().say(unresolved)], []);
		expect(reportText(report, 'ru').map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
			'Отчёт за 31.01.2026. Касса 1',
			'',
			'Платежей в этот день не было.',
			'',
			'ОТКРЫТЫЕ ДЕЛА: 1',
			'  31.01 09:00  A-1',
			'    СБП, 1 250,00 руб., конец не выяснен',
			'Закрыть дело: qrkassa resolve и номер заказа.',
			'',
			'ДЕНЬ НЕ СОШЁЛСЯ: разберите то, что названо выше.',
		]);
	});

	test('given the gateway could not be asked, that is said, and the day is not clean', () => {
		const text = reportText(reportOf([sale()], null), 'ru').join('\n');
		expect(text).toContain('С платёжной системой не сверено');
		expect(text).toContain('С кассовым аппаратом не сверено');
		expect(text).toContain('ДЕНЬ НЕ СОШЁЛСЯ');
	});
});

describe('as JSON', () => {
	test('given a report, it is one object on one line with stable names and the verdict', () => {
		const line = reportJson(bad);
		expect(line).toMatch(/^[^\u0000-\u001f\u007f-\u009f\u2028-\u202e]+$/);
		expect(JSON.parse(line)).toMatchObject({
			type: 'report',
			day: '2026-01-31',
			isClean: false,
			compared: {gateway: true, register: true},
		});
		expect(Object.keys(JSON.parse(line))).toEqual([
			'type',
			'day',
			'utcOffsetMinutes',
			'till',
			'systems',
			'receivedKopecks',
			'refundedKopecks',
			'unpaid',
			'open',
			'decisions',
			'differences',
			'documents',
			'incomplete',
			'compared',
			'isClean',
		]);
	});
});
