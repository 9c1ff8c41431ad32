// A reply that is no answer, as a trouble to speak of.
import {cleanText, type RegisterTrouble} from '../../core/index.ts';
import {factsOfError} from '../errors/codes.ts';
import type {Reply} from './device.ts';

/** The port was closed while an operation waited. */
export const closedPort: RegisterTrouble = {code: 'LINK', detail: ''};

export const deviceTrouble = (error: number, command: string, ownText = ''): RegisterTrouble => ({
	code: 'DEVICE',
	error,
	command,
	ownText,
	...factsOfError(error),
});

export function troubleOf(reply: Exclude<Reply<unknown>, {type: 'ok'}>): RegisterTrouble {
	switch (reply.type) {
		case 'refused':
			return deviceTrouble(reply.error, reply.command, reply.ownText);
		case 'noLink':
			return {code: 'LINK', detail: cleanText(reply.detail, 120)};
		case 'notTaken':
		case 'unknown':
			return {code: 'NO_ANSWER', command: reply.command};
	}
}
