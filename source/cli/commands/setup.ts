// `qrkassa setup`: the wizard; a module's folder as it is (`--from`); answers without a keyboard (`--answers`); the way back (`undo`).
import {existsSync} from 'node:fs';
import {exitCodes, type Language, type SetupWording, setupEn, setupRu} from '../../core/index.ts';
import {undoSettings} from '../../settings/index.ts';
import {type Invocation, optionText, refuse} from '../invocation.ts';
import {lockTill} from '../session.ts';
import {setupFromAnswers} from '../setup-answers.ts';
import {setupFrom} from '../setup-from.ts';
import {runWizard} from '../setup-run.ts';

const wordsOf = (language: Language): SetupWording => (language === 'en' ? setupEn : setupRu);

export async function setup(invocation: Invocation): Promise<number> {
	const words = wordsOf(invocation.language ?? 'ru');
	const from = optionText(invocation, 'from');
	const answers = optionText(invocation, 'answers');
	const [verb] = invocation.words;
	if (verb === 'undo') return undo(invocation, words);
	if (verb === undefined && from !== null) return setupFrom(invocation, from);
	if (verb === undefined && answers !== null) return setupFromAnswers(invocation, answers);
	if (verb === undefined && process.stdin.isTTY && process.stdout.isTTY) return wizard(invocation);
	const text = words.line.needsTerminal;
	return refuse(invocation, {exitCode: exitCodes.arguments, code: 'TERMINAL', text});
}

/** Exit code 0: the till is ready; 3: it still lacks something, which is kept for the next time. */
async function wizard(invocation: Invocation): Promise<number> {
	const end = await runWizard(invocation, invocation.language);
	if (end.type === 'refused') return end.exitCode;
	return end.type === 'left' && end.isReady ? 0 : exitCodes.settings;
}

function undo(invocation: Invocation, {line}: SetupWording): number {
	const {folder, sink, isJson} = invocation;
	const nothing = (): number =>
		refuse(invocation, {exitCode: exitCodes.arguments, code: 'NOTHING_TO_UNDO', text: line.nothingToUndo});
	if (!existsSync(folder)) return nothing();
	const lock = lockTill(folder, 'setup', invocation.language ?? 'ru');
	if (!lock.ok) return refuse(invocation, lock.fault);
	try {
		const files = undoSettings(folder);
		if (files === null) return nothing();
		if (isJson) sink.json({type: 'undo', files});
		for (const {name, from, keptAs} of files) {
			sink.err(from === null ? line.removed(name, keptAs ?? '') : line.undone(name, from));
		}
		return 0;
	} finally {
		lock.value.release();
	}
}
