// `qrkassa settings show | get KEY | set KEY VALUE | check`: what is set, what is wrong, one change at a time.
import {exitCodes, type SettingsProblem} from '../../core/index.ts';
import {checkSettings, getSetting, setSetting, showSettings} from '../../settings/index.ts';
import {askUnseen} from '../ask-unseen.ts';
import {wordsIn} from '../help.ts';
import {type Invocation, refuse} from '../invocation.ts';
import {settingsWords} from '../settings-words.ts';

export async function settings(invocation: Invocation): Promise<number> {
	const [verb, key, value] = invocation.words;
	const count = invocation.words.length;
	if (verb === 'show' && count === 1) return show(invocation);
	if (verb === 'check' && count === 1) return check(invocation);
	if (verb === 'get' && key !== undefined && count === 2) return get(invocation, key);
	if (verb === 'set' && key !== undefined && value !== undefined) return set(invocation, key, value);
	const text = wordsIn(invocation.language ?? 'ru').usage(
		'qrkassa settings show | get KEY | set KEY VALUE | check',
	);
	return refuse(invocation, {exitCode: exitCodes.arguments, code: 'VERB', text});
}

function show(invocation: Invocation): number {
	const {sink, isJson, folder} = invocation;
	const words = settingsWords(invocation.language ?? 'ru');
	const {rows, problems, warnings} = showSettings(folder);
	if (isJson) sink.json({type: 'settings', rows, problems, warnings});
	else {
		for (const file of new Set(rows.map((row) => row.file))) {
			sink.out(`\n${file}`);
			for (const row of rows.filter((one) => one.file === file)) {
				sink.out(`  ${row.key} = ${row.value}${row.isDefault ? `  (${words.byDefault})` : ''}`);
			}
		}
	}
	return tell(invocation, problems, warnings);
}

function check(invocation: Invocation): number {
	const {problems, warnings} = checkSettings(invocation.folder);
	if (invocation.isJson) invocation.sink.json({type: 'check', problems, warnings});
	const code = tell(invocation, problems, warnings);
	invocation.sink.err(settingsWords(invocation.language ?? 'ru').summary(problems.length, warnings.length));
	return code;
}

function get(invocation: Invocation, key: string): number {
	const end = getSetting(invocation.folder, key);
	if (!end.ok) return refuseProblems(invocation, end.problems);
	if (invocation.isJson) invocation.sink.json({type: 'setting', ...end.row});
	else invocation.sink.out(end.row.value);
	return 0;
}

async function set(invocation: Invocation, key: string, word: string): Promise<number> {
	const {folder, sink, language} = invocation;
	const words = wordsIn(language ?? 'ru');
	const found = getSetting(folder, key);
	const isSecret = found.ok && found.row.isSecret;
	if (isSecret && word !== '-') sink.err(words.secretOnLine(key));
	const value = isSecret && word === '-' ? await askUnseen(words.secretPrompt(key), sink) : word;
	const end = await setSetting(folder, key, value);
	return end.ok
		? tell(invocation, [], end.warnings)
		: refuseProblems(invocation, end.problems, exitCodes.arguments);
}

function refuseProblems(
	invocation: Invocation,
	problems: readonly SettingsProblem[],
	exitCode: number = exitCodes.settings,
): number {
	const words = settingsWords(invocation.language ?? 'ru');
	const [first] = problems;
	const isUnknownKey = first?.code === 'unknownKey';
	return refuse(invocation, {
		exitCode: isUnknownKey ? exitCodes.arguments : first?.code === 'noTill' ? exitCodes.settings : exitCode,
		code: first?.code ?? 'SETTINGS',
		text: problems.map(words.line).join('\n'),
	});
}

function tell(
	invocation: Invocation,
	problems: readonly SettingsProblem[],
	warnings: readonly SettingsProblem[],
): number {
	const words = settingsWords(invocation.language ?? 'ru');
	for (const problem of problems) invocation.sink.err(words.line(problem));
	for (const warning of warnings) invocation.sink.err(`${words.warning} ${words.line(warning)}`);
	return problems.length > 0 ? exitCodes.settings : 0;
}
