// A receipt from 8Dh to the close. Every end is one of three: closed with its numbers, surely not closed, not known.
import type {DocumentsBefore, FiscalReceipt, ReceiptEnd, RegisterTrouble} from '../../../core/index.ts';
import {subtotal} from '../../commands/receipt.ts';
import {sendTag} from '../../commands/tag.ts';
import {notSupported} from '../../errors/codes.ts';
import {tags, textTag} from '../../wire/tlv.ts';
import type {Bench} from '../bench.ts';
import {type Deed, deedOf, done} from '../deed.ts';
import {perform} from '../perform.ts';
import {readPatiently} from '../read-patiently.ts';
import {cancelOwn} from './cancel.ts';
import {close} from './close.ts';
import {type SaleLine, saleLines} from './lines.ts';
import {open} from './open.ts';
import {sell} from './sell.ts';

export type PrintEnd =
	| (ReceiptEnd & {type: 'closed'})
	| {readonly type: 'failed'; readonly trouble: RegisterTrouble}
	| {readonly type: 'unknown'; readonly trouble: RegisterTrouble};

export type ReceiptOptions = {
	/** Bit of tag 1055 for FF45h (register-protocol §7.3); 0 leaves the choice to the register. */
	readonly taxSystemBit: number;
};

/** Called once for each intent in the journal. With one line and all going well: 8Dh, FF46h, 89h, FF45h. */
export async function print(
	bench: Bench,
	receipt: FiscalReceipt,
	before: DocumentsBefore,
	options: ReceiptOptions,
): Promise<PrintEnd> {
	const prepared = saleLines(receipt);
	if (prepared.type === 'wrong') return {type: 'failed', trouble: prepared.trouble};
	const opened = await openWithTags(bench, receipt, before);
	// Refused at 8Dh: nothing of ours is open, and what may be open is not ours to cancel.
	if (opened.type === 'not') return {type: 'failed', trouble: opened.trouble};
	if (opened.type === 'doubt') return {type: 'unknown', trouble: opened.trouble};
	const filled = await fill(bench, receipt, prepared.lines);
	if (filled.type !== 'done') return abandon(bench, before, filled.trouble);
	const closed = await close(bench, receipt, before, options.taxSystemBit);
	if (closed.type === 'closed') return closed.end;
	// A close that may have happened must not be followed by a cancel of who knows what.
	if (closed.type === 'doubt') return {type: 'unknown', trouble: closed.trouble};
	return abandon(bench, before, closed.trouble);
}

/** Whether a tag was taken can't be asked for: with its answer lost the receipt is cancelled and begun again, once. */
async function openWithTags(bench: Bench, receipt: FiscalReceipt, before: DocumentsBefore): Promise<Deed> {
	const opened = await open(bench, receipt.kind, before);
	if (opened.type !== 'done') return opened;
	const tagged = await sendContact(bench, receipt);
	if (tagged.type === 'done') return done;
	if (!(await cancelOwn(bench, before))) return {type: 'doubt', trouble: tagged.trouble};
	if (tagged.type === 'not') return tagged;
	const again = await open(bench, receipt.kind, before);
	if (again.type !== 'done') return again;
	const taggedAgain = await sendContact(bench, receipt);
	return taggedAgain.type === 'done' ? done : {type: 'doubt', trouble: taggedAgain.trouble};
}

/** Tag 1008: where the customer's copy goes. Firmware without FF0Ch makes the receipt without it. */
async function sendContact(bench: Bench, {receipt}: FiscalReceipt): Promise<Deed> {
	const contact = receipt.email ?? receipt.phone;
	if (contact === null || bench.lacks.has('FF0C')) return done;
	const reply = await perform(bench, sendTag(bench.device.password, textTag(tags.customerContact, contact)));
	if (reply.type !== 'refused' || reply.error !== notSupported) return deedOf(reply);
	bench.lacks.add('FF0C');
	return done;
}

/** All lines, then the proof that the register counts as we do: what is garbled in pairs passes the LRC (§1.1). */
async function fill(bench: Bench, receipt: FiscalReceipt, lines: readonly SaleLine[]): Promise<Deed> {
	let sold = {operations: 0, totalKopecks: 0};
	for (const line of lines) {
		const deed = await sell(bench, receipt.kind, line, sold);
		if (deed.type !== 'done') return deed;
		sold = {operations: sold.operations + 1, totalKopecks: sold.totalKopecks + line.sumKopecks};
	}
	const {device} = bench;
	const total = await readPatiently(bench, () => device.ask(subtotal(device.password)));
	if (total.type !== 'ok') return deedOf(total);
	const expectedKopecks = receipt.sumKopecks;
	if (total.answer === expectedKopecks) return done;
	return {type: 'not', trouble: {code: 'SUM_DIFFERS', expectedKopecks, foundKopecks: total.answer}};
}

/** Ours is open: it is cancelled, or else its end is not known and left to the settling. */
async function abandon(bench: Bench, before: DocumentsBefore, trouble: RegisterTrouble): Promise<PrintEnd> {
	return {type: (await cancelOwn(bench, before)) ? 'failed' : 'unknown', trouble};
}
