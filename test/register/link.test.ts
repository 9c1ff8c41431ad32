// The host's rows of the link's table, one by one, and the recorded exchanges of the golden file.
import {describe, expect, test} from 'vitest';
import {advance} from '../../source/register/link/advance.ts';
import type {CommandKind, LinkCommand} from '../../source/register/link/command.ts';
import {encodeFrame} from '../../source/register/link/control.ts';
import type {LinkInput} from '../../source/register/link/input.ts';
import {tcpLimits} from '../../source/register/link/limits.ts';
import {idleLink, type LinkState, type Move, wakeAtMs} from '../../source/register/link/state.ts';
import {fromHex, toHex} from '../../source/register/wire/bytes.ts';
import golden from '../golden/register-frames.json' with {type: 'json'};

const statusCommand = (kind: CommandKind = 'read'): LinkCommand => ({
	payload: fromHex('101e000000'),
	kind,
	answerMs: 3000,
});
const answer = fromHex('021010001e92020200009d2ec8010074020080');
const beepAnswer = fromHex('020313001e0e');

/** A conversation: what comes in, what must go out. */
function talk(command: LinkCommand | null = statusCommand()) {
	let state: LinkState = idleLink(tcpLimits);
	let nowMs = 0;
	let end: Move['end'] = null;
	const sent: string[] = [];
	const feed = (input: LinkInput): string => {
		const move = advance(state, input, nowMs);
		state = move.state;
		if (move.end !== null) end = move.end;
		const said = move.send.map(toHex);
		sent.push(...said);
		return said.join(' ');
	};
	const begun = feed(command ? {type: 'start', command} : {type: 'fetch', withinMs: 10_000});
	return {
		begun,
		sent,
		end: () => end,
		start: (next: LinkCommand) => feed({type: 'start', command: next}),
		hear: (hex: string) => feed({type: 'bytes', bytes: fromHex(hex)}),
		line: (type: 'lost' | 'opened' | 'unreachable') => feed({type}),
		/** Nothing comes until the machine wants to be woken. */
		silence: () => {
			nowMs = wakeAtMs(state) ?? nowMs;
			return feed({type: 'wake'});
		},
	};
}

const spoiltFrame = '0205101e0000000a';
const frame = toHex(encodeFrame(statusCommand().payload));
const answerHex = toHex(answer);
const answered = {type: 'answered', payload: answer.subarray(2, -1)};

describe('given a recorded exchange of the golden file', () => {
	const exchanges = golden.frames.flatMap((one) => {
		const isV1 = one.exchange?.[0]?.hex === '05';
		return isV1 && one.exchange ? [{...one, exchange: one.exchange}] : [];
	});

	test.each(exchanges)(
		'when the register says its part of $id ($name), then we say ours',
		({exchange, decoded}) => {
			const conversation = talk();
			const expected: string[] = [];
			let heard = 0;
			for (const {from, hex} of exchange) {
				if (conversation.end() !== null && conversation.sent.length === expected.length) break;
				// What was spoilt on the way had left us whole.
				if (from === 'host') expected.push(hex === spoiltFrame ? frame : hex);
				else {
					// A pause in the file is a silence that the machine ends by itself.
					while (conversation.sent.length < expected.length) conversation.silence();
					conversation.hear(hex);
					heard += 1;
				}
			}
			const said = conversation.sent;
			expect(heard).toBeGreaterThan(0);
			expect(said).toEqual(expected);
			expect(conversation.end()).toEqual(answered);
			const frames = said.filter((hex) => hex === frame).length;
			const wanted = decoded as {readonly commandSentTimes?: number} | undefined;
			expect(frames).toBe(wanted?.commandSentTimes ?? 1);
		},
	);
});

describe('given ENQ was sent', () => {
	test('when nobody answers, then it goes again as often as allowed and the end is «no link»', () => {
		const conversation = talk();
		for (let tries = 0; tries < tcpLimits.enquiries; tries += 1) conversation.silence();
		expect(conversation.sent).toEqual(Array(tcpLimits.enquiries).fill('05'));
		expect(conversation.end()).toEqual({type: 'noLink'});
	});

	test('when FF comes, then it is skipped; when noise comes, then the line has to fall silent first', () => {
		const conversation = talk();
		expect(conversation.hear('ff')).toBe('');
		expect(conversation.hear('41')).toBe('');
		expect(conversation.hear('15')).toBe('');
		expect(conversation.silence()).toBe('05');
		expect(conversation.hear('15')).toBe(frame);
	});

	test('when an answer is on its way already, then it is read, acknowledged and dropped', () => {
		const conversation = talk();
		expect(conversation.hear(toHex(beepAnswer))).toBe('06 05');
		expect(conversation.hear('15')).toBe(frame);
	});

	test('when the register never stops giving old answers, then the command ends all the same', () => {
		const conversation = talk();
		for (let tries = 0; tries < 20 && conversation.end() === null; tries += 1)
			conversation.hear(`06${toHex(beepAnswer)}`);
		expect(conversation.end()).toEqual({type: 'noLink'});
		expect(conversation.sent).not.toContain(frame);
	});
});

describe('given the frame was sent', () => {
	const sent = (kind: CommandKind) => {
		const conversation = talk(statusCommand(kind));
		conversation.hear('15');
		return conversation;
	};

	test('when a reading command is refused by NAK, then its frame goes again at once', () => {
		const conversation = sent('read');
		expect(conversation.hear('15')).toBe(frame);
		expect(conversation.hear('15')).toBe(frame);
		expect(conversation.hear('15')).toBe('');
		expect(conversation.end()).toEqual({type: 'notTaken'});
	});

	test.each(['fiscal', 'print', 'continue'] as const)(
		'when a %s command is refused by NAK, then its frame does not go again',
		(kind) => {
			const conversation = sent(kind);
			expect(conversation.hear('15')).toBe('');
			expect(conversation.silence()).toBe('05');
			conversation.hear('15');
			expect(conversation.end()).toEqual({type: 'notTaken'});
			expect(conversation.sent.filter((hex) => hex === frame)).toHaveLength(1);
		},
	);

	test('when a fiscal command meets silence and ENQ gets NAK, then its end is unknown, not «not taken»', () => {
		const conversation = sent('fiscal');
		expect(conversation.silence()).toBe('05');
		conversation.hear('15');
		expect(conversation.end()).toEqual({type: 'unknown'});
	});

	test('when the ACK was lost, then ENQ fetches the answer', () => {
		const conversation = sent('fiscal');
		conversation.silence();
		expect(conversation.hear(`06${answerHex}`)).toBe('06');
		expect(conversation.end()).toEqual(answered);
	});

	test('when a NAK turns out to be followed by the ACK, then the command counts as taken', () => {
		const conversation = sent('fiscal');
		conversation.hear('15');
		conversation.hear('06');
		expect(conversation.silence()).toBe('05');
		conversation.hear('15');
		expect(conversation.end()).toEqual({type: 'unknown'});
	});
});

describe('given the command was taken', () => {
	const taken = (kind: CommandKind) => {
		const conversation = talk(statusCommand(kind));
		conversation.hear('15');
		conversation.hear('06');
		return conversation;
	};

	test('when the answer is lost and the register keeps none, then a reading command goes again and a fiscal one never', () => {
		const reading = taken('read');
		expect(reading.silence()).toBe('05');
		expect(reading.hear('15')).toBe(frame);
		const fiscal = taken('fiscal');
		expect(fiscal.silence()).toBe('05');
		expect(fiscal.hear('15')).toBe('');
		expect(fiscal.end()).toEqual({type: 'unknown'});
	});

	test('when the register swallows the first ENQ, then the second one gets the answer', () => {
		const conversation = taken('fiscal');
		expect(conversation.silence()).toBe('05');
		expect(conversation.silence()).toBe('05');
		expect(conversation.hear(`06${answerHex}`)).toBe('06');
		expect(conversation.end()).toEqual(answered);
	});

	test('when the answer breaks off, then it is asked for again', () => {
		const conversation = taken('fiscal');
		conversation.hear(answerHex.slice(0, 20));
		expect(conversation.silence()).toBe('05');
		expect(conversation.hear(`06${answerHex}`)).toBe('06');
		expect(conversation.end()).toEqual(answered);
	});

	test('when another command is answered, then it is acknowledged and the end of a fiscal one is unknown', () => {
		const conversation = taken('fiscal');
		expect(conversation.hear(toHex(beepAnswer))).toBe('06');
		expect(conversation.end()).toEqual({type: 'unknown'});
	});

	test('when noise comes before the answer, then it is skipped', () => {
		const conversation = taken('fiscal');
		expect(conversation.hear(`15ff41${answerHex}`)).toBe('06');
		expect(conversation.end()).toEqual(answered);
	});

	test('when the line breaks and comes back, then ENQ asks for the answer; a NAK then is «unknown»', () => {
		const kept = taken('fiscal');
		expect(kept.line('lost')).toBe('');
		expect(kept.line('opened')).toBe('05');
		kept.hear(`06${answerHex}`);
		expect(kept.end()).toEqual(answered);
		const forgotten = taken('print');
		forgotten.line('lost');
		forgotten.line('opened');
		forgotten.hear('15');
		expect(forgotten.end()).toEqual({type: 'unknown'});
		const gone = taken('fiscal');
		gone.line('lost');
		gone.line('unreachable');
		expect(gone.end()).toEqual({type: 'unknown'});
	});
});

describe('given nothing is to be sent', () => {
	test('when an answer is fetched, then a kept one is given, and a NAK says that none is kept', () => {
		const kept = talk(null);
		expect(kept.hear(`06${answerHex}`)).toBe('06');
		expect(kept.end()).toEqual(answered);
		const none = talk(null);
		none.hear('15');
		expect(none.end()).toEqual({type: 'nothingKept'});
	});

	test('when stray bytes come between two commands, then the next one waits for silence; FF does not count', () => {
		const conversation = talk();
		conversation.hear('15');
		conversation.hear(`06${answerHex}`);
		conversation.hear('ff');
		expect(conversation.start(statusCommand())).toBe('05');
		conversation.hear('15');
		conversation.hear(`06${answerHex}`);
		conversation.hear(answerHex);
		expect(conversation.start(statusCommand())).toBe('');
		expect(conversation.silence()).toBe('05');
	});
});
