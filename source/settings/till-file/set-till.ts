// Prepares a change of till.json: the new content, or why it may not be.
import type {LinkName, SettingsProblem} from '../../core/index.ts';
import {problem} from '../problem.ts';
import {crossCheck} from './cross-check.ts';
import type {JsonPath, JsonValue} from './json-text.ts';
import {valueFromText, withValueAt} from './paths.ts';
import {checkedDocument} from './read-till.ts';
import {isFields, type Rule} from './rule.ts';
import {tillFileName} from './till-schema.ts';
import {withDefaults} from './with-defaults.ts';

type Fields = {readonly [field: string]: JsonValue};

export type TillChange = {
	readonly name: string;
	readonly path: JsonPath;
	readonly rule: Rule;
	readonly value: string;
};

/** Faults of a value itself. What a till merely lacks beside it (a row, an address) is no reason to refuse it. */
const ownFaults: readonly SettingsProblem['code'][] = [
	'fieldForm',
	'fieldMissing',
	'versionNewer',
	'codeTwice',
	'placeTwice',
	'addressForm',
];

/** The content with all changes in it. Faults that stood there before stay: they can be mended one by one. */
export function changedTill(
	before: Fields,
	changes: readonly TillChange[],
	codes: ReadonlyMap<LinkName, string>,
):
	| {readonly ok: true; readonly fields: Fields}
	| {readonly ok: false; readonly problems: readonly SettingsProblem[]} {
	let fields: Fields = before;
	for (const {name, path, rule, value} of changes) {
		const next = withValueAt(fields, path, valueFromText(rule, value));
		if (!isFields(next)) return {ok: false, problems: [problem('unknownKey', tillFileName, {key: name})]};
		fields = next;
	}
	const old = new Set(ownProblems(before, codes).map(nameOf));
	const refused = ownProblems(fields, codes).filter((found) => {
		const isOfChange = changes.some(({name}) => isWithin(found.key ?? '', name));
		// Another link first, its address next: in between the address is the old link's, and that is only told.
		return isOfChange || (!old.has(nameOf(found)) && found.code !== 'addressForm');
	});
	return refused.length > 0 ? {ok: false, problems: refused} : {ok: true, fields};
}

function ownProblems(fields: Fields, codes: ReadonlyMap<LinkName, string>): readonly SettingsProblem[] {
	const {problems} = checkedDocument(fields);
	const all = problems.length > 0 ? problems : crossCheck(withDefaults(fields), codes, () => null).problems;
	return all.filter(({code}) => ownFaults.includes(code));
}

const nameOf = ({code, key}: SettingsProblem): string => `${code} ${key}`;

/** Whether one key is the other or lies in it. */
const isWithin = (key: string, name: string): boolean =>
	key === name || key.startsWith(`${name}.`) || name.startsWith(`${key}.`);
