// F7h 01: what the model can (reference, section 4).
import {join, le} from '../bytes/build.ts';
import {type Command, done, refused} from '../command.ts';
import {errors} from '../errors.ts';
import type {Model} from '../model.ts';

/** Bits of the flags that depend on the model; 1, 3 and 13 (sensors, cutter) are always there. */
const flagBits = (model: Model): readonly number[] => [
	1,
	3,
	13,
	...(model.isGraphicsMirrored ? [26] : []),
	...(model.hasLinkV2 ? [28] : []),
	...(model.hasBlockLoad ? [35] : []),
	...(model.hasErrorTexts ? [36] : []),
	...(model.hasGraphicsFlags ? [37] : []),
	...(model.hasGraphics512 ? [42] : []),
];

export const modelParameters: Command = {
	code: 0xf7,
	name: 'model parameters',
	size: [2, 255],
	password: 'none',
	modes: 'any',
	printer: 'ignores',
	isKnown: (model) => model.hasModelQuery,
	run: ({model}, request) => {
		if (request.u8() !== 1) return refused(errors.badParameters);
		const digits = Uint8Array.of(12, 8, 14, 14);
		const passwords = join(le(0, 4), le(30, 4));
		return done(
			le(
				flagBits(model).reduce((flags, bit) => flags + 2 ** bit, 0),
				8,
			),
			model.columns,
			model.wideColumns,
			1,
			digits,
			passwords,
			0,
			14,
			le(255, 2),
			64,
			64,
			le(600, 2),
		);
	},
};
