// The cheapest way to cut a text into segments. A payment link is lower-case text around a long capital id and a
// bank's number: written each in its own mode, 112 bytes still fit where plain bytes end at 106.
import {headBits, modesOf, type QrMode, type QrSegment, segment, type VersionRange} from './segment.ts';

/** One character written, with all that came before it: the chain is read from its end. */
type Way = {readonly sixths: number; readonly mode: QrMode; readonly before: Way | null};

/** Sixths of a bit that one more character costs, so that no fraction is ever rounded. */
const sixthsPerCharacter = {numeric: 20, alphanumeric: 33, bytes: 48} as const;

const wholeBits = (sixths: number): number => Math.ceil(sixths / 6) * 6;

function follow(before: Way | null, mode: QrMode, range: VersionRange): Way {
	const character = sixthsPerCharacter[mode];
	if (before?.mode === mode) return {sixths: before.sixths + character, mode, before};
	return {sixths: wholeBits(before?.sixths ?? 0) + headBits(mode, range) * 6 + character, mode, before};
}

const cheapest = (ways: readonly Way[]): Way =>
	ways.reduce((best, way) => (wholeBits(way.sixths) < wholeBits(best.sixths) ? way : best));

/**
 * Cuts a text of single-byte characters into the segments that take the fewest bits in this range of versions.
 * For each mode that may hold a character only the cheapest way to get there is kept.
 */
export function mixedSegments(text: string, range: VersionRange): readonly QrSegment[] {
	let ways: readonly Way[] = [];
	for (const character of text) {
		ways = modesOf(character).map((mode) =>
			ways.length === 0 ? follow(null, mode, range) : cheapest(ways.map((way) => follow(way, mode, range))),
		);
	}
	if (ways.length === 0) return [];
	return runs(text, modesAlong(cheapest(ways)));
}

function modesAlong(last: Way): readonly QrMode[] {
	const modes: QrMode[] = [];
	for (let way: Way | null = last; way !== null; way = way.before) modes.push(way.mode);
	return modes.reverse();
}

function runs(text: string, modes: readonly QrMode[]): readonly QrSegment[] {
	const segments: QrSegment[] = [];
	let start = 0;
	for (let at = 1; at <= text.length; at++) {
		const mode = modes[start];
		if (mode === undefined || modes[at] === mode) continue;
		segments.push(segment(mode, text.slice(start, at)));
		start = at;
	}
	return segments;
}
