// New documents stand in the storage: is exactly one of them our receipt? (Register-protocol §12.2, steps 5 and 6.)
import type {DocumentsBefore, FiscalReceipt, RegisterTrouble} from '../../../core/index.ts';
import {documentTypes, findDocument, type StorageDocument} from '../../commands/find-document.ts';
import {operationKind} from '../../commands/operation.ts';
import {noSuchData} from '../../errors/codes.ts';
import type {Bench} from '../bench.ts';
import {troubleOf} from '../trouble.ts';
import type {PrintEnd} from './print.ts';

/** Beyond this many new documents somebody else has worked on the register all day: a person decides. */
const documentLimit = 500;

type Now = DocumentsBefore & {readonly fiscalDocument: number};

export async function searchDocuments(
	bench: Bench,
	receipt: FiscalReceipt,
	before: DocumentsBefore,
	now: Now,
): Promise<PrintEnd> {
	const from = (before.fiscalDocument ?? 0) + 1;
	const to = now.fiscalDocument;
	const stranger: PrintEnd = {type: 'unknown', trouble: {code: 'OTHER_DOCUMENTS', from, to}};
	if (to < from || to - from >= documentLimit) return stranger;
	const found = await matching(bench, receipt, from, to);
	if (found.type === 'problem') return {type: 'unknown', trouble: found.trouble};
	const [ours, second] = found.documents;
	if (ours === undefined || second !== undefined) return stranger;
	// With other documents beside it, the shift's receipt number must have grown by exactly ours.
	const grew = (now.receiptNumber ?? 0) - (before.receiptNumber ?? 0);
	if (to > from && grew !== 1) return stranger;
	return {
		type: 'closed',
		number: now.receiptNumber,
		fiscalDocument: ours.fiscalDocument,
		fiscalSign: ours.fiscalSign,
	};
}

type Matching =
	| {readonly type: 'documents'; readonly documents: readonly StorageDocument[]}
	| {readonly type: 'problem'; readonly trouble: RegisterTrouble};

async function matching(
	{device}: Bench,
	{kind, sumKopecks}: FiscalReceipt,
	from: number,
	to: number,
): Promise<Matching> {
	const documents: StorageDocument[] = [];
	for (let number = from; number <= to; number += 1) {
		const reply = await device.ask(findDocument(device.password, number));
		if (reply.type === 'refused' && reply.error === noSuchData) continue;
		if (reply.type !== 'ok') return {type: 'problem', trouble: troubleOf(reply)};
		const {type, operation, totalKopecks} = reply.answer;
		if (type === documentTypes.receipt && operation === operationKind[kind] && totalKopecks === sumKopecks)
			documents.push(reply.answer);
	}
	return {type: 'documents', documents};
}
