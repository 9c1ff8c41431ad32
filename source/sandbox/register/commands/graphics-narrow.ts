// C0h, C1h, C4h, C3h: pictures 320 dots wide, line by line, the loader scales them (reference, sections 8 and 13.2).
import {toHex} from '../bytes/build.ts';
import {type Command, done, exactly, type Outcome, refused} from '../command.ts';
import type {Device} from '../device.ts';
import {errors} from '../errors.ts';
import {storedLine, storedPicture} from '../printer/stored-lines.ts';

const lineBytes = 40;
const modes = [2, 3, 4, 8] as const;

/** Lines of the old buffer and of the extended one; the first may be counted as 0 or as 1. */
const oldLines = 200;
const extendedLines = 1200;

export const loadLine: Command = {
	code: 0xc0,
	name: 'load graphics line',
	size: exactly(46),
	password: 'operator',
	modes,
	printer: 'ignores',
	isKnown: (model) => model.hasNarrowGraphics,
	run: (device, request, operator) =>
		load(device, {first: request.u8(), last: oldLines, bytes: request.rest(), operator}),
};

export const printLines: Command = {
	code: 0xc1,
	name: 'print graphics',
	size: exactly(7),
	password: 'operator',
	modes,
	printer: 'acts',
	isKnown: (model) => model.hasNarrowGraphics,
	run: (device, request, operator) =>
		print(device, {first: request.u8(), last: request.u8(), limit: oldLines, operator}),
};

export const loadExtended: Command = {
	code: 0xc4,
	name: 'load extended graphics',
	size: [47, 255],
	password: 'operator',
	modes,
	printer: 'ignores',
	isKnown: (model) => model.hasWideGraphics,
	run: (device, request, operator) => {
		const first = request.u16();
		const isOneLine = request.left === lineBytes;
		const isBlock = device.model.hasBlockLoad && request.left % lineBytes === 0;
		if (!isOneLine && !isBlock) return refused(errors.wrongLength);
		return load(device, {first, last: extendedLines, bytes: request.rest(), operator});
	},
};

export const printExtended: Command = {
	code: 0xc3,
	name: 'print extended graphics',
	size: [9, 10],
	password: 'operator',
	modes,
	printer: 'acts',
	isKnown: (model) => model.hasWideGraphics,
	run: (device, request, operator) => {
		const first = request.u16();
		const last = request.u16();
		if (request.left > 0 && !device.model.hasGraphicsFlags) return refused(errors.wrongLength);
		return print(device, {first, last, limit: extendedLines, operator});
	},
};

type Load = {
	readonly first: number;
	readonly last: number;
	readonly bytes: Uint8Array;
	readonly operator: number;
};

function load({state, model}: Device, {first, last, bytes, operator}: Load): Outcome {
	const count = bytes.length / lineBytes;
	if (first + count - 1 > last) return refused(errors.badParameters);
	for (let index = 0; index < count; index++) {
		const line = bytes.subarray(index * lineBytes, (index + 1) * lineBytes);
		state.narrowGraphics[first + index] = toHex(storedLine(line, model));
	}
	return done(operator);
}

type Print = {
	readonly first: number;
	readonly last: number;
	readonly limit: number;
	readonly operator: number;
};

function print({state, printer}: Device, {first, last, limit, operator}: Print): Outcome {
	if (first > last || last > limit) return refused(errors.badParameters);
	const bitmap = storedPicture(state.narrowGraphics, first, last);
	printer.print({kind: 'lines', items: [{kind: 'bitmap', bitmap, scaleX: 1, scaleY: 1, align: 'left'}]});
	return done(operator);
}
