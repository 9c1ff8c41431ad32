// JSON from outside, read so that numbers keep their digits: `1250.10` must not become a float on its way to kopecks.

/** A number as its token stood in the text. */
export class JsonNumber {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

export type JsonObject = {readonly [name: string]: Json};
export type Json = null | boolean | string | JsonNumber | readonly Json[] | JsonObject;

/** Whether a value is an object with names (not null, not a list, not a number). */
export const isJsonObject = (value: Json | undefined): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber);

/**
 * A member of an object, or undefined. Only the object's own ones count: `{}` has no `constructor`, and a `__proto__` from
 * outside is a name like any other.
 */
export const memberOf = (object: JsonObject, name: string): Json | undefined =>
	Object.hasOwn(object, name) ? object[name] : undefined;

/** The value, or undefined where the text is not JSON, or nested deeper than it can be walked. */
export function parseJson(text: string): Json | undefined {
	try {
		return JSON.parse(text, (_name, value: unknown, context?: {source?: string}) =>
			typeof value === 'number' ? new JsonNumber(context?.source ?? String(value)) : value,
		) as Json;
	} catch {
		return undefined;
	}
}
