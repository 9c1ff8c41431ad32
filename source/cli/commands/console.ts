// `qrkassa` without a command: the cashier's console on the till; with no till there yet the wizard or the demo.
import {terminalCapabilities} from '../../console/index.ts';
import {exitCodes} from '../../core/index.ts';
import {loadTill} from '../../settings/index.ts';
import {runStart} from '../../setup/index.ts';
import {runTillConsole} from '../console-run.ts';
import {wordsIn} from '../help.ts';
import {type Invocation, refuse} from '../invocation.ts';
import {runWizard} from '../setup-run.ts';
import {hasDraft} from '../setup-store.ts';
import {demo} from './demo.ts';

export async function console(invocation: Invocation): Promise<number> {
	if (!process.stdin.isTTY || !process.stdout.isTTY) {
		const text = wordsIn(invocation.language ?? 'ru').terminalNeeded;
		return refuse(invocation, {exitCode: exitCodes.arguments, code: 'TERMINAL', text});
	}
	return isTillMissing(invocation.folder) ? start(invocation) : untilLeft(invocation);
}

/** No till, or one whose setup was begun and not ended. Wrong settings are not: they are named. */
function isTillMissing(folder: string): boolean {
	const loaded = loadTill(folder);
	return !loaded.ok && (loaded.problems[0]?.code === 'noTill' || hasDraft(folder));
}

async function start(invocation: Invocation): Promise<number> {
	const {folder, noColor} = invocation;
	const {choice, language} = await runStart({
		folder,
		isUnfinished: hasDraft(folder),
		language: invocation.language ?? 'ru',
		capabilities: terminalCapabilities(process.env, noColor),
		stdin: process.stdin,
		stdout: process.stdout,
	});
	if (choice === 'leave') return exitCodes.settings;
	if (choice === 'demo') return demo({...invocation, language, options: {}});
	const end = await runWizard(invocation, language);
	if (end.type === 'refused') return end.exitCode;
	if (end.type === 'terminal-gone' || !end.isReady) return exitCodes.settings;
	return end.isFinished ? untilLeft(invocation) : 0;
}

/** The console, and the settings where the cashier opens them, in turn until the end. */
async function untilLeft(invocation: Invocation): Promise<number> {
	for (;;) {
		let isForSettings = false;
		const code = await runTillConsole(invocation, null, () => {
			isForSettings = true;
		});
		if (!isForSettings) return code;
		const end = await runWizard(invocation, invocation.language);
		if (end.type === 'refused') return end.exitCode;
		if (end.type === 'terminal-gone') return 0;
		if (!end.isReady) return exitCodes.settings;
	}
}
