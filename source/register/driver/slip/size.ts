// How large a QR may be on this paper: level and dot (register-protocol §13.3). A phone reads 4 dots with ease.
import {modulesOfVersion, type QrLevel, versionInBytes} from '../../../qr/index.ts';

export type QrSize = {
	readonly level: QrLevel;
	/** Dots of the printer on a side of one module. */
	readonly dot: number;
	readonly modules: number;
};

/** White modules on each side. */
export const quietZone = 4;
/** Above this only paper is spent. */
const largestDot = 6;
/** Below this a phone fails. */
export const smallestDot = 3;
/** With less than this at M the code is made lighter, so that its modules become larger. */
const wantedDot = 4;

/** The dot that fits `modules` and their quiet zone into `dots`. */
export const dotFor = (modules: number, dots: number): number =>
	Math.min(largestDot, Math.floor(dots / (modules + 2 * quietZone)));

/** M, or L where M would make the modules too small; null where even L does. */
export function sizeInBytes(byteCount: number, paperDots: number): QrSize | null {
	const sizes = (['M', 'L'] as const).flatMap((level) => {
		const version = versionInBytes(byteCount, level);
		if (version === null) return [];
		const modules = modulesOfVersion(version);
		return [{level, modules, dot: dotFor(modules, paperDots)}];
	});
	const [medium, light] = sizes;
	const best = medium && medium.dot >= wantedDot ? medium : light;
	return best && best.dot >= smallestDot ? best : null;
}
