// What a value of each field looks like in running text, and where it ends there.
import type {LabelledField} from './labels.ts';

/** Blanks, signs and words like «в системе:» between a name and its value. */
const leading =
	/^[\s)\]»"'.,]*(?:\([^)\n]{0,60}\)\s*)?(?:(?:\p{L}[\p{L} -]{0,40})?[:=]|(?:is|это)(?= )|[–—-]+(?=\s))?[\s:=–—№#]*/u;

const forms: Readonly<Record<LabelledField, RegExp>> = {
	accessLine: /^(?:https?:\/\/)[^\s"'<>«»]+/i,
	server: /^(?:https?:\/\/)[^\s"'<>«»]+/i,
	service: /^(?:https?:\/\/|\/)?[A-Za-z0-9_.~%-]+\/[^\s"'<>«»]+|^\/[^\s"'<>«»]+/i,
	agentId: /^\d{1,32}(?![\p{L}\p{N}_-])/u,
	posId: /^[A-Za-z0-9_-]{1,64}(?![\p{L}\p{N}])/u,
	agentKey: /^[\u0021-\u007e]{1,512}/,
	crsId: /^\d{1,32}(?![\p{L}\p{N}])/u,
	wmid: /^(?:\d{12}|0)(?!\d)/,
	certificatePassword: /^[^\s«»]{1,256}/u,
};

const secrets: ReadonlySet<LabelledField> = new Set(['agentKey', 'certificatePassword']);

const quotes: readonly (readonly [string, string])[] = [
	['«', '»'],
	['"', '"'],
	["'", "'"],
	['“', '”'],
	['<', '>'],
];

/** The value that a text begins with, after its separators; null where what stands there cannot be one. */
export function valueAtStart(field: LabelledField, text: string): string | null {
	const rest = text.slice(leading.exec(text)?.[0].length ?? 0);
	const quoted = inQuotes(rest) ?? inQuotes(text.trim().replace(/^[:=–—-]\s*/, ''));
	if (quoted !== null) return forms[field].test(quoted) ? quoted : null;
	const match = forms[field].exec(rest)?.[0];
	if (match === undefined) return null;
	const value = withoutEnd(field, match);
	return value === '' || isWord(field, value) ? null : value;
}

/** The value of a line in which it comes before its name: `1001 — номер агента`. */
export function valueAtEnd(field: LabelledField, text: string): string | null {
	const before = /^\s*(?:\d[.)]\s+)?(\S+)\s*[–—=:-]\s*$/.exec(text)?.[1];
	return before === undefined ? null : valueAtStart(field, before);
}

/** The first address that may be a service's: with a path behind its host. */
export function urlIn(text: string): string | null {
	const urls = [...text.matchAll(/https:\/\/[^\s"'<>«»]+/gi)].map(([url]) => withoutEnd('accessLine', url));
	return (
		urls.find((url) => /\.svc$/i.test(url)) ?? urls.find((url) => /^https:\/\/[^/]+\/./i.test(url)) ?? null
	);
}

/** Whether a word without a name is surely this: 12 digits, or a long mixture that is no address, number or e-mail. */
export const plausible = (field: 'wmid' | 'agentKey', word: string): boolean =>
	field === 'wmid' ? /^\d{12}$/.test(word) : /^(?=\S*\d)(?=\S*[A-Za-z])[A-Za-z0-9+/=_-]{24,512}$/.test(word);

function inQuotes(text: string): string | null {
	for (const [open, close] of quotes) {
		const end = text.startsWith(open) ? text.indexOf(close, 1) : -1;
		if (end > 1) return text.slice(1, end);
	}
	return null;
}

/** A sentence's full stop, comma or bracket is no part of a number or an address; of a secret a dot may be one. */
const withoutEnd = (field: LabelledField, value: string): string =>
	secrets.has(field) ? value.replace(/[,;]$/, '') : value.replace(/[.,;:!?)\]}>]+$/, '').replace(/\/+$/, '');

/** «Ключ агента и пароль …»: a plain word of running text is no secret and no terminal. */
const isWord = (field: LabelledField, value: string): boolean =>
	!/[\p{L}\p{N}]/u.test(value) ||
	(secrets.has(field) &&
		/^(?:\p{Script=Cyrillic}+|is|for|and|the|of|to|will|see|in|by)[.:]?$/iu.test(value)) ||
	(field === 'posId' && /^(?:is|for|and|the|of|to|will|id|number|terminal|-+|_+)$/i.test(value));
