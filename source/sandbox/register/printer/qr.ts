// Draws a QR code as the register's own encoder does (DEh): version, mask and level may be given.
import {createRequire} from 'node:module';
import type {Bitmap} from './job.ts';

type Encoder = {
	addData(data: string): void;
	getBestMaskPattern(): number;
	make(): void;
	getModuleCount(): number;
	isDark(row: number, column: number): boolean;
	typeNumber: number;
};

type QrSettings = {
	/** 0…3 = L, M, Q, H. */
	readonly level: number;
	/** 0 picks the smallest, else 1…40. */
	readonly version: number;
	/** 0 picks the best, else 1…8. */
	readonly mask: number;
};

export type DrawnQr = {
	readonly bitmap: Bitmap;
	readonly version: number;
	/** 0…7. */
	readonly mask: number;
};

/** Numbers that the encoder gives to the levels L, M, Q, H. */
const levelNumbers = [1, 0, 3, 2];

let loaded: (new (version: number, level: number) => Encoder) | null = null;

function encoderClass(): new (version: number, level: number) => Encoder {
	loaded ??= createRequire(import.meta.url)('qrcode-terminal/vendor/QRCode') as NonNullable<typeof loaded>;
	return loaded;
}

/** One module is one dot of the bitmap; no quiet zone. Null when the data do not fit. */
export function drawQr(data: Uint8Array, {level, version, mask}: QrSettings): DrawnQr | null {
	const Encoder = encoderClass();
	const code = new Encoder(version, levelNumbers[level] ?? 0);
	// The encoder takes the low byte of each letter: bytes pass as they are.
	code.addData(String.fromCharCode(...data));
	const best = code.getBestMaskPattern.bind(code);
	let chosenMask = mask - 1;
	// All eight are drawn and judged for an answer: once, and not at all where the mask is given.
	code.getBestMaskPattern = () => {
		if (mask === 0) chosenMask = best();
		return chosenMask;
	};
	try {
		code.make();
	} catch {
		return null;
	}
	const size = code.getModuleCount();
	const rows = Array.from({length: size}, (_, row) => {
		const bytes = new Uint8Array(Math.ceil(size / 8));
		for (let column = 0; column < size; column++) {
			if (code.isDark(row, column)) bytes[column >> 3] = (bytes[column >> 3] ?? 0) | (0x80 >> (column & 7));
		}
		return Buffer.from(bytes).toString('hex');
	});
	return {bitmap: {widthDots: size, rows}, version: code.typeNumber, mask: chosenMask};
}
