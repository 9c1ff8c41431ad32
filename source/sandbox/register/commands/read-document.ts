// FF3Ah and FF3Bh: a whole document of the storage, announced by its length and read in pieces (reference, section 9).
import {fromHex, le, toHex} from '../bytes/build.ts';
import {type Command, done, exactly, refused} from '../command.ts';
import {documentTlv} from '../deeds/document-tlv.ts';
import {findDocument} from '../deeds/documents.ts';
import {errors} from '../errors.ts';

const pieceBytes = 240;

export const beginDocument: Command = {
	code: 0xff3a,
	name: 'begin reading a document',
	size: exactly(10),
	password: 'administrator',
	modes: 'any',
	printer: 'ignores',
	run: (device, request) => {
		const document = findDocument(device, request.u32());
		if (!document) return refused(errors.storageNoData);
		const tlv = documentTlv(device, document);
		device.state.unreadDocument = toHex(tlv);
		return done(le(document.type, 2), le(tlv.length, 2));
	},
};

export const readDocument: Command = {
	code: 0xff3b,
	name: 'read a piece of the document',
	size: exactly(6),
	password: 'administrator',
	modes: 'any',
	printer: 'ignores',
	run: ({state}) => {
		const unread = fromHex(state.unreadDocument);
		if (unread.length === 0) return refused(errors.storageNoData);
		state.unreadDocument = toHex(unread.subarray(pieceBytes));
		return done(unread.subarray(0, pieceBytes));
	},
};
