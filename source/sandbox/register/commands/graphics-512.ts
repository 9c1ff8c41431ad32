// 4Eh and 4Dh: pictures up to 512 dots wide that the register scales itself (reference, sections 8 and 13.2).
import {toHex} from '../bytes/build.ts';
import {type Command, done, exactly, refused} from '../command.ts';
import {errors} from '../errors.ts';
import {storedLine, storedPicture} from '../printer/stored-lines.ts';

const maxLineBytes = 64;
const maxLines = 600;
const maxScale = 6;
const modes = [2, 3, 4, 8] as const;

export const loadGraphics512: Command = {
	code: 0x4e,
	name: 'load graphics-512',
	size: [12, 255],
	password: 'operator',
	modes,
	printer: 'ignores',
	isKnown: (model) => model.hasGraphics512,
	run: ({state, model}, request, operator) => {
		const lineBytes = request.u8();
		const first = request.u16();
		const count = request.u16();
		const buffer = request.u8();
		if (lineBytes < 1 || lineBytes > maxLineBytes || buffer > 1) return refused(errors.badParameters);
		if (first < 1 || count < 1 || first + count - 1 > maxLines) return refused(errors.badParameters);
		if (request.left !== lineBytes * count) return refused(errors.wrongLength);
		for (let index = 0; index < count; index++) {
			state.wideGraphics[first + index] = toHex(storedLine(request.take(lineBytes), model));
		}
		return done(operator);
	},
};

export const printGraphics512: Command = {
	code: 0x4d,
	name: 'print graphics-512',
	size: exactly(12),
	password: 'operator',
	modes,
	printer: 'acts',
	isKnown: (model) => model.hasGraphics512,
	run: ({state, printer}, request, operator) => {
		const first = request.u16();
		const last = request.u16();
		const scaleY = request.u8();
		const scaleX = request.u8();
		request.u8();
		const isScaleGood = scaleX >= 1 && scaleX <= maxScale && scaleY >= 1 && scaleY <= maxScale;
		if (first < 1 || first > last || last > maxLines || !isScaleGood) return refused(errors.badParameters);
		const bitmap = storedPicture(state.wideGraphics, first, last);
		printer.print({kind: 'lines', items: [{kind: 'bitmap', bitmap, scaleX, scaleY, align: 'left'}]});
		return done(operator);
	},
};
