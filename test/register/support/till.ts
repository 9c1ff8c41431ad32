// A driver and a virtual register on one TCP line, with times short enough for a test.
import type {FiscalReceipt} from '../../../source/core/index.ts';
import {createRegister, type Register, type RegisterOptions} from '../../../source/register/index.ts';
import {
	startVirtualRegister,
	type VirtualRegister,
	type VirtualRegisterOptions,
} from '../../../source/sandbox/register/index.ts';

import {openPtyLine} from './pty-line.ts';

export const shortTimes: NonNullable<RegisterOptions['times']> = {
	pollMs: 5,
	settleMs: 20,
	settleLimitMs: 500,
	recallMs: 400,
	patienceMs: 500,
};

/** Short, but not so short that a busy machine looks like a broken line. */
export const shortLimits: NonNullable<RegisterOptions['limits']> = {
	replyMs: 300,
	acceptMs: 300,
	byteMs: 300,
	quietMs: 40,
	longestAnswerMs: 1000,
	reads: 12,
};

export type Pair = {readonly device: VirtualRegister; readonly driver: Register; end(): Promise<void>};

/** The same over a pseudo terminal and the real `serialport`. */
export async function startSerialPair(
	virtual: VirtualRegisterOptions = {},
	options: Partial<RegisterOptions> = {},
): Promise<Pair> {
	const device = await startVirtualRegister(virtual);
	const line = await openPtyLine();
	device.attach(line.stream);
	const driver = createRegister({
		link: 'serial',
		address: line.path,
		lang: 'ru',
		times: shortTimes,
		limits: shortLimits,
		...options,
	});
	return {
		device,
		driver,
		end: async () => {
			await driver.close();
			line.end();
			await device.stop();
		},
	};
}

export async function startPair(
	virtual: VirtualRegisterOptions = {},
	options: Partial<RegisterOptions> = {},
): Promise<Pair> {
	const device = await startVirtualRegister(virtual);
	const driver = createRegister({
		link: 'tcp',
		address: `${device.host}:${device.port}`,
		lang: 'ru',
		times: shortTimes,
		limits: shortLimits,
		...options,
	});
	return {
		device,
		driver,
		end: async () => {
			await driver.close();
			await device.stop();
		},
	};
}

export const receiptOf = (
	sumKopecks: number,
	slot = 2,
	kind: FiscalReceipt['kind'] = 'sale',
): FiscalReceipt => ({
	kind,
	slot,
	sumKopecks,
	receipt: {
		lines: [{name: 'Кофе', priceKopecks: sumKopecks, quantity: '1.000', vat: 'none'}],
		email: null,
		phone: null,
	},
});
