// Rules of the other rooms, broken one each: the simulation has rooms of its own, so their tests must see these.
import type {Mutant} from './mutant.ts';

export const roomMutants: readonly Mutant[] = [
	{
		name: 'sums go through floating point',
		file: 'source/core/money.ts',
		changes: [
			[
				"const amountKopecks = Number(match[1]) * 100 + Number(decimals.padEnd(2, '0') || '0');",
				"const amountKopecks = Math.floor(Number(text.replace(',', '.')) * 100);",
			],
		],
		tests: ['test/core/money.test.ts'],
	},
	{
		name: 'escape sequences from outside reach the terminal',
		file: 'source/core/outside-text.ts',
		changes: [['/[\\u0000-\\u001f\\u007f', '/[\\u0000-\\u0009\\u007f']],
		tests: ['test/core/outside-text.test.ts'],
	},
	{
		name: 'paid with an open receipt exits like paid',
		file: 'source/core/outcome.ts',
		changes: [['? exitCodes.receiptNotClosed : exitCodes.paid', '? exitCodes.paid : exitCodes.paid']],
		tests: ['test/core/words.test.ts'],
	},
	{
		name: 'no fsync: the journal is written, not synced',
		file: 'source/journal/database.ts',
		changes: [['PRAGMA synchronous=FULL', 'PRAGMA synchronous=OFF']],
		tests: ['test/journal/synced.test.ts'],
	},
	{
		name: 'the lock is ignored: two processes on one till',
		file: 'source/journal/lock.ts',
		changes: [["db.exec('BEGIN EXCLUSIVE');", "db.exec('BEGIN');"]],
		tests: ['test/journal/lock.test.ts'],
	},
	{
		name: 'the chain does not cover what a row says',
		file: 'source/journal/chain.ts',
		changes: [['end = put(body, end);', "end = put('', end);"]],
		tests: ['test/journal/chain.test.ts', 'test/journal/broken.test.ts'],
	},
	{
		name: 'a QR of any host is shown',
		file: 'source/gateway/qr-check.ts',
		changes: [["return host === 'qr.nspk.ru' ||", "return host !== '' ||"]],
		tests: ['test/gateway/qr-check.test.ts'],
	},
];
