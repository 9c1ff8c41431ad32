// FF01h: phase, current document, shift, last document number (reference, section 9). The document shows from 8Dh on.
import {le, storageDate} from '../bytes/build.ts';
import {bytes1251} from '../bytes/text.ts';
import {type Command, done, exactly} from '../command.ts';
import {storageWarnings} from '../deeds/storage-life.ts';

const setUpAndFiscal = 0x03;
const receiptDocument = 0x04;

export const storageStatus: Command = {
	code: 0xff01,
	name: 'storage status',
	size: exactly(6),
	password: 'administrator',
	modes: 'any',
	printer: 'ignores',
	run: (device) => {
		const {state} = device;
		return done(
			setUpAndFiscal,
			state.receipt ? receiptDocument : 0,
			state.receipt ? 1 : 0,
			state.isShiftOpen ? 1 : 0,
			storageWarnings(device),
			storageDate(state.lastDocumentAtMs),
			bytes1251(state.storageNumber, 16),
			le(state.lastFd, 4),
		);
	},
};
