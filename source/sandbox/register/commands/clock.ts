// 21h, 22h, 23h: the clock's time, its date, and the date's confirmation, which ends mode 6 (reference, section 10).
import {type Command, done, exactly, refused} from '../command.ts';
import {errors} from '../errors.ts';

const common = {
	size: exactly(8),
	password: 'administrator',
	printer: 'ignores',
} as const;

export const setTime: Command = {
	...common,
	code: 0x21,
	name: 'set time',
	modes: [4, 6, 7, 9],
	refusals: {2: errors.shiftIsOpen, 3: errors.shiftIsOpen},
	run: ({state, nowMs}, request) => {
		const [hours = 0, minutes = 0, seconds = 0] = request.rest();
		if (hours > 23 || minutes > 59 || seconds > 59) return refused(errors.badDate);
		const now = nowMs();
		state.clockAheadMs += new Date(now).setHours(hours, minutes, seconds) - now;
		return done();
	},
};

/** The date counts when 23h confirms it; until then the register waits in mode 6. */
export const setDate: Command = {
	...common,
	code: 0x22,
	name: 'set date',
	modes: [4, 6, 7],
	refusals: {2: errors.shiftIsOpen, 3: errors.shiftIsOpen},
	run: ({state}, request) => {
		const [day = 0, month = 0, year = 0] = request.rest();
		if (day < 1 || day > 31 || month < 1 || month > 12 || year > 99) return refused(errors.badDate);
		state.unconfirmedDate = [day, month, year];
		state.forcedMode = 6;
		return done();
	},
};

export const confirmDate: Command = {
	...common,
	code: 0x23,
	name: 'confirm date',
	modes: [6],
	run: ({state, nowMs}, request) => {
		const [day = 0, month = 0, year = 0] = request.rest();
		const now = nowMs();
		const at = new Date(now);
		const expected = state.unconfirmedDate ?? [at.getDate(), at.getMonth() + 1, at.getFullYear() % 100];
		if ([day, month, year].some((part, index) => part !== expected[index]))
			return refused(errors.dateDiffers);
		state.clockAheadMs += new Date(now).setFullYear(2000 + year, month - 1, day) - now;
		state.unconfirmedDate = null;
		state.forcedMode = null;
		return done();
	},
};
