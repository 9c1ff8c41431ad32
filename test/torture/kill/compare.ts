// What the outer world has seen against what the till knows: three books, each kept by another, laid side by side.
import type {FiscalDocument, SandboxOrder} from '../../../source/sandbox/index.ts';
import type {Row} from '../../e2e/support/journal.ts';

/** A cashier's or a program's wish to be paid. Each has a sum of its own, by which it is known everywhere. */
export type Enter = {readonly amountKopecks: number};

export type Books = {
	readonly enters: readonly Enter[];
	readonly orders: readonly SandboxOrder[];
	readonly documents: readonly FiscalDocument[];
	readonly rows: readonly Row[];
	/** Result lines that processes have written before they died. */
	readonly said: readonly Readonly<Record<string, unknown>>[];
};

export type Difference = {readonly kind: 'lost' | 'doubled' | 'wrong'; readonly text: string};

type Receipt = Extract<FiscalDocument, {type: 3}>;

const receiptsIn = (documents: readonly FiscalDocument[]): readonly Receipt[] =>
	documents.flatMap((document) => (document.type === 3 ? [document] : []));

const text = (value: unknown): string => JSON.stringify(value);

/** An effect in the world whose intent is not in the journal: what a crash must never leave behind. */
export function withoutIntent({orders, documents, rows}: Books): readonly Difference[] {
	const has = (type: string, orderId: string): boolean =>
		rows.some((row) => row.type === type && row.orderId === orderId);
	const started = orders
		.filter(({orderId}) => !has('payment.started', orderId))
		.map(({orderId}) => lost(`the gateway has order ${orderId}, the journal does not`));
	const closing = receiptsIn(documents)
		.filter(({totalKopecks}) => !has('receipt.closing', orderOf(rows, totalKopecks) ?? ''))
		.map(({fd}) => lost(`the register has receipt ${fd}, the journal has no intent of it`));
	return [...started, ...closing];
}

/** All differences, once nothing is open any more. */
export function compare(books: Books): readonly Difference[] {
	return [
		...withoutIntent(books),
		...books.enters.flatMap((enter) => ofEnter(enter, books)),
		...strays(books),
	];
}

function ofEnter({amountKopecks}: Enter, {orders, documents, rows, said}: Books): readonly Difference[] {
	const found: Difference[] = [];
	const mine = orders.filter((order) => order.amountKopecks === amountKopecks);
	const receipts = receiptsIn(documents).filter(({totalKopecks}) => totalKopecks === amountKopecks);
	const starts = rows.filter(
		({type, body}) => type === 'payment.started' && body['amountKopecks'] === amountKopecks,
	);
	if (mine.length > 1) found.push(doubled(`${mine.length} orders for one Enter of ${amountKopecks}`));
	if (starts.length > 1) found.push(doubled(`${starts.length} intents for one Enter of ${amountKopecks}`));
	const isPaid = mine.some(({status}) => status === 'paid');
	if (isPaid && receipts.length === 0) found.push(lost(`${amountKopecks} is paid and has no receipt`));
	if (receipts.length > 1) found.push(doubled(`${receipts.length} receipts for ${amountKopecks}`));
	if (!isPaid && receipts.length > 0) found.push(wrong(`a receipt for ${amountKopecks}, which is not paid`));
	const orderId = orderOf(rows, amountKopecks);
	const own = rows.filter((row) => row.orderId === orderId);
	const closed = own.filter(({type}) => type === 'receipt.closed');
	if (closed.length !== receipts.length) {
		found.push(wrong(`${receipts.length} receipts for ${amountKopecks}, ${closed.length} in the journal`));
	}
	if (receipts[0] && closed[0] && closed[0].body['fiscalDocument'] !== receipts[0].fd) {
		found.push(wrong(`the journal has ${text(closed[0].body)} for document ${receipts[0].fd}`));
	}
	if (isPaid !== own.some(({type}) => type === 'payment.paid' || type === 'payment.late')) {
		found.push(wrong(`${amountKopecks}: the gateway says ${mine[0]?.status}, the journal otherwise`));
	}
	for (const line of said.filter((one) => one['orderId'] === orderId)) {
		if ((line['outcome'] === 'paid') !== isPaid) {
			found.push(wrong(`it was said ${text(line)}, the gateway has ${mine[0]?.status}`));
		}
		const receipt = line['receipt'] as {state: string; fiscalDocument: number | null};
		if (receipt.state === 'closed' && receipt.fiscalDocument !== receipts[0]?.fd) {
			found.push(wrong(`it was said ${text(receipt)}, the register has ${receipts[0]?.fd}`));
		}
	}
	return found;
}

/** What belongs to nobody's Enter. */
function strays({enters, orders, documents}: Books): readonly Difference[] {
	const known = new Set(enters.map(({amountKopecks}) => amountKopecks));
	return [
		...orders.filter((order) => !known.has(order.amountKopecks)).map(({orderId}) => `order ${orderId}`),
		...receiptsIn(documents)
			.filter(({totalKopecks}) => !known.has(totalKopecks))
			.map(({fd}) => `receipt ${fd}`),
	].map((what) => doubled(`${what} that nobody has asked for`));
}

const orderOf = (rows: readonly Row[], amountKopecks: number): string | null =>
	rows.find(({type, body}) => type === 'payment.started' && body['amountKopecks'] === amountKopecks)
		?.orderId ?? null;

const lost = (words: string): Difference => ({kind: 'lost', text: words});
const doubled = (words: string): Difference => ({kind: 'doubled', text: words});
const wrong = (words: string): Difference => ({kind: 'wrong', text: words});
