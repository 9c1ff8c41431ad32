// A text as the modules of a QR code, by qrcode-terminal's encoder.
import QRCode from 'qrcode-terminal/vendor/QRCode/index.js';
import {levelNumbers, modulesOfVersion, planQr, type QrLevel} from './version.ts';

export type QrMatrix = {
	/** Modules on a side, without quiet zone. */
	readonly size: number;
	/** 1 … 40; size = 17 + 4 · version. */
	readonly version: number;
	readonly level: QrLevel;
	/** Whether a module is black. Outside of the code all is white: the quiet zone needs no case of its own. */
	isDark(row: number, column: number): boolean;
};

/**
 * Encodes `text` in the smallest version that holds it at `level`.
 * Throws a RangeError where no version does (2953 bytes at L): a payload of ours is at most 512 bytes.
 */
export function qrMatrix(text: string, level: QrLevel): QrMatrix {
	const {version, segments} = planQr(text, level);
	const code = new QRCode(version, levelNumbers[level]);
	code.dataList.push(...segments);
	code.make();
	const size = modulesOfVersion(version);
	const isInside = (at: number): boolean => at >= 0 && at < size;
	return {
		size,
		version,
		level,
		isDark: (row, column) => isInside(row) && isInside(column) && code.isDark(row, column),
	};
}
