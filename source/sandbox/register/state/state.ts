// Everything that the register remembers. Plain data, so that it can be kept as JSON and begun anywhere by a test.
import type {Job} from '../printer/job.ts';
import type {FiscalDocument} from './document.ts';
import type {OpenReceipt} from './receipt.ts';

export type PaperPhase = 'idle' | 'out-passive' | 'out-active' | 'back';

export type RegisterState = {
	version: 1;
	storageNumber: string;
	/** Four bytes of serial number and the taxpayer's number, as 11h shows them. */
	serial: number;
	inn: string;
	lastFd: number;
	storageExpiresAtMs: number;
	/** Date of the last document of the storage. */
	lastDocumentAtMs: number;
	/** The operator of fiscal data has taken all documents up to this one. */
	ticketedFd: number;
	/** Whether the operator answers: without it documents wait in the queue. */
	isOperatorReached: boolean;
	documents: FiscalDocument[];
	isShiftOpen: boolean;
	/** Number of the open shift, or of the last closed one. */
	shift: number;
	shiftOpenedAtMs: number;
	/** Receipts made in the shift. */
	receiptsInShift: number;
	/** Sums of the shift: by kind of receipt, sixteen payment slots each. */
	slotTotals: number[][];
	/** Number of receipts of each kind since the register was made (operation registers 148…151). */
	receiptsByKind: number[];
	receipt: OpenReceipt | null;
	/** Through number of documents (operation register 152). */
	throughNumber: number;
	cashKopecks: number;
	cashInKopecks: number;
	cashOutKopecks: number;
	/** Fields that differ from the factory's, as hex, by `table.row.field`. */
	tables: Record<string, string>;
	/** Blocks of DDh, 64 bytes each, as hex. */
	barcodeBlocks: Record<string, string>;
	/** Loaded lines of graphics, as hex: 320 dots wide (C0h, C4h) and 512 (4Eh). */
	narrowGraphics: Record<string, string>;
	wideGraphics: Record<string, string>;
	paper: {isPresent: boolean; phase: PaperPhase; pending: Job | null; lastDocument: Job | null};
	exchange: {speedCode: number; timeoutCode: number};
	/** What FF3Bh has still to give out, as hex. */
	unreadDocument: string;
	/** How far the register's clock is ahead, set by 21h and 22h. */
	clockAheadMs: number;
	/** Day, month, year that 22h brought and 23h has still to confirm. */
	unconfirmedDate: readonly number[] | null;
	/** A mode that `control` forced (6, 10…), null while the register's own applies. */
	forcedMode: number | null;
	/** An error that the storage answers to every new document, null while it works. */
	storageError: number | null;
};

/** A register that is set up, its shift closed, paper in. */
export function freshState(nowMs: number): RegisterState {
	return {
		version: 1,
		storageNumber: '9999078900001234',
		serial: 12_345,
		inn: '771234567859',
		lastFd: 1,
		storageExpiresAtMs: nowMs + 600 * 86_400_000,
		lastDocumentAtMs: nowMs,
		ticketedFd: 1,
		isOperatorReached: true,
		documents: [],
		isShiftOpen: false,
		shift: 0,
		shiftOpenedAtMs: 0,
		receiptsInShift: 0,
		slotTotals: emptySlotTotals(),
		receiptsByKind: [0, 0, 0, 0],
		receipt: null,
		throughNumber: 0,
		cashKopecks: 0,
		cashInKopecks: 0,
		cashOutKopecks: 0,
		tables: {},
		barcodeBlocks: {},
		narrowGraphics: {},
		wideGraphics: {},
		paper: {isPresent: true, phase: 'idle', pending: null, lastDocument: null},
		exchange: {speedCode: 6, timeoutCode: 100},
		unreadDocument: '',
		clockAheadMs: 0,
		unconfirmedDate: null,
		forcedMode: null,
		storageError: null,
	};
}

export const emptySlotTotals = (): number[][] => [0, 1, 2, 3].map(() => new Array<number>(16).fill(0));
