// The trace: what goes over the line, both directions, in words that support can read. It holds no secret.
import type {LineEvent} from '../connection/line.ts';
import {ACK, ENQ, FILLER, NAK} from '../link/control.ts';
import {toHex} from '../wire/bytes.ts';
import {maskAnswer, maskCommand} from './mask.ts';
import {createSplitter, type Piece} from './splitter.ts';

export type TraceLine =
	| {
			readonly from: 'host' | 'register';
			/** `ENQ`, `ACK`, `NAK`, `FF`, `NUMBER` (link v2: a frame without data), or a stray byte in hex. */
			readonly control: string;
	  }
	| {
			readonly from: 'host' | 'register';
			/** Command code in hex, `10`, `FF45`. */
			readonly command: string;
			/** The register's error code; null in a command of ours. */
			readonly error: number | null;
			/** The payload in hex, passwords as `2a`. */
			readonly payload: string;
			/** False: the frame broke off. */
			readonly isWhole: boolean;
	  }
	| {
			readonly from: 'line';
			readonly what: 'opened' | 'lost' | 'closed' | 'unreachable';
			readonly detail: string;
	  };

export type TraceListener = (line: TraceLine) => void;

export type Trace = {
	note(event: LineEvent): void;
	listen(listener: TraceListener): () => void;
};

const controls = new Map([
	[ENQ, 'ENQ'],
	[ACK, 'ACK'],
	[NAK, 'NAK'],
	[FILLER, 'FF'],
]);

const hexByte = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');

/** Costs nothing while nobody listens. */
export function createTrace(): Trace {
	const listeners = new Set<TraceListener>();
	const splitters = {host: createSplitter(), register: createSplitter()};
	let command: Uint8Array | null = null;

	const emit = (line: TraceLine) => {
		for (const listener of listeners) listener(line);
	};

	const piece = (from: 'host' | 'register', one: Piece) => {
		if (one.type === 'byte') return emit({from, control: controls.get(one.byte) ?? hexByte(one.byte)});
		if (one.payload.length === 0) return emit({from, control: 'NUMBER'});
		if (from === 'host') command = one.payload;
		const payload = from === 'host' ? maskCommand(one.payload) : maskAnswer(one.payload, command);
		const [first = 0, second = 0] = one.payload;
		const size = first === 0xff ? 2 : 1;
		emit({
			from,
			command: first === 0xff ? `FF${hexByte(second)}` : hexByte(first),
			error: from === 'host' ? null : (one.payload[size] ?? null),
			payload: toHex(payload),
			isWhole: one.isWhole,
		});
	};

	return {
		note: (event) => {
			if (listeners.size === 0) return;
			if (event.type === 'host' || event.type === 'register') {
				const other = event.type === 'host' ? 'register' : 'host';
				for (const one of splitters[other].flush()) piece(other, one);
				for (const one of splitters[event.type].push(event.bytes)) piece(event.type, one);
				return;
			}
			for (const one of splitters.register.flush()) piece('register', one);
			emit({from: 'line', what: event.type, detail: 'detail' in event ? event.detail : ''});
		},
		listen: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
