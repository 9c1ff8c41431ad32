// B0h: goes on after new paper; refused while nothing waits for it.
import {type Command, done, exactly, refused} from '../command.ts';
import {errors} from '../errors.ts';

export const continuePrint: Command = {
	code: 0xb0,
	name: 'continue print',
	size: exactly(5),
	password: 'operator',
	modes: 'any',
	printer: 'ignores',
	run: ({printer}, _request, operator) => {
		const submode = printer.submode();
		if (submode === 1 || submode === 2) return refused(errors.noPaper);
		if (submode !== 3) return refused(errors.wrongSubmode);
		printer.continuePrint();
		return done(operator);
	},
};
