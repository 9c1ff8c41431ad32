// The file's content with every field there: what the file does not say is taken from the defaults.
import type {JsonValue} from './json-text.ts';
import {isFields} from './rule.ts';
import {type TillFile, tillDefaults} from './till-schema.ts';

/** Only for fields that passed the rules: the schema is what makes the result's type true. */
export const withDefaults = (fields: {readonly [field: string]: JsonValue}): TillFile =>
	merged(tillDefaults, fields) as TillFile;

function merged(defaults: JsonValue, given: JsonValue): JsonValue {
	if (!isFields(defaults) || !isFields(given)) return given;
	return Object.fromEntries(
		Object.entries(defaults).map(([name, byDefault]) => {
			const value = Object.hasOwn(given, name) ? given[name] : undefined;
			return [name, value === undefined ? byDefault : merged(byDefault, value)];
		}),
	);
}
