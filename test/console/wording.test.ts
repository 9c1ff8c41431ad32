// What is said about payments: each event has its line, each refusal its sentence, in both languages.
import {describe, expect, test} from 'vitest';
import {
	describeEvent,
	describeReason,
	describeRefusal,
	describeRegisterFault,
	describeSum,
	languages,
	type PaymentEvent,
	paymentWording,
} from '../../source/core/index.ts';
import {memoryJournal} from './support/fake-world.ts';
import {hostile} from './support/scenes.ts';
import {askedToCancel, closed, closing, paid, shown} from './support/states.ts';

const events: readonly PaymentEvent[] = [
	shown,
	paid,
	closing,
	closed,
	askedToCancel,
	{type: 'order.created', gatewayOrderId: hostile, qr: 'https://qr.nspk.ru/A', expiresAt: ''},
	{type: 'order.rejected', code: hostile, message: hostile},
	{type: 'status.answered', operation: 'cancel', status: 'processing', ms: 12, count: 3},
	{type: 'status.failed', operation: 'create', kind: 'tls', code: 'X', text: hostile, errorsInRow: 2},
	{type: 'payment.declined', reason: hostile},
	{type: 'payment.expired', reason: 'deadline'},
	{type: 'payment.cancelled', reason: null},
	{type: 'payment.unresolved', reason: 'no-answer'},
	{type: 'payment.quarantined', reason: hostile},
	{type: 'payment.late', status: 'paid', paidAt: null, amountKopecks: 1},
	{type: 'receipt.failed', code: 'NOT_CLOSED', text: '', advice: ''},
	{type: 'receipt.unknown', code: hostile, text: hostile, advice: hostile},
	{type: 'refund.requested', refundId: 'R', amountKopecks: 100},
	{type: 'refund.done', refundId: 'R', amountKopecks: 100},
	{type: 'refund.declined', refundId: 'R', reason: hostile},
	{type: 'refund.pending', refundId: 'R'},
	{type: 'resolved', by: 'person', as: 'paid', note: hostile},
	{type: 'receipt.dropped'},
];

describe.each(languages)('in %s', (language) => {
	test.each(events)('given $type, then it is one clean line without an empty place', (event) => {
		const line = describeEvent(event, language);
		expect(line).not.toBe('');
		expect(line.length).toBeLessThanOrEqual(200);
		expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]|undefined|null|\[object/);
	});

	test('given an event that a newer program wrote, then its name is the line', () => {
		const {append} = memoryJournal();
		const end = append('A-1', [JSON.parse('{"type":"payment.forgiven"}')], '');
		if (end.type !== 'written') throw new Error(end.text);
		const [row] = end.rows;
		expect(row && describeEvent(row.event, language)).toBe('payment.forgiven');
	});

	test('given each refusal, then it has a sentence', () => {
		for (const code of Object.keys(paymentWording('ru').refusals) as readonly (keyof ReturnType<
			typeof paymentWording
		>['refusals'])[]) {
			expect(describeRefusal(code, language)).toMatch(/\.$/);
		}
	});

	test('given a register fault without words, then its code is told; with words, they are', () => {
		expect(describeRegisterFault({code: 'E4E', text: '', advice: ''}, language).text).toContain('E4E');
		expect(describeRegisterFault({code: 'OWED', text: '', advice: ''}, language).text).not.toContain('OWED');
		expect(describeRegisterFault({code: 'E4E', text: 'Нет бумаги', advice: 'Вставьте'}, language)).toEqual({
			text: 'Нет бумаги',
			advice: 'Вставьте',
		});
	});
});

test('given a reason, then our own words are translated and the gateway’s cleaned', () => {
	expect(describeReason('deadline', 'ru')).toBe('время ожидания вышло');
	expect(describeReason('constructor', 'ru')).toBe('constructor');
	expect(describeReason(' Нет\u001b денег.!\n', 'ru')).toBe('Нет денег');
	expect(describeReason('\u0007', 'ru')).toBeNull();
	expect(describeReason(null, 'ru')).toBeNull();
});

test('given an amount, then it is written as people read it', () => {
	expect(describeSum(125_000, 'ru')).toBe('1\u00a0250,00 руб.');
	expect(describeSum(125_000, 'en')).toBe('1\u00a0250,00 RUB');
});
