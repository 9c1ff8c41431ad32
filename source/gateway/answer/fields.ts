// Reads the fields of one answer. The first missing or ill-typed one is the fault; nothing is guessed.
import {cleanText, type GatewayFault} from '../../core/index.ts';
import {isJsonObject, type Json, JsonNumber, memberOf} from './json.ts';
import type {Kind} from './kinds.ts';

export type Fields = {
	/** The field's value; its kind's blank where it is missing or wrong, and then `fault` says so. */
	read<T>(name: string, kind: Kind<T>): T;
	/** As `read`, for a word from a list that the gateway may have outgrown: an unlisted one is an unknown status. */
	readStatus<T>(name: string, kind: Kind<T>): T;
	/** As `read`, but a field that isn't there is undefined and no fault. */
	readOptional<T>(name: string, kind: Kind<T>): T | undefined;
	/** The first fault met so far. */
	readonly fault: GatewayFault | null;
};

/** `path` names the object within the answer (`orders[3]`), so that support sees which field it was. */
export function readFields(json: Json, path = ''): Fields {
	const object = isJsonObject(json) ? json : {};
	const prefix = path === '' ? '' : `${path}.`;
	let fault: GatewayFault | null = null;
	const note = (code: string, detail: string): void => {
		fault ??= {kind: 'body', code, detail: cleanText(detail)};
	};
	if (!isJsonObject(json)) note('BAD_FIELD', `${path || 'answer'}: ${glimpse(json)}`);

	function read<T>(name: string, kind: Kind<T>, wrongCode: string): T {
		const value = memberOf(object, name);
		if (value === undefined) {
			note('MISSING_FIELD', `${prefix}${name}`);
			return kind.blank;
		}
		const read = kind.from(value);
		if (read === undefined) {
			note(wrongCode, `${prefix}${name}: ${glimpse(value)}`);
			return kind.blank;
		}
		return read;
	}

	return {
		read: (name, kind) => read(name, kind, 'BAD_FIELD'),
		readStatus: (name, kind) => {
			const value = memberOf(object, name);
			const isWord = typeof value === 'string' || value instanceof JsonNumber;
			return read(name, kind, isWord ? 'UNKNOWN_STATUS' : 'BAD_FIELD');
		},
		readOptional: (name, kind) =>
			memberOf(object, name) === undefined ? undefined : read(name, kind, 'BAD_FIELD'),
		get fault() {
			return fault;
		},
	};
}

/** What was seen instead, short: enough to know the vendor's change from a hostile answer. */
function glimpse(value: Json): string {
	if (typeof value === 'string') return `"${cleanText(value, 40)}"`;
	if (value instanceof JsonNumber) return value.text.slice(0, 40);
	if (value === null || typeof value === 'boolean') return String(value);
	return Array.isArray(value) ? '[…]' : '{…}';
}
