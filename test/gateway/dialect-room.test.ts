// The habits of other gateways fit into a dialect of one file: here is one with most of them (docs/gateway.md, «A new dialect»).
import {expect, test} from 'vitest';
import {isJsonObject, type Json, memberOf} from '../../source/gateway/answer/json.ts';
import type {Ask, Call, Dialect, WireAnswer} from '../../source/gateway/dialects/dialect.ts';
import {goodQr, order} from './support/orders.ts';

const call =
	(path: string): Call =>
	() => ({path, headers: {}, body: new Uint8Array()});

const told = (answer: WireAnswer, name: string): Json | undefined =>
	answer.body.ok && isJsonObject(answer.body.json) ? memberOf(answer.body.json, name) : undefined;

const fault = (code: string) => ({type: 'fault', fault: {kind: 'body', code, detail: ''}}) as const;

/** Two steps to a QR; a cancel of a paid order would be a refund, so the status is asked first. */
const twoStep: Dialect = {
	name: 'two-step',
	speak() {
		const begun = new Map<string, string>();
		const status = async (ask: Ask, orderId: string) => {
			const heard = await ask(call('/state'));
			if (heard.type === 'fault') return heard;
			const word = told(heard, 'status');
			if (word !== 'NEW' && word !== 'CONFIRMED') return fault('UNKNOWN_STATUS');
			return {
				type: 'status',
				answer: {
					orderId,
					gatewayOrderId: begun.get(orderId) ?? '',
					system: 'sbp',
					status: word === 'NEW' ? 'waiting' : 'paid',
					amountKopecks: 125_000,
					currency: 'RUB',
					paidAt: null,
					reason: null,
				},
			} as const;
		};
		return {
			async createOrder(ask, {orderId}) {
				if (!begun.has(orderId)) {
					const heard = await ask(call('/init'));
					if (heard.type === 'fault') return heard;
					begun.set(orderId, String(told(heard, 'id')));
				}
				const heard = await ask(call('/qr'));
				if (heard.type === 'fault') return heard;
				const gatewayOrderId = begun.get(orderId) ?? '';
				const qr = String(told(heard, 'qr'));
				return {
					type: 'created',
					orderId,
					gatewayOrderId,
					status: 'waiting',
					qr,
					expiresAt: '2026-01-31T09:03:00Z',
				};
			},
			getStatus: status,
			async cancelOrder(ask, orderId) {
				const before = await status(ask, orderId);
				if (before.type === 'fault' || before.answer.status === 'paid') return before;
				const cancelled = await ask(call('/cancel'));
				return cancelled.type === 'fault' ? cancelled : status(ask, orderId);
			},
			ping: async () => fault('NO_OPERATION'),
			refundOrder: async () => fault('NO_OPERATION'),
			getRefund: async () => fault('NO_OPERATION'),
			listOrders: async () => fault('NO_OPERATION'),
		};
	},
};

function script(...answers: readonly (Record<string, string> | 'lost')[]) {
	const paths: string[] = [];
	const ask: Ask = async (make) => {
		const answer = answers[paths.length] ?? 'lost';
		paths.push(make({timeMs: 0, nonce: ''}).path);
		if (answer === 'lost') return fault('CLOSED');
		return {type: 'answer', httpStatus: 200, body: {ok: true, json: answer}, location: null, stampedMs: 0};
	};
	return {ask, paths};
}

const speech = () =>
	twoStep.speak({servicePath: '', agentId: '', agentKey: '', posId: '', orderOf: () => null});

test('given two steps to a QR, when the second is lost, then the next try goes on with it', async () => {
	const {ask, paths} = script({id: 'T-1'}, 'lost', {qr: goodQr});
	const bank = speech();
	expect(await bank.createOrder(ask, order)).toMatchObject({type: 'fault'});
	expect(await bank.createOrder(ask, order)).toMatchObject({
		type: 'created',
		gatewayOrderId: 'T-1',
		qr: goodQr,
	});
	expect(paths).toEqual(['/init', '/qr', '/qr']);
});

test('given a cancel that would be a refund, when the order is paid, then it is not cancelled at all', async () => {
	const {ask, paths} = script({status: 'CONFIRMED'});
	expect(await speech().cancelOrder(ask, 'A-1')).toMatchObject({answer: {status: 'paid'}});
	expect(paths).toEqual(['/state']);
});

test('given a cancel without an answer of its own, then the status after it decides', async () => {
	const {ask, paths} = script({status: 'NEW'}, {}, {status: 'CONFIRMED'});
	expect(await speech().cancelOrder(ask, 'A-1')).toMatchObject({answer: {status: 'paid'}});
	expect(paths).toEqual(['/state', '/cancel', '/state']);
});
