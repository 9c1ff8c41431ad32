// A register for one test, stopped after it.
import {onTestFinished} from 'vitest';
import {
	startVirtualRegister,
	type VirtualRegister,
	type VirtualRegisterOptions,
} from '../../../source/sandbox/register/index.ts';
import {openReceipt, openShift, operation} from './requests.ts';
import {plug, type Wire} from './wire.ts';

export type Started = {readonly register: VirtualRegister; readonly wire: Wire};

export async function started(options: VirtualRegisterOptions = {}): Promise<Started> {
	const register = await startVirtualRegister(options);
	const wire = plug(register);
	onTestFinished(async () => {
		wire.close();
		await register.stop();
	});
	return {register, wire};
}

/** A register whose shift is open. */
export async function withShift(options: VirtualRegisterOptions = {}): Promise<Started> {
	const both = await started(options);
	await both.wire.ask(openShift);
	return both;
}

/** A register with an open sale receipt of one position at 100.00. */
export async function withReceipt(options: VirtualRegisterOptions = {}): Promise<Started> {
	const both = await withShift(options);
	await both.wire.ask(openReceipt());
	await both.wire.ask(operation());
	return both;
}
