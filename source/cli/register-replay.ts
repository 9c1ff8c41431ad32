// `register replay FILE`: a recorded trace against a fresh virtual register, so that support sees what a sound one answers.
import {readFileSync} from 'node:fs';
import {exitCodes} from '../core/index.ts';
import {
	type Beginning,
	beginningOf,
	type ReplayedCommand,
	recordedCommands,
	replayCommands,
	type TraceLine,
	traceLineFrom,
} from '../register/index.ts';
import {type ModelName, models, startVirtualRegister, type VirtualRegister} from '../sandbox/index.ts';
import type {Attempt} from './fault.ts';
import {wordsIn} from './help.ts';
import {type Invocation, refuse} from './invocation.ts';
import {usage} from './register-call.ts';
import {errorText, traceWords} from './register-trace.ts';
import {quoted} from './sink.ts';

/** The administrator's password of a virtual register. */
const password = 30;

export async function replayCommand(invocation: Invocation): Promise<number> {
	const [, file, more] = invocation.words;
	if (file === undefined || more !== undefined) return usage(invocation);
	const read = readTrace(file, invocation);
	if (!read.ok) return refuse(invocation, read.fault);
	const beginning = beginningOf(read.value);
	const model = modelNamed(beginning.deviceName);
	const device = await startVirtualRegister({model, state: stateAt(beginning)});
	try {
		return await replay(invocation, read.value, device, models[model].name);
	} finally {
		await device.stop();
	}
}

async function replay(
	{sink, isJson, language: spoken}: Invocation,
	lines: readonly TraceLine[],
	{host, port, state}: VirtualRegister,
	modelName: string,
): Promise<number> {
	const language = spoken ?? 'ru';
	const words = traceWords(language);
	if (!isJson) sink.out(words.replayOn(modelName, state().isShiftOpen));
	const commands = recordedCommands(lines);
	let differ = 0;
	const tell = ({recorded, error, isSame}: ReplayedCommand) => {
		if (!isSame) differ += 1;
		const {command, isSecret} = recorded;
		if (isJson)
			return sink.json({type: 'replayed', command, recorded: recorded.error, replayed: error, isSame});
		const before = recorded.error === null ? words.noAnswerRecorded : errorText(recorded.error, language);
		const now = error === null ? words.noAnswer : errorText(error, language);
		const name = words.commands[command] ?? '';
		sink.out(
			`${isSame ? ' ' : '≠'} ${command.padEnd(4)}  ${name}: ${isSecret ? words.secret : `${before} → ${now}`}`,
		);
	};
	await replayCommands({address: {host, port}, password}, commands, tell);
	if (isJson) sink.json({type: 'replay', model: modelName, commands: commands.length, differ});
	else sink.out(words.replayed(commands.length, differ));
	return differ === 0 ? 0 : exitCodes.fault;
}

function readTrace(file: string, invocation: Invocation): Attempt<readonly TraceLine[]> {
	const words = wordsIn(invocation.language ?? 'ru');
	const fail = (text: string): Attempt<readonly TraceLine[]> => ({
		ok: false,
		fault: {exitCode: exitCodes.arguments, code: 'TRACE', text},
	});
	const text = textOf(file);
	if (text === null) return fail(words.traceUnreadable(quoted(file)));
	const lines: TraceLine[] = [];
	for (const [index, row] of text.split('\n').entries()) {
		if (row.trim() === '') continue;
		const line = traceLineFrom(parsed(row));
		if (line === null) return fail(words.traceLine(quoted(file), index + 1));
		lines.push(line);
	}
	if (recordedCommands(lines).length === 0) return fail(words.traceEmpty(quoted(file)));
	return {ok: true, value: lines};
}

function textOf(file: string): string | null {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return null;
	}
}

function parsed(row: string): unknown {
	try {
		return JSON.parse(row);
	} catch {
		return null;
	}
}

/** The virtual model of the traced device's name, else the one that knows all commands. */
function modelNamed(name: string | null): ModelName {
	const all = Object.keys(models) as ModelName[];
	return all.find((model) => models[model].name === name) ?? 'm-02f';
}

/** The virtual register begins as the traced one stood. */
const stateAt = ({isShiftOpen, shift, receiptsInShift, lastDocument, storageNumber}: Beginning) => ({
	...(isShiftOpen === null ? {} : {isShiftOpen, shiftOpenedAtMs: Date.now()}),
	...(shift === null ? {} : {shift}),
	...(receiptsInShift === null ? {} : {receiptsInShift}),
	...(lastDocument === null ? {} : {lastFd: lastDocument, ticketedFd: lastDocument}),
	...(storageNumber === null ? {} : {storageNumber}),
});
