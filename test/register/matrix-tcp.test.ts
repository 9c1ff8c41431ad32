// The law of the till over TCP: whatever goes wrong at whichever command, exactly what we say is closed is closed.
import {describe, expect, test} from 'vitest';
import {faults, row} from './support/matrix.ts';
import {startPair} from './support/till.ts';

/** A question, a text and the code; all commands of a slip are struck in `npm run register:matrix`. */
const someSlipCommands = ['F7', '17', 'DE'];

describe.concurrent.each(faults)('given the fault $name on TCP', (fault) => {
	test('when it strikes at any command of a receipt, then what is said is what the register has done', async () => {
		const rows = await row(startPair, fault, 'receipt');
		expect(rows.filter(({wrong}) => wrong !== null)).toEqual([]);
	});

	test('when it strikes in a slip, then the receipt after it is told truly', async () => {
		const rows = await row(startPair, fault, 'slip', someSlipCommands);
		expect(rows.filter(({wrong}) => wrong !== null)).toEqual([]);
	});
});
