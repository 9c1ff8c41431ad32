// 11h: firmware, clock, serial number and INN of the register (register-protocol §4).
import {type Reader, readDate, readTime} from '../wire/reader.ts';
import {type Command, command} from './command.ts';

export type FullStatus = {
	readonly operator: number;
	readonly softwareVersion: string;
	readonly build: number;
	readonly softwareDate: string;
	/** The till's number in its shop («номер в зале»). */
	readonly room: number;
	/** Through number of the last document on paper, fiscal or not. */
	readonly throughDocument: number;
	readonly flags: number;
	readonly mode: number;
	readonly submode: number;
	readonly port: number;
	/** `YYYY-MM-DD` and `HH:MM:SS`, the register's own clock. */
	readonly date: string;
	readonly time: string;
	readonly serial: number;
	readonly lastClosedShift: number;
	readonly inn: number;
};

function decode(data: Reader): FullStatus {
	const operator = data.number(1);
	const softwareVersion = data.text(2);
	const build = data.number(2);
	const softwareDate = readDate(data);
	const [room, throughDocument, flags] = [data.number(1), data.number(2), data.number(2)];
	const [mode, submode, port] = [data.number(1), data.number(1), data.number(1)];
	// Version, build and date of the old fiscal memory: missing from the vendor's newest list, but there on live devices.
	data.skip(7);
	const [date, time] = [readDate(data), readTime(data)];
	data.skip(1);
	const serialLow = data.number(4);
	const lastClosedShift = data.number(2);
	data.skip(4);
	const inn = data.number(6);
	const serial = serialLow + data.number(2) * 2 ** 32;
	return {
		operator,
		softwareVersion,
		build,
		softwareDate,
		room,
		throughDocument,
		flags,
		mode: mode & 0x0f,
		submode,
		port,
		date,
		time,
		serial,
		lastClosedShift,
		inn,
	};
}

/** §4 «11h»; 48, 50 or 52 bytes by firmware. */
export const fullStatus = (password: number): Command<FullStatus> =>
	command({code: 0x11, kind: 'read', answerMs: 3000, password, leastBytes: 44, decode});
