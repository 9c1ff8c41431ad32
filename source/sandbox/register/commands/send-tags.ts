// FF0Ch and FF4Dh: TLV for the document, and for its last position.

import type {Reader} from '../bytes/reader.ts';
import {text866} from '../bytes/text.ts';
import {readTags} from '../bytes/tlv.ts';
import {type Command, done, type Outcome, refused} from '../command.ts';
import type {Device} from '../device.ts';
import {errors} from '../errors.ts';

/** Longest texts of the tags that the reference names. */
const maxLength: Readonly<Record<number, number>> = {1008: 64, 1021: 64, 1203: 12};

const common = {
	size: [6, 255],
	password: 'administrator',
	modes: [8],
	printer: 'ignores',
} as const;

export const sendTags: Command = {
	...common,
	code: 0xff0c,
	name: 'send tags',
	run: (device, request) => take(device, request),
};

export const sendOperationTags: Command = {
	...common,
	code: 0xff4d,
	name: 'send tags of the last position',
	run: (device, request) =>
		device.state.receipt?.operations.length === 0 ? refused(errors.badParameters) : take(device, request),
};

function take({state}: Device, request: Reader): Outcome {
	if (request.left > 250) return refused(errors.tlvTooLong);
	const tags = readTags(request.rest());
	if (!tags || tags.length === 0) return refused(errors.storageBadValue);
	if (tags.some(({tag, value}) => value.length > (maxLength[tag] ?? 250))) return refused(errors.tlvTooLong);
	state.receipt?.tags.push(...tags.map(({tag, value}) => ({tag, text: text866(value)})));
	return done();
}
