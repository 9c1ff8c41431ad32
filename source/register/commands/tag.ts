// FF0Ch: a tag for the open document, such as the customer's e-mail (register-protocol §7.2).
import {type Command, command, nothing} from './command.ts';

/** Between 8Dh and the close. `tlv` is at most 250 bytes. */
export const sendTag = (password: number, tlv: Uint8Array): Command<null> =>
	command({code: 0xff0c, kind: 'fiscal', password, fields: [tlv], decode: nothing});
