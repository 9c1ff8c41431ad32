// Opening and closing a shift.
import type {Device} from '../device.ts';
import {printDocument} from '../papers/print-document.ts';
import {shiftClosingPaper, shiftOpeningPaper} from '../papers/shift-paper.ts';
import type {FiscalDocument} from '../state/document.ts';
import {emptySlotTotals} from '../state/state.ts';
import {addDocument} from './documents.ts';

type ShiftDocument = Extract<FiscalDocument, {type: 2 | 5}>;

/** Opens the next shift; 0, or the storage's error. */
export function openShift(device: Device, operator: number): number {
	const {state} = device;
	if (state.storageError !== null) return state.storageError;
	Object.assign(state, {
		isShiftOpen: true,
		shift: state.shift + 1,
		shiftOpenedAtMs: device.nowMs(),
		receiptsInShift: 0,
		slotTotals: emptySlotTotals(),
		cashInKopecks: 0,
		cashOutKopecks: 0,
	});
	const document = addDocument<ShiftDocument>(device, {type: 2});
	printDocument(device, 'document', shiftOpeningPaper(device, document, operator));
	return 0;
}

/** Closes the shift (Z); 0, or the storage's error. */
export function closeShift(device: Device, operator: number): number {
	const {state} = device;
	if (state.storageError !== null) return state.storageError;
	state.isShiftOpen = false;
	const document = addDocument<ShiftDocument>(device, {type: 5});
	printDocument(device, 'report', shiftClosingPaper(device, document, operator));
	return 0;
}

/** Lets the open shift have begun `hours` earlier. */
export function ageShift({state}: Device, hours: number): void {
	state.shiftOpenedAtMs -= hours * 3_600_000;
}
