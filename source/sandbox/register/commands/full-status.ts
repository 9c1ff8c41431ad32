// 11h: versions, clock, serial number, taxpayer (reference, section 4). The old memory's fields are there, as on live devices.
import {dayMonthYear, hourMinuteSecond, join, le} from '../bytes/build.ts';
import {bytes1251} from '../bytes/text.ts';
import {type Command, done, exactly} from '../command.ts';
import {modeByte, statusFlags} from '../device.ts';

export const fullStatus: Command = {
	code: 0x11,
	name: 'full status',
	size: exactly(5),
	password: 'operator',
	modes: 'any',
	printer: 'ignores',
	run: (device, _request, operator) => {
		const {state, nowMs} = device;
		const software = join(bytes1251('C1'), le(62_922, 2), Uint8Array.of(10, 1, 25));
		const room = 1;
		const port = 2;
		const memory = join(bytes1251('NA'), le(0, 2), Uint8Array.of(1, 1, 16));
		const lastClosedShift = state.isShiftOpen ? state.shift - 1 : state.shift;
		return done(
			operator,
			software,
			room,
			le(state.throughNumber, 2),
			le(statusFlags(device), 2),
			modeByte(device),
			device.printer.submode(),
			port,
			memory,
			dayMonthYear(nowMs()),
			hourMinuteSecond(nowMs()),
			0,
			le(state.serial, 4),
			le(lastClosedShift, 2),
			le(0, 4),
			le(Number(state.inn), 6),
		);
	},
};
