// 50h and 51h: cash put in and taken out.
import {le} from '../bytes/build.ts';
import {type Command, done, exactly, idleModes, refused} from '../command.ts';
import {errors} from '../errors.ts';
import {cashPaper} from '../papers/cash-paper.ts';
import {printDocument} from '../papers/print-document.ts';

const common = {
	size: exactly(10),
	password: 'operator',
	modes: idleModes,
	refusals: {8: errors.receiptIsOpen},
	printer: 'acts',
} as const;

export const cashIn: Command = {
	...common,
	code: 0x50,
	name: 'cash in',
	run: (device, request, operator) => {
		const {state} = device;
		const kopecks = request.money();
		if (kopecks === 0) return refused(errors.badParameters);
		state.cashKopecks += kopecks;
		state.cashInKopecks += kopecks;
		state.throughNumber += 1;
		printDocument(device, 'lines', cashPaper(device, 'ВНЕСЕНИЕ', kopecks));
		return done(operator, le(state.throughNumber, 2));
	},
};

export const cashOut: Command = {
	...common,
	code: 0x51,
	name: 'cash out',
	run: (device, request, operator) => {
		const {state} = device;
		const kopecks = request.money();
		if (kopecks === 0) return refused(errors.badParameters);
		if (kopecks > state.cashKopecks) return refused(errors.notEnoughCash);
		state.cashKopecks -= kopecks;
		state.cashOutKopecks += kopecks;
		state.throughNumber += 1;
		printDocument(device, 'lines', cashPaper(device, 'ВЫПЛАТА', kopecks));
		return done(operator, le(state.throughNumber, 2));
	},
};
