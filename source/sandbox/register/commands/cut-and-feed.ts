// 25h and 29h: the cutter and the feed. Forbidden in an open receipt.
import {type Command, done, exactly, idleModes, refused} from '../command.ts';
import {errors} from '../errors.ts';

export const cut: Command = {
	code: 0x25,
	name: 'cut',
	size: exactly(6),
	password: 'operator',
	modes: idleModes,
	printer: 'acts',
	run: ({printer}, request, operator) => {
		const how = request.u8();
		if (how > 1) return refused(errors.badParameters);
		printer.print({kind: 'lines', items: [{kind: 'cut', isPartial: how === 1}]});
		return done(operator);
	},
};

export const feed: Command = {
	code: 0x29,
	name: 'feed',
	size: exactly(7),
	password: 'operator',
	modes: idleModes,
	printer: 'acts',
	run: ({printer}, request, operator) => {
		const flags = request.u8();
		const lines = request.u8();
		if (lines === 0) return refused(errors.badParameters);
		if (flags & 0x02) printer.print({kind: 'lines', items: [{kind: 'feed', lines}]});
		return done(operator);
	},
};
