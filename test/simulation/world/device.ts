// A fiscal register as a thing: a tape of documents, and at most one receipt that stands open.

export type Document = {
	readonly number: number;
	readonly kind: 'sale' | 'refund';
	/** The order that the receipt's line names: the register itself does not know it. */
	readonly about: string;
	readonly sumKopecks: number;
	readonly slot: number;
	readonly atMs: number;
};

export type Device = {
	readonly documents: readonly Document[];
	/** Slips with a QR that were printed. */
	readonly slips: readonly {readonly about: string; readonly atMs: number}[];
	readonly isOpen: () => boolean;
	readonly open: () => boolean;
	readonly close: (receipt: Pick<Document, 'kind' | 'about' | 'sumKopecks' | 'slot'>) => Document | null;
	readonly cancel: () => void;
	readonly slip: (about: string) => void;
	readonly last: () => number;
};

/** A register with some documents of earlier days. */
export function createDevice(nowMs: () => number): Device {
	const documents: Document[] = [];
	const slips: {about: string; atMs: number}[] = [];
	const earlier = 340;
	let isOpen = false;
	return {
		documents,
		slips,
		isOpen: () => isOpen,
		open() {
			if (isOpen) return false;
			isOpen = true;
			return true;
		},
		close(receipt) {
			if (!isOpen) return null;
			isOpen = false;
			const document = {...receipt, number: earlier + documents.length + 1, atMs: nowMs()};
			documents.push(document);
			return document;
		},
		cancel() {
			isOpen = false;
		},
		slip: (about) => void slips.push({about, atMs: nowMs()}),
		last: () => earlier + documents.length,
	};
}
