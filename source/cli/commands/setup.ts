// `qrkassa setup`: takes a module's folder as it is.
import {exitCodes} from '../../core/index.ts';
import {copyModuleFolder} from '../../settings/index.ts';
import {wordsIn} from '../help.ts';
import {type Invocation, optionText, refuse} from '../invocation.ts';
import {settingsWords} from '../settings-words.ts';

export async function setup(invocation: Invocation): Promise<number> {
	const from = optionText(invocation, 'from');
	const language = invocation.language ?? 'ru';
	if (from === null) {
		return refuse(invocation, {
			exitCode: exitCodes.arguments,
			code: 'FROM',
			text: wordsIn(language).usage('qrkassa setup --from DIR'),
		});
	}
	const words = settingsWords(language);
	const end = await copyModuleFolder(from, invocation.folder);
	if (!end.ok) {
		return refuse(invocation, {
			exitCode: exitCodes.settings,
			code: end.problems[0]?.code ?? 'SETTINGS',
			text: end.problems.map(words.line).join('\n'),
		});
	}
	const {sink, isJson} = invocation;
	if (isJson) sink.json({type: 'setup', ...end});
	for (const {name, keptAs} of end.files) {
		sink.err(words.copied(name));
		if (keptAs !== null) sink.err(words.kept(name, keptAs));
	}
	if (end.isTillFileMade) sink.err(words.made('till.json'));
	for (const problem of end.problems) sink.err(words.line(problem));
	for (const warning of end.warnings) sink.err(`${words.warning} ${words.line(warning)}`);
	return end.problems.length > 0 ? exitCodes.settings : 0;
}
