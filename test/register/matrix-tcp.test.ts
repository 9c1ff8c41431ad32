// The law of the till over TCP: whatever goes wrong at whichever command, exactly what we say is closed is closed.
import {describe, expect, test} from 'vitest';
import {faults, row} from './support/matrix.ts';
import {startPair} from './support/till.ts';

describe.concurrent.each(faults)('given the fault $name on TCP', (fault) => {
	test('when it strikes at any command of a receipt, then what is said is what the register has done', async () => {
		const rows = await row(startPair, fault, 'receipt');
		expect(rows.filter(({wrong}) => wrong !== null)).toEqual([]);
	});

	test('when it strikes at any command of a slip, then the receipt after it is told truly', async () => {
		const rows = await row(startPair, fault, 'slip');
		expect(rows.filter(({wrong}) => wrong !== null)).toEqual([]);
	});
});
