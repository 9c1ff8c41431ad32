// 14h and 15h: speed and byte time-out of a port (reference, sections 1.7 and 1.8). The new values apply after the answer.
import {type Command, done, exactly, refused} from '../command.ts';
import {errors} from '../errors.ts';

/** The byte time-out that a code of 14h means, in milliseconds. */
export function byteTimeoutMs(code: number): number {
	if (code <= 150) return code;
	return code <= 249 ? (code - 149) * 150 : (code - 248) * 15_000;
}

export const setExchange: Command = {
	code: 0x14,
	name: 'set exchange parameters',
	size: exactly(8),
	password: 'administrator',
	modes: 'any',
	printer: 'ignores',
	run: ({state}, request) => {
		request.u8();
		const speedCode = request.u8();
		const timeoutCode = request.u8();
		if (speedCode > 9) return refused(errors.badParameters);
		state.exchange = {speedCode, timeoutCode};
		return done();
	},
};

export const getExchange: Command = {
	code: 0x15,
	name: 'exchange parameters',
	size: exactly(6),
	password: 'administrator',
	modes: 'any',
	printer: 'ignores',
	run: ({state}) => done(state.exchange.speedCode, state.exchange.timeoutCode),
};
