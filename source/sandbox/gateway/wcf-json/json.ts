// JSON whose numbers keep their text: money is signed and read as it stands on the wire, never by way of a float.

/** A number as it was written. */
export class NumberLiteral {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

/** `JSON.parse` with every number as a {@link NumberLiteral}; throws what JSON.parse throws. */
export const parseLiterally = (text: string): unknown =>
	JSON.parse(text, (_key, value: unknown, context?: {readonly source?: string}) =>
		typeof value === 'number' ? new NumberLiteral(context?.source ?? String(value)) : value,
	);

// Part of the language since ES2026 and of Node since 21; the compiler's library doesn't list it yet.
const {rawJSON} = JSON as unknown as {rawJSON(text: string): unknown};

/** A number that JSON.stringify writes exactly as given, e.g. `1250.00`. */
export const literally = (text: string): unknown => rawJSON(text);
