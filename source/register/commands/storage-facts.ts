// FF03h, FF3Fh: how long the storage lives, and how many documents its operator (ОФД) has not confirmed. For the status page.
import {type Command, command} from './command.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** §9 «FF03»: `YYYY-MM-DD`. Live devices send more bytes, which are left unread. */
export const storageExpiry = (password: number): Command<string> =>
	command({
		code: 0xff03,
		kind: 'read',
		password,
		leastBytes: 3,
		decode: (data) => `20${two(data.number(1))}-${two(data.number(1))}-${two(data.number(1))}`,
	});

/** §9 «FF3F»: documents without ticket. */
export const documentsWithoutTicket = (password: number): Command<number> =>
	command({code: 0xff3f, kind: 'read', password, leastBytes: 2, decode: (data) => data.number(2)});
