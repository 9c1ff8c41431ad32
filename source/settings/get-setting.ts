// One setting as it stands, and all of them: what `settings get` and `settings show` print. Secrets are masked always.
import {linkNames, moduleNames, type SettingsProblem} from '../core/index.ts';
import {defaultOf, findKey, type SettingKey} from './keys.ts';
import {type Looked, look} from './look.ts';
import {valueOfName} from './module-files/named-file.ts';
import {harmless, isSecretKey, masked, problem} from './problem.ts';
import type {JsonValue} from './till-file/json-text.ts';
import {textOfValue, valueAt} from './till-file/paths.ts';
import {isFields} from './till-file/rule.ts';
import {tillDefaults, tillFileName} from './till-file/till-schema.ts';
import {withDefaults} from './till-file/with-defaults.ts';

export type SettingRow = {
	readonly file: string;
	readonly key: string;
	/** Bare; masked for a secret that is set. Empty where nothing is set and there is no default. */
	readonly value: string;
	readonly isSecret: boolean;
	/** Whether the value is the default since the file says nothing. */
	readonly isDefault: boolean;
};

export type GetEnd =
	| {readonly ok: true; readonly row: SettingRow}
	| {readonly ok: false; readonly problems: readonly SettingsProblem[]};

/** Reads one setting, wrong values too: they are shown as they stand. */
export function getSetting(folder: string, key: string): GetEnd {
	const found = findKey(key);
	if (!found.ok) return {ok: false, problems: [unknownKey(key, found.nearest)]};
	const seen = look(folder);
	if (seen.type === 'none') return {ok: false, problems: [problem('noTill', seen.folder)]};
	if (seen.type === 'refused') return {ok: false, problems: [seen.problem]};
	const row = rowOf(seen.looked, found.key);
	if (row) return {ok: true, row};
	const ofFile = seen.looked.problems.filter(({file}) => file === found.key.file);
	return {ok: false, problems: ofFile.length > 0 ? ofFile : [unknownKey(key, null)]};
}

export type ShowEnd = {
	readonly rows: readonly SettingRow[];
	readonly problems: readonly SettingsProblem[];
	readonly warnings: readonly SettingsProblem[];
};

/** Everything that is set, with defaults, as far as the files can be read; and all that is wrong with them. */
export function showSettings(folder: string): ShowEnd {
	const seen = look(folder);
	if (seen.type === 'none') return {rows: [], problems: [problem('noTill', seen.folder)], warnings: []};
	if (seen.type === 'refused') return {rows: [], problems: [seen.problem], warnings: []};
	const {looked} = seen;
	const keys = [...moduleNames, ...linkNames, ...leaves(tillValues(looked))];
	const rows = keys.flatMap((key) => {
		const found = findKey(key);
		const row = found.ok ? rowOf(looked, found.key) : null;
		return row ? [row] : [];
	});
	return {rows, problems: looked.problems, warnings: looked.warnings};
}

/** All that is wrong and all that is doubtful in a till's folder. */
export const checkSettings = (folder: string): Omit<ShowEnd, 'rows'> => {
	const {problems, warnings} = showSettings(folder);
	return {problems, warnings};
};

export const unknownKey = (key: string, near: string | null): SettingsProblem =>
	problem('unknownKey', '', {key, params: near === null ? {} : {nearest: near}});

/** null: the file cannot be read, or there is no such row. */
function rowOf(looked: Looked, key: SettingKey): SettingRow | null {
	const {file, name} = key;
	const row = (value: string, isDefault: boolean): SettingRow => {
		const isSecret = isSecretKey(name);
		return {file, key: name, value: isSecret && value !== '' ? masked : harmless(value), isSecret, isDefault};
	};
	switch (key.type) {
		case 'module': {
			if (!looked.module || looked.module.entries.twice.has(key.name)) return null;
			const value = valueOfName(looked.module, key.name);
			return row(value ?? defaultOf(key.name) ?? '', value === null);
		}
		case 'link': {
			if (!looked.links || looked.links.entries.twice.has(key.name)) return null;
			const value = valueOfName(looked.links, key.name);
			return row(value ?? '', value === null);
		}
		case 'till': {
			const own = valueAt(looked.document?.fields, key.path);
			const value = own ?? valueAt(tillValues(looked), key.path);
			return value === undefined ? null : row(textOfValue(value), own === undefined);
		}
	}
}

/** What till.json means as a whole, even where a field of it is wrong; undefined where it is broken. */
function tillValues({document, tillFile, problems}: Looked): JsonValue | undefined {
	if (document) return withDefaults(document.fields);
	return tillFile ?? (problems.some(({file}) => file === tillFileName) ? undefined : tillDefaults);
}

/** The dotted keys of everything that has no fields of its own; lists of plain values count as one. */
function leaves(value: JsonValue | undefined, above = ''): readonly string[] {
	if (value === undefined) return [];
	const hasRows = Array.isArray(value) && value.some((item: JsonValue) => isFields(item));
	if (!isFields(value) && !hasRows) return [above];
	return Object.entries(value).flatMap(([field, inner]) =>
		leaves(inner, above === '' ? field : `${above}.${field}`),
	);
}
