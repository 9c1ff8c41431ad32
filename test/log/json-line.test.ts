// `tail --json`: what other programs build on.
import {describe, expect, test} from 'vitest';
import type {PaymentEvent} from '../../source/core/index.ts';
import {jsonLine, pulseJsonLine} from '../../source/log/index.ts';
import {handClock} from '../display/hand-clock.ts';
import {started} from '../display/started.ts';

const at = '2026-01-31T09:00:05.123Z';
const lineOf = (event: PaymentEvent, orderId: string | null = 'A-1'): string =>
	jsonLine({seq: 7, at, orderId, event});
const created = (qr: string): PaymentEvent => ({
	type: 'order.created',
	gatewayOrderId: 'G-1',
	qr,
	expiresAt: at,
});

describe('a row as JSON', () => {
	test('given a row, the object has seq, at, orderId, type, then the body, in this order', () => {
		const line = lineOf({type: 'status.answered', operation: 'status', status: 'waiting', ms: 90, count: 3});
		expect(line).toBe(
			`{"seq":7,"at":"${at}","orderId":"A-1","type":"status.answered","operation":"status","status":"waiting","ms":90,"count":3}`,
		);
	});

	test.each([
		[
			'https://qr.nspk.ru/AD1000TESTKASSA00000000000000001?type=01&bank=100000000000&crc=8578',
			'https://qr.nspk.ru/AD10…0001',
		],
		['weixin://wxpay/bizpayurl?pr=NwY5Mz9', 'weixin://wxpay/bizp…yurl'],
		['wxp://f2f0AbCdEfGhIjKlMn', 'wxp://f2f0…KlMn'],
		['https://qr.alipay.com/short', 'https://qr.alipay.com/…'],
		['no link at all', 'no l… all'],
	])('given the QR %s, only its ends are told: %s', (qr, told) => {
		expect(JSON.parse(lineOf(created(qr)))).toMatchObject({gatewayOrderId: 'G-1', qr: told});
	});

	test('given the customer’s address for the receipt, it cannot be read there', () => {
		const event = started(handClock(), 'A-1', 2);
		if (event.type !== 'payment.started') throw new Error('not a start');
		const receipt = {...event.receipt, email: 'ivanova@example.com', phone: '+79161234567'};
		const line = lineOf({...event, receipt});
		expect(line).not.toMatch(/ivanova|1234/);
		expect(JSON.parse(line)).toMatchObject({
			amountKopecks: 125_000,
			receipt: {email: 'iv…om', phone: '+7…67'},
		});
	});

	test('given hostile text, the line is one and drives no terminal, and the value is the same', () => {
		const reason = 'a\u001b[2J\u009b31m\u202e\u2028b\n\u{e0041}';
		const line = lineOf({type: 'payment.declined', reason});
		expect(line).toMatch(/^[\u0020-\u007e]+$/);
		expect(JSON.parse(line)).toMatchObject({reason});
	});

	test('given a live poll, the object has no seq and is of type poll', () => {
		const line = pulseJsonLine({orderId: 'A-1', n: 3, status: 'error', errorsInRow: 2, at});
		expect(line).toBe(
			`{"seq":null,"at":"${at}","orderId":"A-1","type":"poll","n":3,"status":"error","errorsInRow":2}`,
		);
	});
});
