// Switches of the virtual register: what a person, another program or bad luck would do to a real one.
import {openForeignReceipt, sellForeign} from './deeds/foreign.ts';
import {ageShift} from './deeds/shift.ts';
import type {Device} from './device.ts';
import type {Fault} from './faults/fault.ts';
import type {Faults} from './faults/faults.ts';
import type {FiscalReceiptDocument} from './state/document.ts';

export type Control = {
	/** Takes the paper out or puts it in. */
	setPaper(isPresent: boolean): void;
	loadPaper(): void;
	/** Off: lines break, nothing is answered, the kept answer is forgotten. */
	setPower(isOn: boolean): void;
	/** Puts a fault at a command to come. */
	inject(fault: Fault): void;
	/** Drops the faults that did not strike yet. */
	clearFaults(): void;
	pendingFaults(): readonly Fault[];
	/** Another program leaves a receipt open; the shift is opened for it when it is closed. */
	openForeignReceipt(amountKopecks?: number): void;
	/** Another program sells between our commands; the error code when it can't. */
	sellForeign(amountKopecks: number): FiscalReceiptDocument | number;
	/** Lets the open shift be older. */
	ageShift(hours: number): void;
	/** Forces a mode (6, 10, 11…), null lets the register's own apply again. */
	setMode(mode: number | null): void;
	/** Every new document of the storage is refused by this error; null lets it work again. */
	setStorageError(error: number | null): void;
	/** Whether the operator of fiscal data answers; when it does again, the queue is sent. */
	setOperatorReached(isReached: boolean): void;
	/** Back to the automatic choice of the link, as the held paper key does. */
	resetLink(): void;
};

type Wiring = {
	readonly device: Device;
	readonly faults: Faults;
	readonly setPower: (isOn: boolean) => void;
	readonly resetLink: () => void;
	/** Called after each change, to keep the state. */
	readonly save: () => void;
};

export function makeControl({device, faults, setPower, resetLink, save}: Wiring): Control {
	const changing =
		<Arguments extends readonly unknown[], Result>(change: (...given: Arguments) => Result) =>
		(...given: Arguments): Result => {
			const result = change(...given);
			save();
			return result;
		};
	return {
		setPaper: changing((isPresent: boolean) => device.printer.setPaper(isPresent)),
		loadPaper: changing(() => device.printer.setPaper(true)),
		setPower,
		inject: (fault) => faults.inject(fault),
		clearFaults: () => faults.clear(),
		pendingFaults: () => faults.pending,
		openForeignReceipt: changing((amountKopecks?: number) => {
			openForeignReceipt(device, amountKopecks);
		}),
		sellForeign: changing((amountKopecks: number) => sellForeign(device, amountKopecks)),
		ageShift: changing((hours: number) => ageShift(device, hours)),
		setMode: changing((mode: number | null) => {
			device.state.forcedMode = mode;
		}),
		setStorageError: changing((error: number | null) => {
			device.state.storageError = error;
		}),
		setOperatorReached: changing((isReached: boolean) => {
			device.state.isOperatorReached = isReached;
			if (isReached) device.state.ticketedFd = device.state.lastFd;
		}),
		resetLink,
	};
}
