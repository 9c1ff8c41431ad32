// FF45h: closes the receipt with sixteen slots; answers change, document number and fiscal sign (reference, section 7.3).
import {le, storageDate} from '../bytes/build.ts';
import {text1251} from '../bytes/text.ts';
import {type Command, done, money, refused} from '../command.ts';
import {closeReceipt} from '../deeds/close.ts';
import {errors} from '../errors.ts';
import {taxSystemName} from '../papers/words.ts';

export const closeV2: Command = {
	code: 0xff45,
	name: 'close receipt',
	size: [118, 182],
	password: 'operator',
	modes: [8],
	refusals: {2: errors.receiptIsClosed, 3: errors.shiftOver24h, 4: errors.receiptIsClosed},
	printer: 'acts',
	isKnown: (model) => model.hasOperationV2,
	run: (device, request, operator) => {
		const slotsKopecks = Array.from({length: 16}, () => request.money());
		const roundingKopecks = request.u8();
		request.take(30);
		const taxSystem = request.u8();
		const text = text1251(request.rest());
		if (roundingKopecks > 99 || taxSystemName(taxSystem) === undefined) return refused(errors.badParameters);
		const closed = closeReceipt(device, operator, {
			slotsKopecks,
			roundingKopecks,
			taxSystem,
			text,
			isForeign: false,
		});
		if (typeof closed === 'number') return refused(closed);
		const isExtended = device.model.answersCloseDate || device.tables.number(17, 1, 36) === 1;
		return done(
			money(closed.changeKopecks),
			le(closed.fd, 4),
			le(closed.fiscalSign, 4),
			isExtended ? storageDate(closed.atMs) : new Uint8Array(),
		);
	},
};
