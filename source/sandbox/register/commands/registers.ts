// 1Ah and 1Bh: money registers and operation registers; those that the register does not keep read zero.
import {le} from '../bytes/build.ts';
import {type Command, done, exactly} from '../command.ts';
import type {RegisterState} from '../state/state.ts';

export const moneyRegister: Command = {
	code: 0x1a,
	name: 'money register',
	size: exactly(6),
	password: 'operator',
	modes: 'any',
	printer: 'ignores',
	run: ({state}, request, operator) => done(operator, le(moneyIn(state, request.u8()), 6)),
};

export const operationRegister: Command = {
	code: 0x1b,
	name: 'operation register',
	size: exactly(6),
	password: 'operator',
	modes: 'any',
	printer: 'ignores',
	run: ({state}, request, operator) => done(operator, le(countIn(state, request.u8()), 2)),
};

/** 193…208: payments of the shift by slot 1…4 and kind of receipt; 241 cash in the till; 242 and 243 put in and taken out in the shift. */
function moneyIn(state: RegisterState, number: number): number {
	if (number === 241) return Math.max(0, state.cashKopecks);
	if (number === 242) return state.cashInKopecks;
	if (number === 243) return state.cashOutKopecks;
	if (number < 193 || number > 208) return 0;
	const place = number - 193;
	return state.slotTotals[place % 4]?.[Math.floor(place / 4)] ?? 0;
}

/** 148…151: receipts by kind; 152: through number of documents. */
function countIn(state: RegisterState, number: number): number {
	if (number === 152) return state.throughNumber;
	return state.receiptsByKind[number - 148] ?? 0;
}
