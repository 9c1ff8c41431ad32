// Our own process dies at any byte of a receipt; a new one settles it by the documents. Exactly one receipt in the end.
import {expect, test} from 'vitest';
import type {DocumentsBefore, SettledReceipt} from '../../source/core/index.ts';
import {createRegister, type Register} from '../../source/register/index.ts';
import {receiptOf, shortLimits, shortTimes, startPair} from './support/till.ts';

const order = receiptOf(5000);
const receipt = {...order, receipt: {...order.receipt, email: 'buyer@example.com'}};

/** Closes the driver's line right after it has said its nth word since the receipt began; null when it ended before. */
async function dieAt(driver: Register, nth: number, before: DocumentsBefore): Promise<SettledReceipt | null> {
	let words = 0;
	let isDead = false;
	driver.onTrace(({from}) => {
		if (from !== 'host') return;
		words += 1;
		if (words !== nth) return;
		isDead = true;
		setImmediate(() => void driver.close());
	});
	const end = await driver.printReceipt(receipt, before);
	return isDead ? null : end;
}

test('given a receipt, when our process dies after any word that it said, then the next one knows what became of it', async () => {
	for (let nth = 1; ; nth += 1) {
		const {device, driver, end} = await startPair();
		await driver.preflight();
		const prepared = await driver.prepareReceipt();
		if (prepared.type !== 'ready') throw new Error(prepared.fault.text);
		const whole = await dieAt(driver, nth, prepared.before);
		const address = `${device.host}:${device.port}`;
		const second = createRegister({link: 'tcp', address, times: shortTimes, limits: shortLimits});
		const settled = whole ?? (await second.settleReceipt(receipt, prepared.before));
		const word = `after word ${nth}: ${settled.type}`;
		expect(settled.type, word).toMatch(/^(closed|notClosed)$/);
		expect(device.closedReceipts(), word).toBe(settled.type === 'closed' ? 1 : 0);
		expect(device.state().receipt, word).toBeNull();
		if (settled.type === 'notClosed') {
			const anew = await second.prepareReceipt();
			if (anew.type !== 'ready') throw new Error(anew.fault.text);
			expect((await second.printReceipt(receipt, anew.before)).type).toBe('closed');
			expect(device.closedReceipts()).toBe(1);
		}
		await second.close();
		await end();
		if (whole !== null) {
			// Three words a command (ENQ, frame, ACK), five commands: every one of them was a place to die.
			expect(nth).toBeGreaterThanOrEqual(15);
			return;
		}
	}
});
