// qpg1's requests: signatures against vectors made by another hand, bodies byte for byte.
import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {OrderRequest} from '../../source/core/index.ts';
import {createBody, signedPost} from '../../source/gateway/dialects/qpg1/requests.ts';
import {signQpg1} from '../../source/gateway/dialects/qpg1/sign.ts';
import {hmacHex} from '../../source/gateway/hmac.ts';
import {order} from './support/orders.ts';

const golden = <T>(name: string): T =>
	JSON.parse(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), 'utf8')) as T;

type Signed = {
	readonly name: string;
	readonly agentKey: string;
	readonly path: string;
	readonly timeS: number;
	readonly nonce: string;
	readonly body: string;
	readonly sign: string;
};

describe('the signature of qpg1 is the one that openssl makes', () => {
	const {vectors} = golden<{vectors: readonly Signed[]}>('qpg1-signatures');
	test.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
		const body = new TextEncoder().encode(vector.body);
		expect(signQpg1(vector.agentKey, {...vector, body})).toBe(vector.sign);
	});
});

test('given the vectors of a public gateway, then our HMAC is the one they have', () => {
	const {own} = golden<{own: readonly {key: string; canonical: string; signature: string}[]}>(
		'gateway-signatures',
	);
	expect(own.length).toBeGreaterThan(0);
	for (const {key, canonical, signature} of own) expect(hmacHex(key, canonical)).toBe(signature);
});

test('given an order, then the body of its creation has the contract’s fields in the contract’s order', () => {
	expect(createBody(order)).toBe(
		'{"orderId":"A-1","posId":"N100","agentId":"17","crsId":"0","wmid":"0","system":"sbp","amount":125000,' +
			'"currency":"RUB","ttlS":180,"description":"Чек 12"}',
	);
});

test('given the same order with its fields in any order in memory, then the bytes are the same', () => {
	const entries = Object.entries(order);
	fc.assert(
		fc.property(fc.shuffledSubarray(entries, {minLength: entries.length}), (shuffled) => {
			expect(createBody(Object.fromEntries(shuffled) as OrderRequest)).toBe(createBody(order));
		}),
	);
});

test('given a call, when it is made twice, then only the stamp and the signature differ', () => {
	const speaker = {servicePath: '/api', agentId: '17', agentKey: 'k', posId: 'N100', orderOf: () => null};
	const call = signedPost(speaker, 'GetStatus', '{"orderId":"A-1"}');
	const first = call({timeMs: 1_760_000_000_999, nonce: '0'.repeat(32)});
	const second = call({timeMs: 1_760_000_001_000, nonce: '1'.repeat(32)});
	expect(first.path).toBe('/api/GetStatus');
	expect(first.headers['X-Qpg-Time']).toBe('1760000000');
	expect(second.headers['X-Qpg-Time']).toBe('1760000001');
	expect(second.headers['X-Qpg-Sign']).not.toBe(first.headers['X-Qpg-Sign']);
	expect(second.body).toEqual(first.body);
});
