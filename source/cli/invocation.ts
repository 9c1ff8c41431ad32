// One call of the program: what was typed, in which language to answer, where words go.
import {isLanguage, type Language} from '../core/index.ts';
import type {ParsedLine} from './command-line.ts';
import type {CliFault} from './fault.ts';
import {errorLine} from './pay-lines.ts';
import type {Sink} from './sink.ts';
import {tillFolder} from './till-place.ts';

export type Invocation = {
	readonly words: readonly string[];
	readonly options: ParsedLine['options'];
	readonly folder: string;
	/** What `--lang` says; null: the till's own. */
	readonly language: Language | null;
	readonly noColor: boolean;
	readonly isJson: boolean;
	readonly sink: Sink;
};

export type Command = (invocation: Invocation) => Promise<number>;

/** The call as commands see it. */
export function invocationOf(line: ParsedLine, sink: Sink): Invocation {
	const {options} = line;
	const text = (name: string): string | undefined => {
		const value = options[name];
		return typeof value === 'string' ? value : undefined;
	};
	const lang = text('lang') ?? '';
	return {
		words: line.words,
		options,
		folder: tillFolder(text('till')),
		language: isLanguage(lang) ? lang : null,
		noColor: options['no-color'] === true,
		isJson: options['json'] === true,
		sink,
	};
}

/** The text of an option, or null. */
export function optionText(invocation: Invocation, name: string): string | null {
	const value = invocation.options[name];
	return typeof value === 'string' ? value : null;
}

/** Says why nothing was done: a JSON line where JSON was asked for, words for people always. Answers the exit code. */
export function refuse({sink, isJson}: Pick<Invocation, 'sink' | 'isJson'>, fault: CliFault): number {
	if (isJson) sink.json(errorLine(fault.exitCode, fault.code, fault.text));
	sink.err(fault.text);
	return fault.exitCode;
}
