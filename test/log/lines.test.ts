// What support reads: one clean line for each row and each live poll, and the broken link by its name.
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import type {GatewayFaultKind, PaymentEvent} from '../../source/core/index.ts';
import type {JournalPulse, JournalRow} from '../../source/engine/index.ts';
import {jsonLine, logLine, pulseLine, tillLine} from '../../source/log/index.ts';

/** Nine o'clock and five seconds where this test runs. */
const at = new Date(2026, 0, 31, 9, 0, 5).toISOString();

const row = (event: PaymentEvent, orderId: string | null = 'A-1'): JournalRow => ({
	seq: 7,
	at,
	orderId,
	event,
});

const failed = (kind: GatewayFaultKind, code: string, text: string): PaymentEvent => ({
	type: 'status.failed',
	operation: 'status',
	kind,
	code,
	text,
	errorsInRow: 2,
});

const pulse = (change: Partial<JournalPulse> = {}): JournalPulse => ({
	orderId: 'A-1',
	n: 3,
	status: 'waiting',
	errorsInRow: 0,
	at,
	...change,
});

describe('a row', () => {
	test('given an event, its line has local time, order and what happened', () => {
		const paid: PaymentEvent = {type: 'payment.paid', paidAt: null, amountKopecks: 125_000};
		expect(logLine(row(paid), 'ru')).toBe('09:00:05  A-1           ОПЛАЧЕНО 1 250,00 руб.');
		expect(logLine(row(paid), 'en')).toBe('09:00:05  A-1           PAID 1 250,00 RUB');
	});

	test('given a log of several days, the day stands before the time where asked', () => {
		const line = logLine(row({type: 'receipt.dropped'}), 'ru', {withDay: true});
		expect(line).toMatch(/^2026-01-31 09:00:05 {2}A-1 /);
	});

	test('given a row without a payment, a dash holds the place of the order', () => {
		expect(logLine(row({type: 'receipt.dropped'}, null), 'ru')).toMatch(/^09:00:05 {2}- {13}/);
	});

	test.each([
		['connect', 'ENOTFOUND', 'имя сервера (DNS)'],
		['connect', 'ECONNREFUSED', 'соединение с сервером'],
		['tls', 'SERVER_CERT_EXPIRED', 'защита соединения (TLS), сертификат сервера'],
		['tls', 'CLIENT_CERT_REFUSED', 'сертификат кассы'],
		['http', 'SIGN', 'подпись и ключ агента'],
		['http', 'CLOCK', 'часы'],
		['http', 'HTTP_502', 'служба шлюза'],
		['body', 'NOT_JSON', 'ответ шлюза'],
	] as const)('given a fault %s %s, the line names the link and the cause', (kind, code, link) => {
		const line = logLine(row(failed(kind, code, 'Сбой.')), 'ru');
		expect(line).toContain('ошибка 2 подряд');
		expect(line).toContain(`Сбой; звено: ${link} [${code}]`);
	});

	test.each(['receipt.failed', 'receipt.unknown'] as const)(
		'given %s, the line names the register and its code',
		(type) => {
			const line = logLine(row({type, code: 'PAPER', text: 'Нет бумаги', advice: 'Вставьте'}), 'ru');
			expect(line).toContain('Нет бумаги');
			expect(line).toContain('звено: кассовый аппарат [PAPER]');
			expect(logLine(row({type, code: 'PAPER', text: '', advice: ''}), 'en')).toContain(
				'link: fiscal register [PAPER]',
			);
		},
	);

	test('given hostile text in every field, the line is one, clean and of bounded length', () => {
		const evil = `\u001b[2J\u009b31m\r\n\u202eлиа\u2066${'x'.repeat(100_000)}`;
		for (const event of [
			failed('http', evil, evil),
			{type: 'receipt.failed', code: evil, text: evil, advice: evil},
			{type: 'order.created', gatewayOrderId: evil, qr: evil, expiresAt: evil},
			{type: 'payment.declined', reason: evil},
			{type: 'order.rejected', code: evil, message: evil},
		] as const satisfies readonly PaymentEvent[]) {
			const line = logLine(row(event, evil), 'ru');
			expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
			expect(line.length).toBeLessThan(500);
		}
	});

	test('given an event of a newer program, the line shows its name', () => {
		const event = {type: 'till.moved'} as unknown as PaymentEvent;
		expect(logLine(row(event), 'ru')).toContain('till.moved');
	});

	test('given an order is made, the line never holds the text of its QR', () => {
		const qr = 'https://qr.nspk.ru/AD1000TESTKASSA0001?type=01';
		const line = logLine(row({type: 'order.created', gatewayOrderId: 'G-1', qr, expiresAt: at}), 'ru');
		expect(line).not.toContain('nspk');
	});
});

describe('colours', () => {
	const events: readonly PaymentEvent[] = [
		failed('timeout', 'ANSWER_TIMEOUT', 'Нет ответа.'),
		{type: 'payment.paid', paidAt: null, amountKopecks: 1},
		{type: 'qr.shown', where: ['screen']},
	];

	test('given nobody asked for them, there are none', () => {
		for (const event of events) expect(logLine(row(event), 'ru')).not.toContain('\u001b');
		expect(pulseLine(pulse(), 'ru')).not.toContain('\u001b');
	});

	test('given they are asked for, faults and money stand out, and the words stay the same', () => {
		const [fault = '', paid = '', shown = ''] = events.map((event) =>
			logLine(row(event), 'ru', {hasColours: true}),
		);
		expect(fault).toMatch(/^\u001b\[31m.*\u001b\[39m$/);
		expect(paid).toMatch(/^\u001b\[32m.*\u001b\[39m$/);
		expect(shown).not.toContain('\u001b');
		const plain = events.map((event) => logLine(row(event), 'ru'));
		expect([fault, paid, shown].map((line) => stringWidth(line))).toEqual(
			plain.map((line) => stringWidth(line)),
		);
	});
});

describe('a live poll', () => {
	test('given polls are answered, each is a line, so that a silence is seen', () => {
		expect(pulseLine(pulse(), 'ru')).toBe('09:00:05  A-1           опрос 3: ждём оплату');
		expect(pulseLine(pulse({status: 'processing'}), 'en')).toContain(
			'poll 3: customer has confirmed, the bank is working',
		);
	});

	test('given a poll fails, the line counts the errors in a row', () => {
		expect(pulseLine(pulse({status: 'error', errorsInRow: 4}), 'ru')).toContain(
			'опрос 3: ошибка связи, 4 подряд',
		);
	});
});

describe('a row about the till', () => {
	const opened = {
		seq: 1,
		at,
		orderId: null,
		event: {type: 'till.opened', version: '0.1.0', node: '24.21.0', pid: 4711},
	} as const;

	test('given the till was opened or closed, the line says by which version and process', () => {
		expect(tillLine(opened, 'ru')).toBe('09:00:05  -             касса открыта: версия 0.1.0, процесс 4711');
		const closed = {...opened, event: {...opened.event, type: 'till.closed'}} as const;
		expect(tillLine(closed, 'en')).toContain('till closed: version 0.1.0, process 4711');
	});

	test('given the same row as JSON, it has the form of all others', () => {
		expect(JSON.parse(jsonLine(opened))).toEqual({seq: 1, at, orderId: null, ...opened.event});
	});
});
