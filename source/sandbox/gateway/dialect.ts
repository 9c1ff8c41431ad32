// What a dialect of the sandbox does: HTTP in, command out; answer in, HTTP out.
import type {Call} from './call.ts';
import type {Answer, Command, Refusal} from './command.ts';

export type DialectName = 'qpg1' | 'wcf-json';

/** An HTTP answer; the body is JSON. */
export type Written = {readonly httpStatus: number; readonly body: string};

export type Dialect = {
	/** Checks who calls, then what is wanted. The first broken rule is the refusal. */
	read(call: Call): Command | Refusal;
	write(operation: string, answer: Answer): Written;
};
