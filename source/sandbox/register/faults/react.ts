// One frame's fate: the command is carried out or not, and the fault that is due decides how much of it the host gets to see.
import {isRefused, type Outcome, refused} from '../command.ts';
import {openForeignReceipt} from '../deeds/foreign.ts';
import {ageShift} from '../deeds/shift.ts';
import type {Device} from '../device.ts';
import {errors} from '../errors.ts';
import {answerPayload, codeOf, execute} from '../execute.ts';
import type {Delivery, Reaction} from '../link/reaction.ts';
import type {Fault} from './fault.ts';

export type Surroundings = {
	readonly device: Device;
	/** Power goes; it comes back after `offMs`, if that is given. */
	readonly losePower: (offMs: number | undefined) => void;
	/** The connection on which the frame came breaks. */
	readonly breakLine: () => void;
};

export type Fate = {readonly reaction: Reaction; readonly outcome: Outcome | null};

/** What becomes of `payload`; `outcome` is null when the command was not carried out. */
export function react(payload: Uint8Array, fault: Fault | null, around: Surroundings): Fate {
	const {device} = around;
	const carryOut = (): Outcome => execute(device, payload);
	const answer = (outcome: Outcome, delivery: Delivery = 'plain', afterMs = 0): Fate => ({
		outcome,
		reaction: {take: 'ack', answer: answerPayload(device, codeOf(payload), outcome), delivery, afterMs},
	});
	switch (fault?.fault) {
		case undefined:
			return answer(carryOut());
		case 'noAnswer':
			return {outcome: null, reaction: {take: 'silence'}};
		case 'nak':
			return {outcome: null, reaction: {take: 'nak'}};
		case 'badLrc':
			return answer(carryOut(), 'bad-check');
		case 'noiseBefore':
			return answer(carryOut(), 'noise-before');
		case 'doubleAnswer':
			return answer(carryOut(), 'twice');
		case 'ackWithoutAnswer':
			return answer(carryOut(), 'lost');
		case 'loseClose':
			return answer(carryOut(), 'forgotten');
		case 'answerLate':
			return answer(carryOut(), 'plain', fault.ms);
		case 'lineBroken':
			return lineBroken(fault.end === 'done' ? answer(carryOut(), 'lost') : null, around);
		case 'powerLostInsideClose':
			return powerLost(fault, around, carryOut);
		case 'paperOutBefore':
			device.printer.setPaper(false);
			return answer(carryOut());
		case 'paperOutInside':
		case 'paperOutAfter':
			return answer(withoutPaper(fault.fault === 'paperOutInside' ? 'inside' : 'after', device, carryOut));
		case 'busy':
			return answer(refused(errors.busyPrinting));
		case 'wrongMode':
			return answer(refused(errors.wrongMode));
		case 'storageFull':
			return answer(refused(errors.storageFull));
		case 'refuse':
			return answer(refused(fault.error));
		case 'shiftOver24h':
			ageShift(device, 25);
			return answer(carryOut());
		case 'foreignReceipt':
			openForeignReceipt(device);
			return answer(carryOut());
	}
}

function withoutPaper(where: 'inside' | 'after', {printer}: Device, carryOut: () => Outcome): Outcome {
	printer.breakNext(where);
	const outcome = carryOut();
	if (isRefused(outcome)) printer.breakNext(null);
	else printer.breakIdly();
	return outcome;
}

const nothingAnswered = (afterwards: () => void): Reaction => ({
	take: 'ack',
	answer: null,
	delivery: 'forgotten',
	afterMs: 0,
	afterwards,
});

function lineBroken(done: Fate | null, {breakLine}: Surroundings): Fate {
	if (done?.reaction.take !== 'ack') return {outcome: null, reaction: nothingAnswered(breakLine)};
	return {...done, reaction: {...done.reaction, afterwards: breakLine}};
}

function powerLost(
	fault: Extract<Fault, {fault: 'powerLostInsideClose'}>,
	{device, losePower}: Surroundings,
	carryOut: () => Outcome,
): Fate {
	const outcome = fault.end === 'closed' ? carryOut() : null;
	if (fault.end === 'notClosed' && fault.receipt === 'cancelled') device.state.receipt = null;
	return {outcome, reaction: nothingAnswered(() => losePower(fault.offMs))};
}
