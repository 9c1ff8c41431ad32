// What one kind of register can and what it can't: the differences that a driver has to live with (reference, sections 4, 8, 13).

export type Model = {
	/** FCh: model number, name, protocol version. */
	readonly number: number;
	readonly name: string;
	readonly protocol: readonly [version: number, subversion: number];
	/** Letters a line in font 1 and font 2. */
	readonly columns: number;
	readonly wideColumns: number;
	/** Width of the paper in dots and a letter of font 1. */
	readonly widthDots: number;
	readonly letterDots: readonly [width: number, height: number];
	readonly fonts: number;
	/** F7h is known. */
	readonly hasModelQuery: boolean;
	/** Commands FFxx of the fiscal storage; without it the answer to them is the two bytes `FF 37`. */
	readonly hasStorage: boolean;
	/** FF45h and FF46h. */
	readonly hasOperationV2: boolean;
	/** 8Eh, the close with 16 slots. */
	readonly hasClose16: boolean;
	/** DDh and DEh. */
	readonly hasBarcodes: boolean;
	/** C0h and C1h; C3h and C4h; 4Dh and 4Eh. */
	readonly hasNarrowGraphics: boolean;
	readonly hasWideGraphics: boolean;
	readonly hasGraphics512: boolean;
	/** Several lines in one C4h. */
	readonly hasBlockLoad: boolean;
	/** Flags in C3h. */
	readonly hasGraphicsFlags: boolean;
	/** F7h bit 26: the highest bit of a byte of graphics is its leftmost dot; otherwise the lowest is. */
	readonly isGraphicsMirrored: boolean;
	/** 6Bh. */
	readonly hasErrorTexts: boolean;
	/** The numbered link of section 2. */
	readonly hasLinkV2: boolean;
	/** Text of 12h and 17h may have any length; otherwise it must be padded to 20 and 40. */
	readonly isTextFree: boolean;
	/** An operation without 8Dh opens a receipt by itself. */
	readonly opensReceiptItself: boolean;
	/** A receipt that was open when the shift passed 24 hours can still be closed. */
	readonly closesOverdueReceipt: boolean;
	/** Answer to a command that prints while submode is 2. */
	readonly activeNoPaperError: 0x6b | 0x72;
	/** The close answers with date and time too; else table 17 field 36 decides. */
	readonly answersCloseDate: boolean;
};

const m02f: Model = {
	number: 250,
	name: 'ШТРИХ-М-02Ф',
	protocol: [1, 14],
	columns: 48,
	wideColumns: 24,
	widthDots: 576,
	letterDots: [12, 24],
	fonts: 7,
	hasModelQuery: true,
	hasStorage: true,
	hasOperationV2: true,
	hasClose16: true,
	hasBarcodes: true,
	hasNarrowGraphics: true,
	hasWideGraphics: true,
	hasGraphics512: true,
	hasBlockLoad: true,
	hasGraphicsFlags: true,
	isGraphicsMirrored: false,
	hasErrorTexts: false,
	hasLinkV2: false,
	isTextFree: true,
	opensReceiptItself: true,
	closesOverdueReceipt: false,
	activeNoPaperError: 0x6b,
	answersCloseDate: false,
};

/**
 * Models to choose from. `m-02f` is the full one; `m-02f-v2` adds the numbered link; `light` has narrow paper; `retail` mirrors its graphics and
 * has no barcodes of its own; `no-barcode` and `raster-only` lack the encoder; `old-core` closes by 8Eh alone; `fr-k` is a device without storage.
 */
export const models = {
	'm-02f': m02f,
	'm-02f-v2': {...m02f, hasLinkV2: true, hasErrorTexts: true},
	light: {
		...m02f,
		number: 252,
		name: 'ШТРИХ-ЛАЙТ-02Ф',
		columns: 32,
		wideColumns: 16,
		widthDots: 320,
		letterDots: [10, 24],
		hasGraphics512: false,
	},
	retail: {
		...m02f,
		number: 22,
		name: 'РИТЕЙЛ-01Ф',
		columns: 42,
		wideColumns: 21,
		widthDots: 432,
		letterDots: [10, 24],
		hasBarcodes: false,
		isGraphicsMirrored: true,
		activeNoPaperError: 0x72,
	},
	'no-barcode': {...m02f, hasBarcodes: false},
	'raster-only': {
		...m02f,
		hasBarcodes: false,
		hasGraphics512: false,
		hasBlockLoad: false,
		hasGraphicsFlags: false,
	},
	'old-core': {
		...m02f,
		hasOperationV2: false,
		hasErrorTexts: true,
		isTextFree: false,
		opensReceiptItself: false,
	},
	'fr-k': {
		...m02f,
		number: 4,
		name: 'ШТРИХ-ФР-К',
		protocol: [1, 11],
		columns: 36,
		wideColumns: 18,
		widthDots: 432,
		fonts: 3,
		hasModelQuery: false,
		hasStorage: false,
		hasOperationV2: false,
		hasClose16: false,
		hasBarcodes: false,
		hasWideGraphics: false,
		hasGraphics512: false,
		isTextFree: false,
	},
} as const satisfies Record<string, Model>;

export type ModelName = keyof typeof models;

export const isModelName = (word: string): word is ModelName => Object.hasOwn(models, word);
