// The close: FF45h, else 8Eh, else 85h. Each is sent at most once; a doubt is left to the documents (register-protocol §12).
import type {DocumentsBefore, FiscalReceipt, ReceiptEnd, RegisterTrouble} from '../../../core/index.ts';
import {type Closed, closeReceipt} from '../../commands/close.ts';
import {findDocument} from '../../commands/find-document.ts';
import {closeFourSlots, closeSixteenSlots} from '../../commands/old-close.ts';
import {storageShift} from '../../commands/storage-shift.ts';
import {notSupported} from '../../errors/codes.ts';
import type {Bench} from '../bench.ts';
import type {Reply} from '../device.ts';
import {readDocuments} from '../documents.ts';
import {perform} from '../perform.ts';
import {deedOf} from './deed.ts';

export type CloseDeed =
	| {readonly type: 'closed'; readonly end: ReceiptEnd & {type: 'closed'}}
	| {readonly type: 'not'; readonly trouble: RegisterTrouble}
	| {readonly type: 'doubt'; readonly trouble: RegisterTrouble};

const fourSlots = 4;

export async function close(
	bench: Bench,
	{slot, sumKopecks}: FiscalReceipt,
	before: DocumentsBefore,
	taxSystemBit: number,
): Promise<CloseDeed> {
	const {device, lacks} = bench;
	const payments = {[slot]: sumKopecks};
	const isUnknown = (reply: Reply<unknown>, code: string): boolean => {
		const isSo = reply.type === 'refused' && reply.error === notSupported;
		if (isSo) lacks.add(code);
		return isSo;
	};
	if (!lacks.has('FF45')) {
		const reply = await perform(bench, closeReceipt(device.password, {payments, taxSystemBit}));
		if (!isUnknown(reply, 'FF45'))
			return reply.type === 'ok' ? closed(await numbersOf(bench, reply.answer, before)) : notClosed(reply);
	}
	if (!lacks.has('8E')) {
		const reply = await perform(bench, closeSixteenSlots(device.password, payments));
		if (!isUnknown(reply, '8E'))
			return reply.type === 'ok' ? closed(await askNumbers(bench)) : notClosed(reply);
	}
	if (slot > fourSlots) return {type: 'not', trouble: {code: 'SLOT', slot}};
	const reply = await perform(bench, closeFourSlots(device.password, payments));
	return reply.type === 'ok' ? closed(await askNumbers(bench)) : notClosed(reply);
}

const closed = (end: ReceiptEnd & {type: 'closed'}): CloseDeed => ({type: 'closed', end});

function notClosed(reply: Reply<unknown>): CloseDeed {
	const deed = deedOf(reply);
	if (deed.type === 'done') throw new Error('a close that succeeded is no failure');
	return deed;
}

/** With the very next document number nothing can have come between: the receipt's number needs no question. */
async function numbersOf(
	{device}: Bench,
	{fiscalDocument, fiscalSign}: Closed,
	before: DocumentsBefore,
): Promise<ReceiptEnd & {type: 'closed'}> {
	const isNext = before.fiscalDocument !== null && fiscalDocument === before.fiscalDocument + 1;
	if (isNext && before.receiptNumber !== null)
		return {type: 'closed', number: before.receiptNumber + 1, fiscalDocument, fiscalSign};
	const shift = await device.ask(storageShift(device.password));
	const number = shift.type === 'ok' ? shift.answer.receipt : null;
	return {type: 'closed', number, fiscalDocument, fiscalSign};
}

/** The old forms answer no document number: the storage is asked, where there is one. */
async function askNumbers({device}: Bench): Promise<ReceiptEnd & {type: 'closed'}> {
	const documents = await readDocuments(device);
	const nothing = {type: 'closed', number: null, fiscalDocument: null, fiscalSign: null} as const;
	if (documents.type !== 'ok') return nothing;
	const {fiscalDocument, receiptNumber: number} = documents.answer;
	if (fiscalDocument === null) return nothing;
	const found = await device.ask(findDocument(device.password, fiscalDocument));
	const fiscalSign = found.type === 'ok' ? found.answer.fiscalSign : null;
	return {type: 'closed', number, fiscalDocument, fiscalSign};
}
