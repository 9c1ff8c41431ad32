// 8Ch: the last document once more, marked as a copy.
import {type Command, done, exactly, idleModes, refused} from '../command.ts';
import {errors} from '../errors.ts';
import {centred} from '../papers/layout.ts';
import {line} from '../printer/job.ts';

export const repeatDocument: Command = {
	code: 0x8c,
	name: 'repeat document',
	size: exactly(5),
	password: 'operator',
	modes: idleModes,
	refusals: {8: errors.receiptIsOpen},
	printer: 'acts',
	run: ({state, model, printer}, _request, operator) => {
		const last = state.paper.lastDocument;
		if (!last) return refused(errors.nothingToRepeat);
		printer.print({kind: 'lines', items: [line(centred('ПОВТОР ДОКУМЕНТА', model.columns)), ...last.items]});
		return done(operator);
	},
};
