// A command of the register as data: what goes out, how its answer is read, and what a lost answer means.
import type {CommandKind, LinkCommand} from '../link/command.ts';
import {joinBytes, littleEndian} from '../wire/bytes.ts';
import {createReader, type Reader} from '../wire/reader.ts';

export type Command<Answer> = LinkCommand & {
	/** Two or four hex digits, as people and the reference write it: `10`, `FF45`. */
	readonly code: string;
	/** The fewest bytes of data (after code and error) that the answer can be read from. */
	readonly leastBytes: number;
	readonly decode: (data: Reader) => Answer;
};

export type Parsed<Answer> =
	| {readonly type: 'ok'; readonly answer: Answer}
	/** The register's own error code. */
	| {readonly type: 'refused'; readonly error: number}
	/** Good LRC, but too short to be read: what the register did is not known. */
	| {readonly type: 'unreadable'};

/** T3 of register-protocol §1.7 for all that has none of its own. */
const usualAnswerMs = 30_000;

type Parts<Answer> = {
	readonly code: number;
	readonly kind: CommandKind;
	readonly answerMs?: number;
	/** Null for the few commands that have no password. */
	readonly password: number | null;
	readonly fields?: readonly (Uint8Array | number)[];
	readonly leastBytes?: number;
	readonly decode: (data: Reader) => Answer;
};

const codeBytes = (code: number): Uint8Array =>
	code > 0xff ? Uint8Array.of(code >> 8, code & 0xff) : Uint8Array.of(code);

export function command<Answer>(parts: Parts<Answer>): Command<Answer> {
	const {code, kind, password, fields = [], answerMs = usualAnswerMs, leastBytes = 0, decode} = parts;
	const words = password === null ? [] : [littleEndian(password, 4)];
	return {
		code: code.toString(16).toUpperCase().padStart(2, '0'),
		payload: joinBytes(codeBytes(code), ...words, ...fields),
		kind,
		answerMs,
		leastBytes,
		decode,
	};
}

/** Reads an answer whose code is already known to fit (§3). Bytes beyond the documented ones are left unread. */
export function parseAnswer<Answer>(asked: Command<Answer>, payload: Uint8Array): Parsed<Answer> {
	const error = errorIn(asked.payload, payload);
	if (error === null) return {type: 'unreadable'};
	if (error !== 0) return {type: 'refused', error};
	const data = createReader(payload.subarray(asked.code.length / 2 + 1));
	return data.left() < asked.leastBytes ? {type: 'unreadable'} : {type: 'ok', answer: asked.decode(data)};
}

/** The error code in an answer to a request, 0 for «done»; null where the answer is too short to have one. */
export function errorIn(request: Uint8Array, answer: Uint8Array): number | null {
	const codeSize = request[0] === 0xff ? 2 : 1;
	// A firmware that does not know an FFxx may answer two bytes, the error where the second half of the code would be.
	const isShort = codeSize === 2 && answer.length === 2 && answer[1] !== request[1];
	return answer[isShort ? 1 : codeSize] ?? null;
}

/** For commands whose answer says nothing but «done» (an operator's number may follow). */
export const nothing = (): null => null;
