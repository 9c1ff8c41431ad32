// The chain agrees with hashes that were worked out apart from the program, and each field counts.
import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {chainStart, createChainHasher} from '../../source/journal/chain.ts';

type Vector = {
	readonly what: string;
	readonly rows: readonly {
		readonly seq: number;
		readonly at: string;
		readonly orderId: string | null;
		readonly type: string;
		readonly body: string;
		readonly hash: string;
	}[];
};

const vectors = JSON.parse(readFileSync('test/golden/journal-chain.json', 'utf8')) as readonly Vector[];

test.each(vectors)('given $what, then every hash is the one of the vector', ({rows}) => {
	const hasher = createChainHasher();
	let before = chainStart.hash;
	for (const {seq, at, orderId, type, body, hash} of rows) {
		before = hasher(before, seq, at, orderId, type, body);
		expect(before).toBe(hash);
	}
});

test('given any two rows that differ in one field, then their hashes differ', () => {
	const hasher = createChainHasher();
	const row = fc.tuple(fc.nat(), fc.string(), fc.string(), fc.string(), fc.string());
	fc.assert(
		fc.property(row, row, (a, b) => {
			fc.pre(JSON.stringify(a) !== JSON.stringify(b));
			expect(hasher(chainStart.hash, ...a)).not.toBe(hasher(chainStart.hash, ...b));
		}),
	);
});
