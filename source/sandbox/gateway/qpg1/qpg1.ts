// Our own dialect, served from the contract's page.
import type {SandboxAccess} from '../../access.ts';
import {refuse} from '../command.ts';
import type {Dialect} from '../dialect.ts';
import {makeAuthenticate} from './authenticate.ts';
import {isOperation, readCommand} from './read.ts';
import {writeAnswer} from './write.ts';

/** The server's side of `qpg1` for one till. */
export function makeQpg1(access: SandboxAccess, nowMs: () => number): Dialect {
	const authenticate = makeAuthenticate(access, nowMs);
	return {
		read: (call) => {
			const refusal = authenticate(call);
			if (refusal) return refusal;
			// Not `NOT_FOUND`: to a cancel that word is a confirmed end.
			return isOperation(call.operation)
				? readCommand(call.operation, call.body, access)
				: refuse(404, 'UNKNOWN_OPERATION', 'no such operation');
		},
		write: (_operation, answer) => writeAnswer(answer, access, nowMs()),
	};
}
