// DDh and DEh: data of a two-dimensional code in blocks of 64 bytes, and its printing (reference, section 13.1).
import {fromHex, join, le, toHex} from '../bytes/build.ts';
import {type Command, done, exactly, refused} from '../command.ts';
import {errors} from '../errors.ts';
import type {Align} from '../printer/job.ts';
import {drawQr} from '../printer/qr.ts';
import type {RegisterState} from '../state/state.ts';

const blockBytes = 64;
const qr = 0x03;
const withAnswer = 0x80;
const aligns: readonly (Align | undefined)[] = ['left', 'centre', 'right'];

export const loadData: Command = {
	code: 0xdd,
	name: 'load barcode data',
	size: exactly(71),
	password: 'operator',
	modes: [2, 3, 4, 8],
	printer: 'ignores',
	isKnown: (model) => model.hasBarcodes,
	run: ({state}, request, operator) => {
		const type = request.u8();
		const block = request.u8();
		if (type !== 0 || block > 127) return refused(errors.badParameters);
		state.barcodeBlocks[block] = toHex(request.rest());
		return done(operator);
	},
};

export const printBarcode: Command = {
	code: 0xde,
	name: 'print barcode',
	size: exactly(15),
	password: 'operator',
	modes: [2, 3, 4, 8],
	printer: 'acts',
	isKnown: (model) => model.hasBarcodes,
	run: ({state, model, printer}, request, operator) => {
		const type = request.u8();
		const length = request.u16();
		const first = request.u8();
		const version = request.u8();
		const mask = request.u8();
		const dot = request.u8();
		const fourth = request.u8();
		const level = request.u8();
		const align = aligns[request.u8()];
		if ((type & ~withAnswer) !== qr) return refused(errors.notForThisModel);
		if (version > 40 || mask > 8 || dot < 3 || dot > 8 || level > 3 || !align) {
			return refused(errors.badParameters);
		}
		if (length === 0 || length > 7089) return refused(errors.badParameters);
		const data = dataOf(state, first, length);
		if (!data) return refused(errors.noData);
		const drawn = drawQr(data, {level, version, mask});
		if (!drawn || drawn.bitmap.widthDots * dot > model.widthDots) return refused(errors.badParameters);
		// The printer keeps the quiet zone above and below; left and right the paper is white.
		const zone = {kind: 'bitmap', bitmap: blank, scaleX: 1, scaleY: 4 * dot, align} as const;
		const code = {kind: 'bitmap', bitmap: drawn.bitmap, scaleX: dot, scaleY: dot, align} as const;
		printer.print({kind: 'lines', items: [zone, code, zone]});
		if ((type & withAnswer) === 0) return done(operator);
		const size = drawn.bitmap.widthDots * dot;
		const used = Uint8Array.of(drawn.version, drawn.mask, dot, fourth, level);
		return done(join(operator, used, le(size, 2), le(size, 2)));
	},
};

const blank = {widthDots: 8, rows: ['00']};

/** The loaded bytes, null when a block of them was never loaded. */
function dataOf(state: RegisterState, first: number, length: number): Uint8Array | null {
	const count = Math.ceil(length / blockBytes);
	const blocks = Array.from({length: count}, (_, index) => state.barcodeBlocks[first + index]);
	if (blocks.includes(undefined)) return null;
	return fromHex(blocks.join('')).subarray(0, length);
}
