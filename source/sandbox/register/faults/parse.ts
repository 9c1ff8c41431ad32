// Faults as a person writes them on a command line: `FF45#2:answerLate=500*3, loseClose`.
import type {Fault, FaultDetails} from './fault.ts';

const plain: ReadonlySet<string> = new Set([
	'noAnswer',
	'nak',
	'badLrc',
	'noiseBefore',
	'doubleAnswer',
	'ackWithoutAnswer',
	'loseClose',
	'paperOutBefore',
	'paperOutInside',
	'paperOutAfter',
	'busy',
	'wrongMode',
	'storageFull',
	'shiftOver24h',
	'foreignReceipt',
]);

const form = /^(?:([0-9a-f]{2,4})h?(?:#(\d+))?:)?([a-z0-9]+)(?:=([a-z0-9]+))?(?:\*(\d+))?$/i;

/**
 * Reads a list of faults, separated by commas: `[command[#nth]:]fault[=parameter][*times]`. The parameter is milliseconds for
 * `answerLate`, a hex code for `refuse`, `done` or `notDone` for `lineBroken`, `closed`, `notClosed` or `cancelled` for
 * `powerLostInsideClose`. The word that could not be read comes back as `wrong`.
 */
export function parseFaults(
	text: string,
): {readonly ok: true; readonly faults: readonly Fault[]} | {readonly ok: false; readonly wrong: string} {
	const faults: Fault[] = [];
	for (const word of text.split(',').map((part) => part.trim())) {
		const fault = parseFault(word);
		if (!fault) return {ok: false, wrong: word};
		faults.push(fault);
	}
	return {ok: true, faults};
}

function parseFault(word: string): Fault | null {
	const [, command, nth, name = '', parameter, times] = form.exec(word) ?? [];
	const details = detailsOf(name, parameter);
	if (!details) return null;
	return {
		...details,
		...(command === undefined ? {} : {command}),
		...(nth === undefined ? {} : {nth: Number(nth)}),
		...(times === undefined ? {} : {times: Number(times)}),
	};
}

function detailsOf(name: string, parameter: string | undefined): FaultDetails | null {
	if (isPlain(name)) return parameter === undefined ? {fault: name} : null;
	if (name === 'answerLate' && parameter !== undefined && /^\d+$/.test(parameter)) {
		return {fault: name, ms: Number(parameter)};
	}
	if (name === 'refuse' && parameter !== undefined && /^[0-9a-f]{2}$/i.test(parameter)) {
		return {fault: name, error: Number.parseInt(parameter, 16)};
	}
	if (name === 'lineBroken' && (parameter === 'done' || parameter === 'notDone')) {
		return {fault: name, end: parameter};
	}
	if (name !== 'powerLostInsideClose') return null;
	if (parameter === 'closed' || parameter === 'notClosed') return {fault: name, end: parameter};
	return parameter === 'cancelled' ? {fault: name, end: 'notClosed', receipt: parameter} : null;
}

type PlainName = Extract<FaultDetails, {fault: 'nak'}>['fault'];

const isPlain = (name: string): name is PlainName => plain.has(name);
