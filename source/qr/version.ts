// How large a QR has to be for its text, without drawing it.
import QRRSBlock from 'qrcode-terminal/vendor/QRCode/QRRSBlock.js';
import {headBits, type QrSegment, rangeOfVersion, ranges, segment, type VersionRange} from './segment.ts';
import {mixedSegments} from './segmentation.ts';

/** Error correction, from 7 % of the codewords to 30 %. */
export type QrLevel = 'L' | 'M' | 'Q' | 'H';

/** The levels by the number under which a QR's format information and the encoder know them. */
export const levelNumbers = {L: 1, M: 0, Q: 3, H: 2} as const;

/** What a text becomes at a level. */
export type QrPlan = {
	/** 1 … 40. */
	readonly version: number;
	readonly segments: readonly QrSegment[];
};

/** Modules on a side of the given version. */
export const modulesOfVersion = (version: number): number => 17 + 4 * version;

/**
 * The smallest QR for a text: all in bytes, the plainest for a reader, unless mixed modes save a whole version.
 * Characters beyond ASCII go in as UTF-8. Throws a RangeError beyond version 40: a payload is checked long before.
 */
export function planQr(text: string, level: QrLevel): QrPlan {
	const characters = Buffer.from(text, 'utf8').toString('latin1');
	const bytes = [segment('bytes', characters)];
	const inBytes = smallestVersion(level, () => bytes);
	const mixed = ranges.map((range) => mixedSegments(characters, range));
	const inModes = smallestVersion(level, (range) => mixed[range] ?? bytes);
	if (inBytes !== null && (inModes === null || inBytes <= inModes)) {
		return {version: inBytes, segments: bytes};
	}
	if (inModes === null) throw new RangeError(`No QR holds ${characters.length} bytes at level ${level}`);
	return {version: inModes, segments: mixed[rangeOfVersion(inModes)] ?? bytes};
}

/** The smallest version that holds a text all in bytes, as a fiscal register's own encoder writes it; null: none does. */
export const versionInBytes = (byteCount: number, level: QrLevel): number | null =>
	smallestVersion(level, () => [segment('bytes', ' '.repeat(byteCount))]);

function smallestVersion(
	level: QrLevel,
	segmentsIn: (range: VersionRange) => readonly QrSegment[],
): number | null {
	const bits = ranges.map((range) => bitsOf(segmentsIn(range), range));
	for (let version = 1; version <= 40; version++) {
		if ((bits[rangeOfVersion(version)] ?? 0) <= capacityBits(version, level)) return version;
	}
	return null;
}

function bitsOf(segments: readonly QrSegment[], range: VersionRange): number {
	let bits = 0;
	for (const one of segments) {
		bits += headBits(one.name, range);
		one.write({put: (_value, count) => (bits += count)});
	}
	return bits;
}

// Read from the encoder itself: in its table 15-H is too small by a slip, and such a text goes to version 16.
function capacityBits(version: number, level: QrLevel): number {
	return QRRSBlock.getRSBlocks(version, levelNumbers[level]).reduce(
		(bits, block) => bits + block.dataCount * 8,
		0,
	);
}
