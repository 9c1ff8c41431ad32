// `setup --from DIR`: a module's three files become a till, byte for byte, with no question but the PIN where addresses change.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {exitCodes} from '../core/index.ts';
import {copyModuleFolder, loadTill, readWhatIsSet, recordTaken, tillFileName} from '../settings/index.ts';
import {type Invocation, refuse} from './invocation.ts';
import {allowedByPin} from './pin.ts';
import {settingsWords} from './settings-words.ts';

/** Copies and says what it did; exit 3 where the new till still lacks something. */
export async function setupFrom(invocation: Invocation, from: string): Promise<number> {
	const {folder, sink, isJson} = invocation;
	const language = invocation.language ?? 'ru';
	const words = settingsWords(language);
	const old = loadTill(folder);
	if (old.ok && changesAddresses(from, folder) && !(await allowedByPin(invocation, old.till, language))) {
		return exitCodes.arguments;
	}
	const end = await copyModuleFolder(from, folder);
	if (!end.ok) {
		return refuse(invocation, {
			exitCode: exitCodes.settings,
			code: end.problems[0]?.code ?? 'SETTINGS',
			text: end.problems.map(words.line).join('\n'),
		});
	}
	recordTaken(folder, end.files, true, end.isTillFileMade ? [tillFileName] : []);
	if (isJson) sink.json({type: 'setup', ...end});
	for (const {name, keptAs} of end.files) {
		sink.err(words.copied(name));
		if (keptAs !== null) sink.err(words.kept(name, keptAs));
	}
	if (end.isTillFileMade) sink.err(words.made(tillFileName));
	for (const problem of end.problems) sink.err(words.line(problem));
	for (const warning of end.warnings) sink.err(`${words.warning} ${words.line(warning)}`);
	return end.problems.length > 0 ? exitCodes.settings : 0;
}

/** Whether money would go elsewhere than until now. */
function changesAddresses(from: string, to: string): boolean {
	const [news, olds] = [readWhatIsSet(from), readWhatIsSet(to)];
	const same = (name: 'ServerUrl' | 'ServicePath'): boolean => news.module[name] === olds.module[name];
	const root = (folder: string, caFile: string | null): string => {
		try {
			return caFile === null ? '' : readFileSync(join(folder, caFile), 'utf8');
		} catch {
			return '';
		}
	};
	const isRootSame =
		!news.hasTillFile || root(from, news.tillFile.gateway.caFile) === root(to, olds.tillFile.gateway.caFile);
	return !same('ServerUrl') || !same('ServicePath') || !isRootSame;
}
