// What a till says of its register, and the line that follows from it.
import type {Language} from '../core/index.ts';
import type {DriverTimes} from './driver/bench.ts';
import type {RegisterMemory} from './driver/memory.ts';
import type {SlotName} from './driver/names.ts';
import {type LinkLimits, serialLimits, tcpLimits} from './link/limits.ts';
import {factorySpeeds, serialTransport} from './transport/serial.ts';
import {parseTcpAddress, tcpTransport} from './transport/tcp.ts';
import type {OpenTransport} from './transport/transport.ts';

export type RegisterOptions = {
	readonly link: 'tcp' | 'serial';
	/** `host:port` (port 7778 without), or a device such as `/dev/ttyUSB0`, `COM3`. */
	readonly address: string;
	/** Serial only; where the register never speaks at it, the two factory speeds are tried. @default 115200 */
	readonly baudRate?: number;
	/** The system administrator's, row 30 of the register's table 2. @default 30 */
	readonly password?: number;
	/** Tag 1055 as FF45h's bit: 1 ОСН, 2 УСН доход, 4 УСН доход−расход, 8 ЕНВД, 16 ЕСХН, 32 ПСН. @default 0, the register's own */
	readonly taxSystem?: number | null;
	/** Payment types of the till: slot in the register and the name that table 5 should have there. */
	readonly slots?: readonly SlotName[];
	readonly lang?: Language;
	/** Keeps what the device can do, so that the next opening needs not ask it. @default nothing is kept */
	readonly memory?: RegisterMemory;
	/** For tests and odd lines; the defaults are those of register-protocol §1.7. */
	readonly limits?: Partial<LinkLimits>;
	readonly times?: Partial<DriverTimes>;
	/** Local wall time, compared with the register's clock. @default the computer's */
	readonly now?: () => Date;
};

/** Nothing is opened here: the line opens with the first command. */
export function lineOf({link, address, baudRate = 115_200, limits}: RegisterOptions): {
	readonly open: OpenTransport;
	readonly alternatives?: readonly OpenTransport[];
	readonly limits: LinkLimits;
} {
	if (link === 'serial') {
		const others = factorySpeeds.filter((speed) => speed !== baudRate);
		return {
			open: serialTransport({path: address, baudRate}),
			alternatives: others.map((speed) => serialTransport({path: address, baudRate: speed})),
			limits: {...serialLimits, ...limits},
		};
	}
	const tcp = parseTcpAddress(address);
	const noAddress: OpenTransport = async () => ({type: 'failed', detail: 'EADDRESS'});
	return {open: tcp ? tcpTransport(tcp) : noAddress, limits: {...tcpLimits, ...limits}};
}
