// The two parts of qrcode-terminal's encoder that we use; the package brings no types.

declare module 'qrcode-terminal/vendor/QRCode/index.js' {
	type Segment = {
		/** Mode indicator: 1 numeric, 2 alphanumeric, 4 bytes. */
		readonly mode: number;
		/** Characters of the segment. */
		getLength(): number;
		write(buffer: {put(value: number, bits: number): void}): void;
	};

	export default class QRCode {
		/** `version` 1–40; `level` is the number that stands in the format information. */
		constructor(version: number, level: number);
		/** What `make` encodes, in this order. */
		readonly dataList: Segment[];
		/** Encodes and picks the mask. Throws where the data does not fit the version. */
		make(): void;
		isDark(row: number, column: number): boolean;
	}
}

declare module 'qrcode-terminal/vendor/QRCode/QRRSBlock.js' {
	const QRRSBlock: {
		getRSBlocks(version: number, level: number): ReadonlyArray<{readonly dataCount: number}>;
	};
	export default QRRSBlock;
}
