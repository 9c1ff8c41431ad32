// FF39h and FF3Fh: what the operator of fiscal data has not taken yet.
import {le, storageDate} from '../bytes/build.ts';
import {type Command, done, exactly} from '../command.ts';
import {findDocument} from '../deeds/documents.ts';
import type {Device} from '../device.ts';

const waiting = ({state}: Device): number => state.lastFd - state.ticketedFd;

export const exchangeStatus: Command = {
	code: 0xff39,
	name: 'exchange status',
	size: exactly(6),
	password: 'administrator',
	modes: 'any',
	printer: 'ignores',
	run: (device) => {
		const count = waiting(device);
		const first = count > 0 ? device.state.ticketedFd + 1 : 0;
		const document = findDocument(device, first);
		const hasConnection = device.state.isOperatorReached ? 1 : 0;
		const hasQueue = count > 0 ? 2 : 0;
		const date = document ? storageDate(document.atMs) : new Uint8Array(5);
		return done(hasConnection | hasQueue, 0, le(count, 2), le(first, 4), date);
	},
};

export const documentsWithoutTicket: Command = {
	code: 0xff3f,
	name: 'documents without ticket',
	size: exactly(6),
	password: 'administrator',
	modes: 'any',
	printer: 'ignores',
	run: (device) => done(le(waiting(device), 2)),
};
