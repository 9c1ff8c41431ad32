// The dotted paths of till.json (`register.link`, `paymentTypes.0.code`): their rule, their value, the document with another one.
import {type JsonPath, type JsonValue, parseJson} from './json-text.ts';
import {isFields, type Rule} from './rule.ts';
import {tillSchema} from './till-schema.ts';

/** The steps of a dotted key; numbers are rows. */
export const pathOf = (key: string): JsonPath =>
	key.split('.').map((step) => (/^\d{1,3}$/.test(step) ? Number(step) : step));

/** The rule of a path, or null where the file has no such field. */
export function ruleAt(path: JsonPath, rule: Rule = tillSchema): Rule | null {
	const [step, ...rest] = path;
	if (step === undefined) return rule;
	if (!('type' in rule)) return null;
	if (rule.type === 'array') return typeof step === 'number' ? ruleAt(rest, rule.items) : null;
	const inner = rule.type === 'object' && Object.hasOwn(rule.properties, step) && rule.properties[step];
	return inner ? ruleAt(rest, inner) : null;
}

/** The value at a path, or undefined. */
export function valueAt(value: JsonValue | undefined, path: JsonPath): JsonValue | undefined {
	const [step, ...rest] = path;
	if (step === undefined || value === undefined) return value;
	if (Array.isArray(value) && typeof step === 'number') return valueAt((value as JsonValue[])[step], rest);
	return isFields(value) && Object.hasOwn(value, step) ? valueAt(value[step], rest) : undefined;
}

/**
 * The same value with another one at a path; what is not there on the way is made. undefined: a row that would leave a gap.
 */
export function withValueAt(
	value: JsonValue | undefined,
	path: JsonPath,
	added: JsonValue,
): JsonValue | undefined {
	const [step, ...rest] = path;
	if (step === undefined) return added;
	const inner = withValueAt(valueAt(value, [step]), rest, added);
	if (inner === undefined) return undefined;
	if (typeof step === 'string') return {...(isFields(value) ? value : {}), [step]: inner};
	const rows: readonly JsonValue[] = Array.isArray(value) ? value : [];
	return step <= rows.length ? [...rows.slice(0, step), inner, ...rows.slice(step + 1)] : undefined;
}

/** A value as the command line gives it, by the rule it is for; a text that fits no other kind stays a text, for the check to name. */
export function valueFromText(rule: Rule, text: string): JsonValue {
	if ('enum' in rule) return rule.enum.find((allowed) => String(allowed) === text) ?? numberOf(text);
	switch (rule.type) {
		case 'integer':
			return numberOf(text);
		case 'boolean':
			return text === 'true' ? true : text === 'false' ? false : text;
		case 'object':
		case 'array': {
			const parsed = parseJson(text);
			if (parsed.ok) return parsed.value;
			return rule.type === 'array' && 'enum' in rule.items
				? text.split(',').map((item) => item.trim())
				: text;
		}
		default:
			return rule.type !== 'string' && (text === '' || text === 'null') ? null : text;
	}
}

const numberOf = (text: string): number | string => (/^-?\d{1,15}$/.test(text) ? Number(text) : text);

/** A value as `settings get` prints it: texts bare, everything else as it stands in the file. */
export const textOfValue = (value: JsonValue): string =>
	typeof value === 'string' ? value : JSON.stringify(value);
