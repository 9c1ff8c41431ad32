// Makes problems: the one place where a value from a file is cleaned, cut or masked before anybody sees it.
import {
	cleanText,
	harmfulCharacters,
	type ModuleName,
	type SettingsProblem,
	type SettingsProblemCode,
} from '../core/index.ts';
import {moduleRules} from './module-files/module-settings.ts';

/** What is shown instead of a secret, whatever its length. */
export const masked = '••••••';

type Place = Partial<Pick<SettingsProblem, 'line' | 'column' | 'key' | 'params'>> & {
	/** As it stands in the file; masked or cleaned here. */
	readonly value?: string | null;
};

export function problem(code: SettingsProblemCode, file: string, place: Place = {}): SettingsProblem {
	const {line = null, column = null, key = null, value = null, params = {}} = place;
	return {
		code,
		file: cleanText(file, 300),
		line,
		column,
		key: key === null ? null : cleanText(key, 80),
		value: value === null ? null : shownValue(key, value),
		params,
	};
}

/** Whether the value of a key is never shown. */
export const isSecretKey = (key: string): boolean =>
	key === 'pinHash' ||
	key === 'register.password' ||
	(Object.hasOwn(moduleRules, key) && moduleRules[key as ModuleName].isSecret);

/** A value as people may see it in a sentence: masked where it is secret, one short line else. */
export const shownValue = (key: string | null, value: string): string =>
	key !== null && isSecretKey(key) && value !== '' ? masked : cleanText(harmless(value), 80);

/** A value whole, but for what drives a terminal; an address may carry a password before its host, and that goes too. */
export const harmless = (value: string): string =>
	value.replace(harmfulCharacters, ' ').replace(/\/\/[^/@]*@/g, `//${masked}@`);
