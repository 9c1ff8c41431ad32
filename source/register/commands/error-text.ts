// 6Bh: the register's own name for an error code, for those that nobody documents. Has no password.
import {type Command, command} from './command.ts';

/** §4 «6B error text»; some firmware answers 37h. */
export const errorText = (error: number): Command<string> =>
	command({
		code: 0x6b,
		kind: 'read',
		answerMs: 3000,
		password: null,
		fields: [error],
		decode: (data) => data.text(data.left()),
	});
