// A trace read again: which commands went out, what the register answered, and how it stood before the first of them.

import {type Command, parseAnswer} from '../commands/command.ts';
import {deviceType} from '../commands/device-type.ts';
import {shortStatus} from '../commands/short-status.ts';
import {storageShift} from '../commands/storage-shift.ts';
import {storageStatus} from '../commands/storage-status.ts';
import {modes} from '../driver/modes.ts';
import {fromHex} from '../wire/bytes.ts';
import {holdsSecret} from './mask.ts';
import type {TraceLine} from './trace.ts';

export type RecordedCommand = {
	/** Code in hex: `10`, `FF45`. */
	readonly command: string;
	/** As it was traced: the password is masked. */
	readonly payload: Uint8Array;
	/** The code that the register answered, 0 for «done»; null: the trace has no answer. */
	readonly error: number | null;
	/** It writes a password, which a trace does not have. */
	readonly isSecret: boolean;
};

/** Null wherever the trace does not tell. */
export type Beginning = {
	readonly deviceName: string | null;
	readonly isShiftOpen: boolean | null;
	readonly shift: number | null;
	readonly receiptsInShift: number | null;
	readonly lastDocument: number | null;
	readonly storageNumber: string | null;
};

type FrameLine = Extract<TraceLine, {command: string}>;

const isFrame = (line: TraceLine): line is FrameLine => 'command' in line && line.isWhole;

/** In their order; a frame that went out again because its answer was lost is one command. */
export function recordedCommands(lines: readonly TraceLine[]): readonly RecordedCommand[] {
	const commands: RecordedCommand[] = [];
	for (const line of lines.filter(isFrame)) {
		const last = commands.at(-1);
		if (line.from === 'host') {
			const payload = fromHex(line.payload);
			const isAgain = last?.error === null && sameBytes(last.payload, payload);
			if (!isAgain)
				commands.push({command: line.command, payload, error: null, isSecret: holdsSecret(payload)});
		} else if (last?.error === null && isAnswer(line, last.command)) {
			commands[commands.length - 1] = {...last, error: errorOf(line)};
		}
	}
	return commands;
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** Also `FF 37`, with which a firmware without FFxx answers any of them. */
const isAnswer = ({command, payload}: FrameLine, asked: string): boolean =>
	command === asked || (asked.startsWith('FF') && payload.length === 4 && payload.startsWith('ff'));

/** In a two-byte answer to an FFxx the error stands where the second byte of the code would. */
const errorOf = ({error, payload}: FrameLine): number | null =>
	error ?? (payload.startsWith('ff') ? (fromHex(payload)[1] ?? null) : null);

/** What the first answers of the trace say of the register. */
export function beginningOf(lines: readonly TraceLine[]): Beginning {
	const frames = lines.filter(isFrame);
	const first = <Answer>(asked: Command<Answer>): Answer | null => {
		const line = frames.find(({from, command}) => from === 'register' && command === asked.code);
		const parsed = line ? parseAnswer(asked, fromHex(line.payload)) : null;
		return parsed?.type === 'ok' ? parsed.answer : null;
	};
	const status = first(shortStatus(0));
	const storage = first(storageStatus(0));
	const shift = first(storageShift(0));
	return {
		deviceName: first(deviceType())?.name ?? null,
		isShiftOpen: status && status.mode !== modes.shiftClosed,
		shift: shift?.shift ?? null,
		receiptsInShift: shift?.receipt ?? null,
		lastDocument: storage?.lastDocument ?? null,
		storageNumber: storage?.number ?? null,
	};
}

/** A line of a trace as JSON gives it; null for anything else. */
export function traceLineFrom(value: unknown): TraceLine | null {
	if (typeof value !== 'object' || value === null) return null;
	const {from, control, command, error, payload, isWhole, what, detail}: Partial<Record<string, unknown>> = {
		...value,
	};
	if (from === 'line') return isLineWord(what) && typeof detail === 'string' ? {from, what, detail} : null;
	if (from !== 'host' && from !== 'register') return null;
	if (typeof control === 'string') return {from, control};
	const isFrameLine =
		typeof command === 'string' &&
		/^(?:FF)?[0-9A-F]{2}$/.test(command) &&
		(error === null || typeof error === 'number') &&
		typeof payload === 'string' &&
		/^(?:[0-9a-f]{2}){1,255}$/.test(payload) &&
		typeof isWhole === 'boolean';
	return isFrameLine ? {from, command, error, payload, isWhole} : null;
}

const isLineWord = (what: unknown): what is 'opened' | 'lost' | 'closed' | 'unreachable' =>
	what === 'opened' || what === 'lost' || what === 'closed' || what === 'unreachable';
