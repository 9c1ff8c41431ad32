// `qrkassa` without a command: the cashier's console on the till.
import {exitCodes} from '../../core/index.ts';
import {runTillConsole} from '../console-run.ts';
import {wordsIn} from '../help.ts';
import {type Invocation, refuse} from '../invocation.ts';

export async function console(invocation: Invocation): Promise<number> {
	if (!process.stdin.isTTY || !process.stdout.isTTY) {
		const text = wordsIn(invocation.language ?? 'ru').terminalNeeded;
		return refuse(invocation, {exitCode: exitCodes.arguments, code: 'TERMINAL', text});
	}
	return runTillConsole(invocation, null);
}
