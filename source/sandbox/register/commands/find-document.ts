// FF0Ah: a document of the storage by its number; 08h when it is not there.
import {join, le, storageDate} from '../bytes/build.ts';
import {type Command, done, exactly, money, refused} from '../command.ts';
import {findDocument as find} from '../deeds/documents.ts';
import {errors} from '../errors.ts';
import type {FiscalDocument} from '../state/document.ts';
import {operationCode} from '../state/receipt.ts';

export const findDocument: Command = {
	code: 0xff0a,
	name: 'find document',
	size: exactly(10),
	password: 'administrator',
	modes: 'any',
	printer: 'ignores',
	run: (device, request) => {
		const document = find(device, request.u32());
		if (!document) return refused(errors.storageNoData);
		const hasTicket = document.fd <= device.state.ticketedFd ? 1 : 0;
		return done(
			document.type,
			hasTicket,
			storageDate(document.atMs),
			le(document.fd, 4),
			le(document.fiscalSign, 4),
			details(document),
		);
	},
};

const details = (document: FiscalDocument): Uint8Array =>
	document.type === 3
		? join(operationCode(document.kind), money(document.totalKopecks))
		: le(document.shift, 2);
