// The answers file of `setup --answers`: read as a whole and checked before anything is written.
import {dirname, isAbsolute, join} from 'node:path';
import {isLanguage, isPaymentSystem, type Language} from '../core/index.ts';
import type {SettingChange} from '../settings/index.ts';
import {
	type LetterValues,
	letterFields,
	type RegisterPlace,
	recogniseLetter,
	type TypeRow,
} from '../setup/index.ts';

/** What can be tried for real after writing. */
export const checks = ['connection', 'register'] as const;
export type Check = (typeof checks)[number];

export type Answers = {
	readonly language: Language | null;
	readonly letter: LetterValues | null;
	readonly certificate: {readonly file: string; readonly password: string} | null;
	readonly caFile: string | null;
	readonly paymentTypes: readonly TypeRow[] | null;
	readonly register: RegisterPlace | null;
	readonly responseTimeoutS: number | null;
	/** The till's PIN as it is: for changed addresses. */
	readonly pin: string | null;
	readonly newPin: string | null;
	/** Any other settings by their keys, as `settings set` takes them. */
	readonly settings: readonly SettingChange[];
	readonly check: readonly Check[];
};

export type AnswersEnd =
	| {readonly ok: true; readonly answers: Answers}
	/** `path` empty: the whole is no JSON object. */
	| {readonly ok: false; readonly path: string; readonly allowed: string};

class AnswerFault extends Error {
	readonly path: string;
	readonly allowed: string;

	constructor(path: string, allowed: string) {
		super(path);
		this.path = path;
		this.allowed = allowed;
	}
}

const known = [
	'language',
	'letter',
	'certificate',
	'caFile',
	'paymentTypes',
	'register',
	'responseTimeoutS',
	'pin',
	'newPin',
	'settings',
	'check',
];

/** Reads a file's text; `file` is where paths in it begin. */
export function parseAnswers(text: string, file: string): AnswersEnd {
	try {
		return {ok: true, answers: readAnswers(objectOf(parsed(text), '', known), file)};
	} catch (error) {
		if (error instanceof AnswerFault) return {ok: false, path: error.path, allowed: error.allowed};
		throw error;
	}
}

function readAnswers(all: Fields, file: string): Answers {
	const {language, letter, certificate, caFile, paymentTypes, register, responseTimeoutS, settings, check} =
		all;
	const place = (path: string, value: unknown): string => {
		const given = textOf(value, path);
		return isAbsolute(given) ? given : join(dirname(file), given);
	};
	const pfx = certificate === undefined ? null : objectOf(certificate, 'certificate', ['file', 'password']);
	return {
		language: language === undefined ? null : languageOf(language),
		letter: letter === undefined ? null : letterOf(letter),
		certificate: pfx && {
			file: place('certificate.file', pfx['file']),
			password: pfx['password'] === undefined ? '' : textOf(pfx['password'], 'certificate.password'),
		},
		caFile: caFile === undefined ? null : place('caFile', caFile),
		paymentTypes: paymentTypes === undefined ? null : listOf(paymentTypes, 'paymentTypes').map(typeRowOf),
		register: register === undefined ? null : registerOf(register),
		responseTimeoutS: responseTimeoutS === undefined ? null : secondsOf(responseTimeoutS),
		pin: pinOf(all['pin'], 'pin'),
		newPin: pinOf(all['newPin'], 'newPin'),
		settings:
			settings === undefined
				? []
				: Object.entries(objectOf(settings, 'settings', null)).map(([key, value]) => ({
						key,
						value: typeof value === 'string' ? value : JSON.stringify(value),
					})),
		check: check === undefined ? ['connection'] : listOf(check, 'check').map(checkOf),
	};
}

type Fields = Readonly<Record<string, unknown>>;

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new AnswerFault('', '');
	}
}

function objectOf(value: unknown, path: string, allowed: readonly string[] | null): Fields {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new AnswerFault(path, '{…}');
	const fields: Fields = {...value};
	const strange = Object.keys(fields).find((name) => allowed !== null && !allowed.includes(name));
	if (strange !== undefined) {
		throw new AnswerFault(path === '' ? strange : `${path}.${strange}`, (allowed ?? []).join(' | '));
	}
	return fields;
}

function listOf(value: unknown, path: string): readonly unknown[] {
	if (!Array.isArray(value)) throw new AnswerFault(path, '[…]');
	return value;
}

function textOf(value: unknown, path: string): string {
	if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
	if (typeof value !== 'string' || value.length > 2000) throw new AnswerFault(path, '"…"');
	return value;
}

function languageOf(value: unknown): Language {
	const word = textOf(value, 'language');
	if (!isLanguage(word)) throw new AnswerFault('language', 'ru | en');
	return word;
}

/** As one text in any order, or by fields. */
function letterOf(value: unknown): LetterValues {
	const given: Fields =
		typeof value === 'string' ? recogniseLetter(value).fields : objectOf(value, 'letter', letterFields);
	const values = Object.fromEntries(
		letterFields.map((field) => [
			field,
			given[field] === undefined ? '' : textOf(given[field], `letter.${field}`),
		]),
	) as LetterValues;
	for (const field of ['accessLine', 'agentId', 'posId', 'agentKey'] as const) {
		if (values[field] === '') throw new AnswerFault(`letter.${field}`, '"…"');
	}
	return values;
}

function typeRowOf(value: unknown, index: number): TypeRow {
	const path = `paymentTypes.${index}`;
	const row = objectOf(value, path, ['system', 'code', 'name', 'registerSlot']);
	const system = textOf(row['system'], `${path}.system`);
	if (!isPaymentSystem(system)) throw new AnswerFault(`${path}.system`, 'sbp | webmoney | wechat | alipay');
	return {
		system,
		code: textOf(row['code'], `${path}.code`),
		name: textOf(row['name'], `${path}.name`),
		slot: textOf(row['registerSlot'], `${path}.registerSlot`),
	};
}

function registerOf(value: unknown): RegisterPlace {
	const fields = objectOf(value, 'register', ['link', 'address', 'baudRate']);
	const link = textOf(fields['link'], 'register.link');
	if (link === 'none') return {link};
	const address = textOf(fields['address'], 'register.address');
	if (link === 'tcp') return {link, address};
	if (link !== 'serial') throw new AnswerFault('register.link', 'none | tcp | serial');
	const baudRate = Number(fields['baudRate'] ?? 115_200);
	if (!Number.isSafeInteger(baudRate)) throw new AnswerFault('register.baudRate', '115200');
	return {link, address, baudRate};
}

function secondsOf(value: unknown): number {
	const seconds = Number(value);
	if (!Number.isSafeInteger(seconds)) throw new AnswerFault('responseTimeoutS', '10 … 3600');
	return seconds;
}

function pinOf(value: unknown, path: string): string | null {
	if (value === undefined) return null;
	const pin = textOf(value, path);
	if (!/^\d{4,12}$/.test(pin)) throw new AnswerFault(path, '"1234" … "123456789012"');
	return pin;
}

function checkOf(value: unknown, index: number): Check {
	const found = checks.find((one) => one === value);
	if (found === undefined) throw new AnswerFault(`check.${index}`, checks.join(' | '));
	return found;
}
