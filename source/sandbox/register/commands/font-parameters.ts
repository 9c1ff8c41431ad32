// 26h: width of the paper in dots and size of a letter.
import {le} from '../bytes/build.ts';
import {type Command, done, exactly, refused} from '../command.ts';
import {errors} from '../errors.ts';

export const fontParameters: Command = {
	code: 0x26,
	name: 'font parameters',
	size: exactly(6),
	password: 'administrator',
	modes: 'any',
	printer: 'ignores',
	run: ({model}, request) => {
		const font = request.u8();
		if (font < 1 || font > model.fonts) return refused(errors.badParameters);
		const [width, height] = model.letterDots;
		return done(le(model.widthDots, 2), font === 2 ? width * 2 : width, height, model.fonts);
	},
};
