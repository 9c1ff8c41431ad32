// A trouble becomes the fault that everyone else knows: a code, what happened, what is safe and what to do.
import {
	type Language,
	type RegisterFault,
	type RegisterTrouble,
	type RegisterWording,
	type RegisterWords,
	registerEn,
	registerRu,
} from '../../core/index.ts';

export const registerWording: Readonly<Record<Language, RegisterWording>> = {ru: registerRu, en: registerEn};

const hex = (error: number): string => error.toString(16).toUpperCase().padStart(2, '0');

function deviceWords(trouble: RegisterTrouble & {code: 'DEVICE'}, wording: RegisterWording): RegisterWords {
	const {error, ownText, taken, cure} = trouble;
	const happened = wording.errors[error] ?? wording.unknownError(hex(error), ownText);
	return [happened, wording.safe[taken], wording.cures[cure]];
}

/** `E4E` for the register's own codes, the trouble's code for all others. */
export function faultOf(trouble: RegisterTrouble, language: Language): RegisterFault {
	const wording = registerWording[language];
	// Each entry of the table takes exactly the trouble of its own code; the types of a lookup can't say so.
	const word = (other: Exclude<RegisterTrouble, {code: 'DEVICE'}>): RegisterWords =>
		(wording.troubles[other.code] as (trouble: RegisterTrouble) => RegisterWords)(other);
	const [text, safe, todo] = trouble.code === 'DEVICE' ? deviceWords(trouble, wording) : word(trouble);
	const code = trouble.code === 'DEVICE' ? `E${hex(trouble.error)}` : trouble.code;
	return {code, text, advice: `${safe} ${todo}`};
}
