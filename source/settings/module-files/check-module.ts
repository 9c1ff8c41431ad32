// The values of both module files against their rules: every name that is missing, empty, wrong or doubtful.
import {
	type LinkName,
	linkNames,
	type ModuleName,
	moduleNames,
	type SettingsProblem,
} from '../../core/index.ts';
import {problem} from '../problem.ts';
import {entryValue} from './lines.ts';
import {checkModuleValue, isResponseTimeoutShort, moduleRules} from './module-settings.ts';
import {type NamedFile, valueOfName} from './named-file.ts';
import {isLinkValue, systemsWithOneCode} from './payment-types.ts';

export type ModuleCheck = {
	/** Every name's value: the file's, else the default, else empty (and then there is a problem). */
	readonly values: Readonly<Record<ModuleName, string>>;
	readonly problems: readonly SettingsProblem[];
	readonly warnings: readonly SettingsProblem[];
};

export function checkModuleSettings(named: NamedFile<ModuleName>): ModuleCheck {
	const value = (name: ModuleName): string => valueOfName(named, name) ?? moduleRules[name].byDefault ?? '';
	const line = named.entries.found.get('ResponseTimeoutS');
	const isShort = line && checkModuleValue('ResponseTimeoutS', entryValue(line)) === null;
	return {
		values: Object.fromEntries(moduleNames.map((name) => [name, value(name)])) as Record<ModuleName, string>,
		problems: moduleNames.flatMap((name) => nameProblems(named, name)),
		warnings:
			isShort && isResponseTimeoutShort(entryValue(line))
				? [
						problem('responseTimeoutShort', named.fileName, {
							line: line.number,
							key: 'ResponseTimeoutS',
							value: entryValue(line),
						}),
					]
				: [],
	};
}

function nameProblems(named: NamedFile<ModuleName>, name: ModuleName): readonly SettingsProblem[] {
	// Which of two lines is meant is not ours to guess, so neither is judged.
	if (named.entries.twice.has(name)) return [];
	const line = named.entries.found.get(name);
	if (!line) {
		return moduleRules[name].byDefault === null ? [problem('valueMissing', named.fileName, {key: name})] : [];
	}
	const fault = checkModuleValue(name, entryValue(line));
	return fault
		? [
				problem(fault.code, named.fileName, {
					line: line.number,
					key: name,
					value: entryValue(line),
					params: fault.params,
				}),
			]
		: [];
}

export type LinkCheck = {
	/** The codes of the systems that are offered. */
	readonly codes: ReadonlyMap<LinkName, string>;
	readonly problems: readonly SettingsProblem[];
	readonly warnings: readonly SettingsProblem[];
};

export function checkLinks(named: NamedFile<LinkName>): LinkCheck {
	const {fileName, entries} = named;
	const place = (name: LinkName) => ({
		line: entries.found.get(name)?.number ?? null,
		key: name,
		value: valueOfName(named, name),
	});
	const present = linkNames.filter((name) => entries.found.has(name) && !entries.twice.has(name));
	const wrong = present.filter((name) => !isLinkValue(valueOfName(named, name) ?? ''));
	const codes = new Map(
		present
			.filter((name) => !wrong.includes(name))
			.map((name) => [name, valueOfName(named, name) ?? ''] as const)
			.filter(([, code]) => code !== ''),
	);
	const shared = systemsWithOneCode(codes);
	return {
		codes,
		problems: [
			...wrong.map((name) => problem('valueForm', fileName, place(name))),
			...shared.map(({name, firstName}) =>
				problem('codeForTwoSystems', fileName, {
					...place(name),
					params: {firstName, firstLine: entries.found.get(firstName)?.number ?? 0},
				}),
			),
		],
		warnings: codes.size === 0 && wrong.length === 0 ? [problem('noSystemLinked', fileName)] : [],
	};
}
