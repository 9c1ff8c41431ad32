// Puts a document on the tape, or not: table 17 field 7 says whether, table 1 field 7 how it is cut.
import type {Device} from '../device.ts';
import {type Job, line, type PrintItem} from '../printer/job.ts';

/** Prints a fiscal document or report with its cut and keeps it for «repeat the document». */
export function printDocument(device: Device, kind: Job['kind'], body: readonly PrintItem[]): void {
	const job: Job = {kind, items: [...body, ...cutAfter(device)]};
	device.state.paper.lastDocument = job;
	const skipping = device.tables.number(17, 1, 7);
	if (skipping === 1) device.tables.setNumber(17, 1, 7, 0);
	if (skipping === 0) device.printer.print(job);
}

function cutAfter(device: Device): readonly PrintItem[] {
	const cutting = device.tables.number(1, 1, 7);
	return cutting === 0
		? [line('')]
		: [
				{kind: 'feed', lines: 3},
				{kind: 'cut', isPartial: cutting === 2},
			];
}
