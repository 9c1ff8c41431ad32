// The law of the till: whatever goes wrong at whichever command, the register has closed exactly the receipts that we say are closed.
import {describe, expect, test} from 'vitest';
import {faults, pay, receiptCommands, slipCommands} from './support/matrix.ts';
import {startPair} from './support/till.ts';

describe.concurrent.each(faults)('given the fault $name', ({name, make}) => {
	test.each(receiptCommands)(
		'when it strikes at %s of a receipt, then what is said is what was closed',
		async (command) => {
			const pair = await startPair();
			try {
				const end = await pay(pair, make(command), 'receipt');
				expect(end.said, `${end.said} ${end.code}`).toMatch(/^(closed|failed|notClosed|unknown)$/);
				if (end.said !== 'unknown') expect(end.closedReceipts).toBe(end.said === 'closed' ? 1 : 0);
				if (end.said !== 'unknown' && name !== 'foreignReceipt') expect(end.isReceiptOpen).toBe(false);
				expect(end.closedReceipts).toBeLessThanOrEqual(1);
			} finally {
				await pair.end();
			}
		},
	);

	test.each(slipCommands)(
		'when it strikes at %s of a slip, then the receipt is not touched by it',
		async (command) => {
			const pair = await startPair();
			try {
				const end = await pay(pair, make(command), 'slip');
				if (end.said !== 'unknown') expect(end.closedReceipts).toBe(end.said === 'closed' ? 1 : 0);
				expect(end.closedReceipts).toBeLessThanOrEqual(1);
			} finally {
				await pair.end();
			}
		},
	);
});
