// `register find [HOST | DEVICE …]`: looks for a register in the named places, else on all serial ports and over RNDIS. Needs no till.
import {exitCodes} from '../core/index.ts';
import {findRegister} from '../register/index.ts';
import {wordsIn} from './help.ts';
import type {Invocation} from './invocation.ts';

/** `/dev/ttyUSB0`, `COM3`, `\\\\.\\COM10`. */
const serialDevice = /^(?:\/|COM\d+$|\\\\)/i;

const placeOf = (address: string, baudRate: number | null): string =>
	baudRate === null ? address : `${address} ${baudRate}`;

export async function findCommand(invocation: Invocation): Promise<number> {
	const {sink, isJson} = invocation;
	const places = invocation.words.slice(1);
	const ports = places.filter((place) => serialDevice.test(place));
	const hosts = places.filter((place) => !serialDevice.test(place));
	const found = await findRegister({
		...(places.length > 0 ? {hosts, ports} : {}),
		onTried: ({address, baudRate, isFound, detail}) => {
			if (!isJson) sink.err(`${isFound ? '✓' : '·'} ${placeOf(address, baudRate)} ${detail}`.trimEnd());
		},
	});
	if (isJson) sink.json({type: 'found', registers: found});
	for (const {link, address, baudRate, device} of found) {
		if (!isJson) sink.out(`${link} ${placeOf(address, baudRate)}  ${device.name}`);
	}
	if (found.length > 0) return 0;
	if (!isJson) sink.err(wordsIn(invocation.language ?? 'ru').registerNotFound);
	return exitCodes.fault;
}
