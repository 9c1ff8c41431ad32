// The part of JSON Schema that the rules of till.json are written in, and the walk that finds every value against them.
// One set of rules serves both: this walk, which names all faults by place, and conf, which guards every write.
import type {JsonPath, JsonValue} from './json-text.ts';

export type Rule =
	| {
			readonly type: 'object';
			readonly properties: Readonly<Record<string, Rule>>;
			readonly required?: readonly string[];
	  }
	| {
			readonly type: 'array';
			readonly items: Rule;
			readonly minItems?: number;
			readonly maxItems?: number;
	  }
	| {readonly type: 'integer'; readonly minimum: number; readonly maximum: number}
	| {readonly type: 'boolean'}
	| {readonly type: 'string' | readonly ['string', 'null']; readonly pattern: string}
	| {readonly enum: readonly (string | number | null)[]};

export type Violation =
	| {readonly type: 'wrong'; readonly path: JsonPath; readonly value: JsonValue}
	/** A field that its object must have. */
	| {readonly type: 'missing'; readonly path: JsonPath}
	/** A field that no rule knows: kept, and named where it looks like a slip of the pen. */
	| {readonly type: 'unknown'; readonly path: JsonPath; readonly known: readonly string[]};

/** All that is against a rule, in the order of the file. */
export function violations(rule: Rule, value: JsonValue, path: JsonPath = []): readonly Violation[] {
	const wrong: Violation = {type: 'wrong', path, value};
	if ('enum' in rule) return rule.enum.some((allowed) => allowed === value) ? [] : [wrong];
	switch (rule.type) {
		case 'object':
			return isFields(value) ? fieldViolations(rule, value, path) : [wrong];
		case 'array': {
			if (!Array.isArray(value)) return [wrong];
			const items: readonly JsonValue[] = value;
			const isLengthWrong =
				items.length < (rule.minItems ?? 0) || items.length > (rule.maxItems ?? items.length);
			return isLengthWrong
				? [wrong]
				: items.flatMap((item, index) => violations(rule.items, item, [...path, index]));
		}
		case 'integer':
			return Number.isInteger(value) && Number(value) >= rule.minimum && Number(value) <= rule.maximum
				? []
				: [wrong];
		case 'boolean':
			return typeof value === 'boolean' ? [] : [wrong];
		default: {
			if (value === null) return rule.type === 'string' ? [wrong] : [];
			return typeof value === 'string' && new RegExp(rule.pattern, 'u').test(value) ? [] : [wrong];
		}
	}
}

/** Whether a value is an object with fields. */
export const isFields = (value: JsonValue | undefined): value is {readonly [field: string]: JsonValue} =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function fieldViolations(
	rule: Extract<Rule, {type: 'object'}>,
	fields: {readonly [field: string]: JsonValue},
	path: JsonPath,
): readonly Violation[] {
	const known = Object.keys(rule.properties);
	const missing = (rule.required ?? [])
		.filter((field) => !Object.hasOwn(fields, field))
		.map((field): Violation => ({type: 'missing', path: [...path, field]}));
	const present = Object.keys(fields).flatMap((field): readonly Violation[] => {
		const inner = Object.hasOwn(rule.properties, field) ? rule.properties[field] : undefined;
		const at = [...path, field];
		return inner ? violations(inner, fields[field] ?? null, at) : [{type: 'unknown', path: at, known}];
	});
	return [...missing, ...present];
}
