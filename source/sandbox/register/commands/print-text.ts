// 17h, 12h, 2Fh: a line of text in font 1, in font 2, in a font that is named (reference, section 8).
import {text1251} from '../bytes/text.ts';
import {type Command, done, type Outcome, refused} from '../command.ts';
import type {Device} from '../device.ts';
import {errors} from '../errors.ts';
import {wrap} from '../papers/layout.ts';
import {type Face, line} from '../printer/job.ts';

const receiptTape = 0x02;
const wrapping = 0x40;
const delayed = 0x80;

const modes = [2, 3, 4, 8] as const;

export const printLine: Command = {
	code: 0x17,
	name: 'print line',
	size: [6, 255],
	password: 'operator',
	modes,
	printer: 'acts',
	run: (device, request, operator) => {
		const flags = request.u8();
		if (!device.model.isTextFree && request.left !== 40) return refused(errors.wrongLength);
		return printText(device, {flags, bytes: request.rest(), face: 'normal', operator});
	},
};

export const printWideLine: Command = {
	code: 0x12,
	name: 'print wide line',
	size: [6, 255],
	password: 'operator',
	modes,
	printer: 'acts',
	run: (device, request, operator) => {
		const flags = request.u8();
		if (!device.model.isTextFree && request.left !== 20) return refused(errors.wrongLength);
		return printText(device, {flags, bytes: request.rest(), face: 'wide', operator});
	},
};

export const printFontLine: Command = {
	code: 0x2f,
	name: 'print line in font',
	size: [7, 255],
	password: 'operator',
	modes,
	printer: 'acts',
	run: (device, request, operator) => {
		const flags = request.u8();
		const font = request.u8();
		if (font < 1 || font > device.model.fonts) return refused(errors.badParameters);
		if (!device.model.isTextFree && request.left !== 40) return refused(errors.wrongLength);
		const face = font === 2 ? 'wide' : font === 1 ? 'normal' : 'small';
		return printText(device, {flags, bytes: request.rest(), face, operator});
	},
};

type TextLine = {
	readonly flags: number;
	readonly bytes: Uint8Array;
	readonly face: Face;
	readonly operator: number;
};

function printText(device: Device, {flags, bytes, face, operator}: TextLine): Outcome {
	const columns = face === 'wide' ? device.model.wideColumns : device.model.columns;
	const text = text1251(bytes).trimEnd();
	const lines = flags & wrapping ? wrap(text, columns) : [text.slice(0, columns)];
	if ((flags & receiptTape) === 0) return done(operator);
	if (flags & delayed && device.state.receipt) {
		device.state.receipt.delayedLines.push(...lines);
	} else {
		device.printer.print({kind: 'lines', items: lines.map((each) => line(each, face))});
	}
	return done(operator);
}
