// 85h and 8Eh: the old closes with 4 and 16 slots; they answer the change alone (reference, section 7.3).

import type {Reader} from '../bytes/reader.ts';
import {text1251} from '../bytes/text.ts';
import {type Command, done, money, type Outcome, refused} from '../command.ts';
import {closeReceipt} from '../deeds/close.ts';
import type {Device} from '../device.ts';
import {errors} from '../errors.ts';

const refusals = {2: errors.receiptIsClosed, 3: errors.shiftOver24h, 4: errors.receiptIsClosed};

export const closeOld: Command = {
	code: 0x85,
	name: 'close receipt, 4 slots',
	size: [71, 255],
	password: 'operator',
	modes: [8],
	refusals,
	printer: 'acts',
	run: (device, request, operator) => close(device, request, {operator, slots: 4}),
};

export const close16: Command = {
	code: 0x8e,
	name: 'close receipt, 16 slots',
	size: [131, 255],
	password: 'operator',
	modes: [8],
	refusals,
	printer: 'acts',
	isKnown: (model) => model.hasClose16,
	run: (device, request, operator) => close(device, request, {operator, slots: 16}),
};

function close(
	device: Device,
	request: Reader,
	{operator, slots}: {operator: number; slots: number},
): Outcome {
	const slotsKopecks = Array.from({length: slots}, () => request.money());
	// A discount on the whole receipt is no part of the present format of documents.
	if (request.i16() !== 0) return refused(errors.badParameters);
	if (request.take(4).some((group) => group > 4)) return refused(errors.badParameters);
	const text = text1251(request.rest()).trim();
	const payment = {slotsKopecks, roundingKopecks: 0, taxSystem: 0, text, isForeign: false};
	const closed = closeReceipt(device, operator, payment);
	return typeof closed === 'number' ? refused(closed) : done(operator, money(closed.changeKopecks));
}
