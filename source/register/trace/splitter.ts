// Cuts a stream of either link into control bytes and frames, for the trace only: the link machine has its own reading.
import {STX} from '../link/control.ts';
import {emptyInbox, START, take} from '../link/v2/frame.ts';

export type Piece =
	| {readonly type: 'byte'; readonly byte: number}
	| {readonly type: 'frame'; readonly payload: Uint8Array; readonly isWhole: boolean};

export type Splitter = {
	/** Pieces that are complete with these bytes. */
	push(bytes: Uint8Array): readonly Piece[];
	/** What is left when the line breaks or the other side speaks. */
	flush(): readonly Piece[];
};

export function createSplitter(): Splitter {
	let open: number[] | null = null;
	let inbox = emptyInbox;
	const close = (bytes: readonly number[], isWhole: boolean): Piece => {
		open = null;
		return {type: 'frame', payload: Uint8Array.from(bytes.slice(1, isWhole ? -1 : undefined)), isWhole};
	};
	return {
		push: (bytes) => {
			const pieces: Piece[] = [];
			for (const byte of bytes) {
				if (open === null && (inbox.isOpen || byte === START)) {
					const taken = take(inbox, byte);
					inbox = taken.inbox;
					if (taken.frame) pieces.push({type: 'frame', payload: taken.frame.data, isWhole: true});
				} else if (open === null && byte === STX) open = [];
				else if (open === null) pieces.push({type: 'byte', byte});
				else {
					open.push(byte);
					if (open.length === (open[0] ?? 0) + 2) pieces.push(close(open, true));
				}
			}
			return pieces;
		},
		flush: () => (open === null ? [] : [close(open, false)]),
	};
}
