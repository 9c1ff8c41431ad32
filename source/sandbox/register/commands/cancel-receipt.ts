// 88h and FF08h: the open receipt is thrown away, whoever opened it and however old the shift is.
import {type Command, done, exactly} from '../command.ts';
import type {Device} from '../device.ts';
import {line} from '../printer/job.ts';

export const cancelReceipt: Command = {
	code: 0x88,
	name: 'cancel receipt',
	size: exactly(5),
	password: 'operator',
	modes: [8],
	printer: 'acts',
	run: (device, _request, operator) => {
		cancel(device);
		return done(operator);
	},
};

export const cancelInStorage: Command = {
	code: 0xff08,
	name: 'cancel document in storage',
	size: exactly(6),
	password: 'administrator',
	modes: [8],
	printer: 'acts',
	run: (device) => {
		cancel(device);
		return done();
	},
};

function cancel(device: Device): void {
	device.state.receipt = null;
	device.printer.print({kind: 'lines', items: [line('ЧЕК АННУЛИРОВАН')]});
}
