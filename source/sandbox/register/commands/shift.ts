// E0h, 41h, 40h: opens the shift, closes it (Z), reports without closing (X).
import {type Command, done, exactly, idleModes, refused} from '../command.ts';
import {closeShift, openShift as open} from '../deeds/shift.ts';
import {errors} from '../errors.ts';
import {printDocument} from '../papers/print-document.ts';
import {shiftReportPaper} from '../papers/shift-paper.ts';

export const openShift: Command = {
	code: 0xe0,
	name: 'open shift',
	size: exactly(5),
	password: 'operator',
	modes: [4],
	refusals: {2: errors.shiftIsOpen, 3: errors.shiftIsOpen, 8: errors.receiptIsOpen},
	printer: 'acts',
	run: (device, _request, operator) => {
		const error = open(device, operator);
		return error === 0 ? done(operator) : refused(error);
	},
};

export const zReport: Command = {
	code: 0x41,
	name: 'close shift',
	size: exactly(5),
	password: 'administrator',
	modes: [2, 3],
	refusals: {4: errors.shiftIsClosed, 8: errors.receiptIsOpen},
	printer: 'acts',
	run: (device, _request, operator) => {
		const error = closeShift(device, operator);
		return error === 0 ? done(operator) : refused(error);
	},
};

export const xReport: Command = {
	code: 0x40,
	name: 'report without closing',
	size: exactly(5),
	password: 'administrator',
	modes: idleModes,
	refusals: {8: errors.receiptIsOpen},
	printer: 'acts',
	run: (device, _request, operator) => {
		device.state.throughNumber += 1;
		printDocument(device, 'report', shiftReportPaper(device));
		return done(operator);
	},
};
