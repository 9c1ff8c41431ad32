// The keys of `settings get` and `settings set`: names of both module files and dotted paths of till.json.
import {type LinkName, linkNames, type ModuleName, moduleNames, nearest, tillPaths} from '../core/index.ts';
import {moduleFileName, moduleNameTable, moduleRules} from './module-files/module-settings.ts';
import {linkFileName, linkNameTable} from './module-files/payment-types.ts';
import type {JsonPath} from './till-file/json-text.ts';
import {pathOf, ruleAt} from './till-file/paths.ts';
import type {Rule} from './till-file/rule.ts';
import {tillFileName} from './till-file/till-schema.ts';

export type SettingKey =
	| {readonly type: 'module'; readonly file: typeof moduleFileName; readonly name: ModuleName}
	| {readonly type: 'link'; readonly file: typeof linkFileName; readonly name: LinkName}
	| {
			readonly type: 'till';
			readonly file: typeof tillFileName;
			readonly name: string;
			readonly path: JsonPath;
			readonly rule: Rule;
	  };

/** What a key names, or the nearest key that there is. Names of module files in any letter case, also the Russian ones. */
export function findKey(
	key: string,
): {readonly ok: true; readonly key: SettingKey} | {readonly ok: false; readonly nearest: string | null} {
	const moduleName = moduleNameTable.get(key.toLowerCase());
	if (moduleName) return {ok: true, key: {type: 'module', file: moduleFileName, name: moduleName}};
	const linkName = linkNameTable.get(key.toLowerCase());
	if (linkName) return {ok: true, key: {type: 'link', file: linkFileName, name: linkName}};
	const path = pathOf(key);
	const rule = ruleAt(path);
	if (rule) return {ok: true, key: {type: 'till', file: tillFileName, name: key, path, rule}};
	const known = [...moduleNames, ...linkNames, ...tillPaths.filter((path) => !path.includes('*'))];
	const folded = new Map(known.map((name) => [name.toLowerCase(), name]));
	return {ok: false, nearest: folded.get(nearest(key.toLowerCase(), [...folded.keys()]) ?? '') ?? null};
}

/** A module name's default, null where it is required. */
export const defaultOf = (name: ModuleName): string | null => moduleRules[name].byDefault;
