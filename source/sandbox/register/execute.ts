// From a payload to its answer: known? length, password, printer, mode — in this order — and then the command itself.
import {join} from './bytes/build.ts';
import {Reader} from './bytes/reader.ts';
import {type Command, isRefused, type Outcome, refused} from './command.ts';
import {commandsByCode} from './commands/all.ts';
import {type Device, modeOf} from './device.ts';
import {errors} from './errors.ts';

/** Code of a payload: one byte, or 0xFFxx. */
export const codeOf = (payload: Uint8Array): number =>
	payload[0] === 0xff ? 0xff00 | (payload[1] ?? 0) : (payload[0] ?? 0);

/** The answer's payload for an outcome of this code. */
export function answerPayload(device: Device, code: number, outcome: Outcome): Uint8Array {
	const isLong = code > 0xff;
	// A device without storage knows no second byte: its error stands there.
	if (isLong && !device.model.hasStorage) return Uint8Array.of(0xff, errors.unknownCommand);
	const head = isLong ? [0xff, code & 0xff] : [code];
	return isRefused(outcome)
		? Uint8Array.of(...head, outcome.error)
		: join(Uint8Array.of(...head, 0), outcome.data);
}

/** Carries a request out, or refuses it as a real register would. */
export function execute(device: Device, payload: Uint8Array): Outcome {
	const code = codeOf(payload);
	const command = commandsByCode.get(code);
	if (!command || (code > 0xff && !device.model.hasStorage)) return refused(errors.unknownCommand);
	if (command.isKnown && !command.isKnown(device.model)) return refused(errors.unknownCommand);
	const [min, max] = command.size;
	if (payload.length < min || payload.length > max) return refused(errors.wrongLength);
	const request = new Reader(payload, code > 0xff ? 2 : 1);
	const operator = command.password === 'none' ? 0 : operatorOf(device, request.u32(), command.password);
	if (operator === null) return refused(errors.wrongPassword);
	const obstacle = printerObstacle(device, command) || modeObstacle(device, command);
	return obstacle === 0 ? command.run(device, request, operator) : refused(obstacle);
}

/** Row of table 2 with this password, null when nobody has it or the row may not. */
function operatorOf(device: Device, password: number, asked: 'operator' | 'administrator'): number | null {
	for (let row = 30; row >= (asked === 'administrator' ? 29 : 1); row--) {
		if (device.tables.number(2, row, 1) === password) return row;
	}
	return null;
}

function printerObstacle(device: Device, command: Command): number {
	if (command.printer === 'ignores') return 0;
	switch (device.printer.submode()) {
		case 0:
			return 0;
		case 1:
			return errors.noPaper;
		case 2:
			return device.model.activeNoPaperError;
		case 3:
			return errors.awaitsContinue;
		case 4:
		case 5:
			return errors.busyPrinting;
	}
}

function modeObstacle(device: Device, command: Command): number {
	const mode = modeOf(device);
	if (command.modes === 'any' || command.modes.includes(mode)) return 0;
	return command.refusals?.[mode] ?? errors.wrongMode;
}
