// The law of the till over a serial line: a pseudo terminal and the real `serialport`.
import {describe, expect, test} from 'vitest';
import {faults, row} from './support/matrix.ts';
import {startSerialPair} from './support/till.ts';

// A serial line has no connection that could break and come back: a pulled cable is silence, which is another fault.
const onSerial = faults.filter(({name}) => !name.startsWith('lineBroken'));

// What differs from TCP is the line and not the command: one of each kind here, all of them in `npm run register:matrix`.
const someReceiptCommands = ['FF01', 'FF46', 'FF45'];
const someSlipCommands = ['DE'];

describe.concurrent.each(onSerial)('given the fault $name on a serial line', (fault) => {
	test('when it strikes at a command that reads, sells or closes, then what is said is what the register has done', async () => {
		const rows = await row(startSerialPair, fault, 'receipt', someReceiptCommands);
		expect(rows.filter(({wrong}) => wrong !== null)).toEqual([]);
	});

	test('when it strikes at the code of a slip, then the receipt after it is told truly', async () => {
		const rows = await row(startSerialPair, fault, 'slip', someSlipCommands);
		expect(rows.filter(({wrong}) => wrong !== null)).toEqual([]);
	});
});
