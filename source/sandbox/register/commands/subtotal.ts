// 89h: sum of the open receipt.
import {type Command, done, exactly, money} from '../command.ts';
import {totalOf} from '../state/receipt.ts';

export const subtotal: Command = {
	code: 0x89,
	name: 'subtotal',
	size: exactly(5),
	password: 'operator',
	modes: [8],
	printer: 'ignores',
	run: ({state}, _request, operator) => done(operator, money(state.receipt ? totalOf(state.receipt) : 0)),
};
