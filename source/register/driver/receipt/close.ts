// The close: FF45h, else 8Eh, else 85h. Each is sent at most once; a doubt is left to the documents (register-protocol §12).
import type {DocumentsBefore, FiscalReceipt, ReceiptEnd, RegisterTrouble} from '../../../core/index.ts';
import {type Closed, closeReceipt} from '../../commands/close.ts';
import type {Command} from '../../commands/command.ts';
import {findDocument} from '../../commands/find-document.ts';
import {closeFourSlots, closeSixteenSlots} from '../../commands/old-close.ts';
import {storageShift} from '../../commands/storage-shift.ts';
import {notSupported} from '../../errors/codes.ts';
import type {Bench} from '../bench.ts';
import {deedOf} from '../deed.ts';
import {readDocuments} from '../documents.ts';
import {perform} from '../perform.ts';
import {standsWhole} from './readings.ts';

export type CloseDeed =
	| {readonly type: 'closed'; readonly end: ReceiptEnd & {type: 'closed'}}
	| {readonly type: 'not'; readonly trouble: RegisterTrouble}
	| {readonly type: 'doubt'; readonly trouble: RegisterTrouble};

/** 85h has no more. */
const fourSlots = 4;

export async function close(
	bench: Bench,
	receipt: FiscalReceipt,
	before: DocumentsBefore,
	taxSystemBit: number,
): Promise<CloseDeed> {
	const {password} = bench.device;
	const {slot, sumKopecks} = receipt;
	const payments = {[slot]: sumKopecks};
	const oldNumbers = () => askNumbers(bench);
	const newest = await closeBy(
		bench,
		closeReceipt(password, {payments, taxSystemBit}),
		{receipt, before},
		(answer) => numbersOf(bench, answer, before),
	);
	if (newest !== null) return newest;
	const older = await closeBy(bench, closeSixteenSlots(password, payments), {receipt, before}, oldNumbers);
	if (older !== null) return older;
	if (slot > fourSlots) return {type: 'not', trouble: {code: 'SLOT', slot}};
	const oldest = await closeBy(bench, closeFourSlots(password, payments), {receipt, before}, oldNumbers);
	return oldest ?? {type: 'not', trouble: {code: 'SLOT', slot}};
}

type Work = {readonly receipt: FiscalReceipt; readonly before: DocumentsBefore};
type End = ReceiptEnd & {type: 'closed'};

/** Null: this firmware has no such close, the older form is to be taken. */
async function closeBy<Answer>(
	bench: Bench,
	command: Command<Answer>,
	{receipt, before}: Work,
	numbers: (answer: Answer) => Promise<End>,
): Promise<CloseDeed | null> {
	if (bench.lacks.has(command.code)) return null;
	const first = await perform(bench, command);
	// The line said «refused»: with the receipt seen open, whole and without a new document the close may go again (§12.2, 7).
	const mayRepeat = first.type === 'notTaken' && (await standsWhole(bench, receipt, before));
	const reply = mayRepeat ? await perform(bench, command) : first;
	if (reply.type === 'ok') return {type: 'closed', end: await numbers(reply.answer)};
	if (reply.type === 'refused' && reply.error === notSupported) {
		bench.lacks.add(command.code);
		return null;
	}
	return deedOf(reply);
}

/** With the very next document number nothing can have come between: the receipt's number needs no question. */
async function numbersOf(
	{device}: Bench,
	{fiscalDocument, fiscalSign}: Closed,
	before: DocumentsBefore,
): Promise<End> {
	const isNext = before.fiscalDocument !== null && fiscalDocument === before.fiscalDocument + 1;
	if (isNext && before.receiptNumber !== null)
		return {type: 'closed', number: before.receiptNumber + 1, fiscalDocument, fiscalSign};
	const shift = await device.ask(storageShift(device.password));
	const number = shift.type === 'ok' ? shift.answer.receipt : null;
	return {type: 'closed', number, fiscalDocument, fiscalSign};
}

/** The old forms answer no document number: the storage is asked, where there is one. */
async function askNumbers({device}: Bench): Promise<End> {
	const documents = await readDocuments(device);
	const nothing = {type: 'closed', number: null, fiscalDocument: null, fiscalSign: null} as const;
	if (documents.type !== 'ok') return nothing;
	const {fiscalDocument, receiptNumber: number} = documents.answer;
	if (fiscalDocument === null) return nothing;
	const found = await device.ask(findDocument(device.password, fiscalDocument));
	const fiscalSign = found.type === 'ok' ? found.answer.fiscalSign : null;
	return {type: 'closed', number, fiscalDocument, fiscalSign};
}
