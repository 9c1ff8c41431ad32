// The fiscal register: its line, its state, shift, paper.
import {broken, type Judgement, skipped, skippedAfter, sound, warning} from '../row.ts';
import type {RegisterFacts, RegisterSeen} from '../seen.ts';

const modes = {shiftOpen: 2, shiftExpired: 3, shiftClosed: 4, documentOpen: 8} as const;
/** Modes in which a register can work, printing a slip document included; all others are for its service. */
const workingModes: readonly number[] = [...Object.values(modes), 11, 12, 13, 14];
const lacksPaper: readonly number[] = [1, 2];

export function judgeRegisterLink(seen: RegisterSeen): Judgement {
	switch (seen.type) {
		case 'absent':
			return skipped({code: 'ABSENT'});
		case 'held':
			return skipped({code: 'HELD', command: seen.command, pid: seen.pid});
		case 'gaveWay':
			return skipped({code: 'GAVE_WAY'});
		case 'unreachable':
			return broken({code: 'REGISTER_UNREACHABLE', address: seen.address, detail: seen.detail}, 'cashier');
		case 'silent':
			return broken(
				{code: 'REGISTER_SILENT', address: seen.address, baudRate: seen.baudRate},
				seen.baudRate === null ? 'cashier' : 'admin',
			);
		case 'refuses':
			return sound({code: 'REGISTER', name: '', address: seen.address});
		case 'answered':
			return sound({code: 'REGISTER', name: seen.facts.name, address: seen.facts.address});
	}
}

/** Judges what stands in the facts; a register that tells none leaves the row to `registerState`. */
export const byFacts =
	(judge: (facts: RegisterFacts) => Judgement) =>
	(seen: RegisterSeen): Judgement =>
		seen.type === 'answered' ? judge(seen.facts) : skippedAfter('registerState');

const wrongPassword = 'E4F';

export function judgeRegisterState(seen: RegisterSeen): Judgement {
	if (seen.type === 'refuses') {
		const helper = seen.fault.code === wrongPassword ? 'admin' : 'registerService';
		return broken({code: 'REGISTER_SAYS', fault: seen.fault}, helper);
	}
	if (seen.type !== 'answered') return skippedAfter('registerLink');
	const {mode, modeStatus, submode, operations, totalKopecks, clock, otherNames} = seen.facts;
	if (mode === modes.documentOpen) {
		const trouble = {code: 'FOREIGN_RECEIPT', kind: modeStatus, operations, totalKopecks} as const;
		return broken({code: 'REGISTER', trouble}, 'cashier');
	}
	if (!workingModes.includes(mode)) {
		return broken({code: 'REGISTER', trouble: {code: 'MODE', mode}}, 'registerService');
	}
	if (clock && clock.minutesOff > clockToleranceMinutes) {
		const trouble = {code: 'CLOCK', registerTime: clock.at, minutes: clock.minutesOff} as const;
		return warning({code: 'REGISTER', trouble}, 'admin');
	}
	const [other] = otherNames;
	if (other) return warning({code: 'REGISTER', trouble: {code: 'SLOT_NAME', ...other}}, 'admin');
	return sound({code: 'REGISTER_READY', mode, submode});
}

const clockToleranceMinutes = 10;

export const judgeShift = byFacts(({mode, shift}) => {
	switch (mode) {
		case modes.shiftExpired:
			return broken({code: 'REGISTER', trouble: {code: 'SHIFT_EXPIRED'}}, 'cashier');
		case modes.shiftClosed:
			return sound({code: 'SHIFT_CLOSED'});
		default:
			return workingModes.includes(mode)
				? sound({code: 'SHIFT_OPEN', shift: shift?.number ?? null, receipts: shift?.receipts ?? null})
				: skippedAfter('registerState');
	}
});

export const judgePaper = byFacts(({submode, hasPaper, isCoverOpen}) => {
	if (lacksPaper.includes(submode) || hasPaper === false) {
		return broken({code: 'REGISTER', trouble: {code: 'PAPER'}}, 'cashier');
	}
	return isCoverOpen === true
		? broken({code: 'REGISTER', trouble: {code: 'COVER'}}, 'cashier')
		: sound({code: 'PAPER'});
});
