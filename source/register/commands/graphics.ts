// C0h/C1h, C4h/C3h, 4Eh/4Dh: three generations of raster printing (register-protocol §8, §13.2). A set bit is black.
import {joinBytes, littleEndian} from '../wire/bytes.ts';
import {type Command, command, nothing} from './command.ts';
import {receiptTape} from './print-line.ts';

/** A line of the two older generations: 40 bytes, 320 dots. */
export const graphicsLineBytes = 40;

/** Old graphics: line 1…200. */
export const loadOldLine = (password: number, line: number, dots: Uint8Array): Command<null> =>
	command({code: 0xc0, kind: 'write', password, fields: [line, dots], decode: nothing});

export const printOldLines = (password: number, first: number, last: number): Command<null> =>
	command({code: 0xc1, kind: 'print', password, fields: [first, last], decode: nothing});

/** Extended graphics: line 1…1200; several lines in one frame where F7h bit 35 is set. */
export const loadLines = (password: number, line: number, dots: Uint8Array): Command<null> =>
	command({code: 0xc4, kind: 'write', password, fields: [littleEndian(line, 2), dots], decode: nothing});

/** `withFlags`: F7h bit 37. */
export const printLines = (
	password: number,
	first: number,
	last: number,
	withFlags: boolean,
): Command<null> =>
	command({
		code: 0xc3,
		kind: 'print',
		password,
		fields: [littleEndian(first, 2), littleEndian(last, 2), ...(withFlags ? [receiptTape] : [])],
		decode: nothing,
	});

const bufferNumber = 1;

/** Graphics-512 (F7h bit 42): `rows` of equal length, unscaled; at most 244 bytes of them a frame. */
export const loadGraphics512 = (
	password: number,
	first: number,
	rows: readonly Uint8Array[],
): Command<null> =>
	command({
		code: 0x4e,
		kind: 'write',
		password,
		fields: [
			rows[0]?.length ?? 0,
			littleEndian(first, 2),
			littleEndian(rows.length, 2),
			bufferNumber,
			joinBytes(...rows),
		],
		decode: nothing,
	});

/** The printer multiplies each dot by `scale`, 1…6. */
export const printGraphics512 = (
	password: number,
	first: number,
	last: number,
	scale: number,
): Command<null> =>
	command({
		code: 0x4d,
		kind: 'print',
		password,
		fields: [littleEndian(first, 2), littleEndian(last, 2), scale, scale, receiptTape],
		decode: nothing,
	});
