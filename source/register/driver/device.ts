// A register that is asked one command at a time. Here an answer becomes a value, and every way of not getting one a word.
import type {Command} from '../commands/command.ts';
import {parseAnswer} from '../commands/command.ts';
import {errorText} from '../commands/error-text.ts';
import type {Connection} from '../connection/connection.ts';
import {errorCodes} from '../errors/codes.ts';
import {isAnswerTo, isRepeatable, type LinkEnd} from '../link/command.ts';

export type Reply<Answer> =
	| {readonly type: 'ok'; readonly answer: Answer}
	/** The register refused the command with its own error code; `ownText` is its name for a code that we don't know. */
	| {
			readonly type: 'refused';
			readonly error: number;
			readonly command: string;
			readonly ownText: string;
	  }
	/** Nobody answers; the command surely did nothing. `detail` is the system's word for the cause. */
	| {readonly type: 'noLink'; readonly detail: string}
	/** The command went out, and what it did is not known. */
	| {readonly type: 'unknown'; readonly command: string}
	/** The register refused the frame, if the line tells the truth: one look at its state, and it may go again. */
	| {readonly type: 'notTaken'; readonly command: string};

export type Device = {
	readonly password: number;
	ask<Answer>(command: Command<Answer>): Promise<Reply<Answer>>;
	/**
	 * After an unknown end: looks whether the register still keeps the answer, and reads it as that of `command`.
	 * `unknown` where it keeps none or nobody answers within `withinMs`: the command did go out.
	 */
	recall<Answer>(command: Command<Answer>, withinMs: number): Promise<Reply<Answer>>;
	openings(): number;
	/** Link v2 is known to the device (F7h bit 28). */
	offerV2(): void;
};

export function createDevice(connection: Connection, password: number): Device {
	const ownTexts = new Map<number, string>();
	const noLink = () => ({type: 'noLink', detail: connection.lastFault()}) as const;

	/** Asked once for each code: a firmware that doesn't know 6Bh won't learn it. */
	async function ownTextOf(error: number): Promise<string> {
		if (errorCodes.has(error)) return '';
		const known = ownTexts.get(error);
		if (known !== undefined) return known;
		const end = await connection.run(errorText(error));
		const parsed = end.type === 'answered' ? parseAnswer(errorText(error), end.payload) : null;
		const text = parsed?.type === 'ok' ? parsed.answer : '';
		ownTexts.set(error, text);
		return text;
	}

	async function reply<Answer>(command: Command<Answer>, end: LinkEnd): Promise<Reply<Answer>> {
		if (end.type === 'noLink' || (end.type === 'notTaken' && isRepeatable(command.kind))) return noLink();
		if (end.type === 'notTaken') return {type: 'notTaken', command: command.code};
		const parsed = end.type === 'answered' ? parseAnswer(command, end.payload) : null;
		if (parsed === null || parsed.type === 'unreadable') return {type: 'unknown', command: command.code};
		if (parsed.type === 'ok') return parsed;
		return {...parsed, command: command.code, ownText: await ownTextOf(parsed.error)};
	}

	return {
		password,
		ask: async (command) => reply(command, await connection.run(command)),
		recall: async (command, withinMs) => {
			const end = await connection.fetch(withinMs);
			const isOurs = end.type === 'answered' && isAnswerTo(command, end.payload);
			return isOurs ? reply(command, end) : {type: 'unknown', command: command.code};
		},
		openings: () => connection.openings(),
		offerV2: () => connection.offerV2(),
	};
}
