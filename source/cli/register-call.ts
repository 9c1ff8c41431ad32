// One `qrkassa register VERB`, and the ends that its verbs have in common.
import {exitCodes, type Language, type RegisterFault} from '../core/index.ts';
import type {Register, ToolDone} from '../register/index.ts';
import {wordsIn} from './help.ts';
import {type Invocation, refuse} from './invocation.ts';

export type RegisterCall = {
	readonly invocation: Invocation;
	readonly register: Register;
	readonly language: Language;
	/** What was typed after the verb. */
	readonly words: readonly string[];
};

export function done({invocation, language}: RegisterCall, end: ToolDone): number {
	if (end.type === 'failed') return failed(invocation, end.fault);
	if (invocation.isJson) invocation.sink.json({type: 'done'});
	else invocation.sink.out(wordsIn(language).done);
	return 0;
}

export function failed(invocation: Invocation, fault: RegisterFault): number {
	return refuse(invocation, {
		exitCode: exitCodes.fault,
		code: fault.code,
		text: [fault.text, fault.advice].join(' '),
	});
}

export function usage(invocation: Invocation): number {
	const text = wordsIn(invocation.language ?? 'ru').seeHelp('register');
	return refuse(invocation, {exitCode: exitCodes.arguments, code: 'VERB', text});
}
