// `register trace`: what goes over the register's line, decoded as it goes, while its state is asked for again and again.
import {type Language, registerEn, registerRu, registerTraceEn, registerTraceRu} from '../core/index.ts';
import type {TraceLine} from '../register/index.ts';
import {failed, type RegisterCall} from './register-call.ts';
import {traceJson} from './register-trace-file.ts';
import {onStopSignals} from './signals.ts';

export const traceWords = (language: Language) => (language === 'en' ? registerTraceEn : registerTraceRu);

const betweenMs = 1_000;

/** Until a stop signal, a register that does not answer, or a reader that has gone: the till is held meanwhile. */
export async function traceCommand({invocation, register, language}: RegisterCall): Promise<number> {
	const {isJson, sink} = invocation;
	register.onTrace((line) => {
		if (isJson) sink.json(traceJson(line));
		else sink.out(traceText(line, language));
	});
	const signals = onStopSignals();
	const gone = new AbortController();
	const leave = () => gone.abort();
	process.stdout.once('error', leave);
	const ended = AbortSignal.any([signals.signal, gone.signal]);
	try {
		while (!ended.aborted) {
			const end = await register.status();
			if (end.type === 'failed') return failed(invocation, end.fault);
			await pause(betweenMs, ended);
		}
		return 0;
	} finally {
		process.stdout.off('error', leave);
		signals.stop();
	}
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
	new Promise((resolve) => {
		const wake = () => {
			clearTimeout(timer);
			resolve();
		};
		const timer = setTimeout(wake, ms);
		signal.addEventListener('abort', wake, {once: true});
	});

const sides = {host: '→', register: '←', line: '·'} as const;

/** A line for people: when, from whom, what it means, and the bytes. */
export function traceText(line: TraceLine, language: Language, now = new Date()): string {
	const words = traceWords(language);
	const time = `${now.toTimeString().slice(0, 8)}.${String(now.getMilliseconds()).padStart(3, '0')}`;
	const parts = [`${time} ${sides[line.from]}`];
	if ('what' in line) parts.push(words.line[line.what], line.detail);
	else if ('control' in line) parts.push(line.control);
	else {
		const meaning = line.from === 'host' ? words.commands[line.command] : errorText(line.error, language);
		parts.push(line.command, meaning ?? '', line.isWhole ? '' : words.brokenOff, line.payload);
	}
	return parts.filter((part) => part !== '').join('  ');
}

/** «done», or the register's code and its sentence. */
export function errorText(error: number | null, language: Language): string {
	if (error === null) return '';
	if (error === 0) return traceWords(language).done;
	const {errors} = language === 'en' ? registerEn : registerRu;
	const code = `${error.toString(16).toUpperCase().padStart(2, '0')}h`;
	return `${code} ${errors[error] ?? ''}`.trimEnd();
}
