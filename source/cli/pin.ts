// The PIN before money goes back or a person's word settles a matter: typed unseen on a terminal, or given on standard input.
import {type CliWording, exitCodes, type Language} from '../core/index.ts';
import {type Till, tryPin} from '../settings/index.ts';
import {askUnseen} from './ask-unseen.ts';
import {wordsIn} from './help.ts';
import {type Invocation, refuse} from './invocation.ts';

/** Whether the person may go on; where not, it has been said why. A till without a PIN asks nothing. */
export async function allowedByPin(invocation: Invocation, till: Till, language: Language): Promise<boolean> {
	if (till.pinHash === null) return true;
	const words = wordsIn(language);
	const pin = await askUnseen(words.pinPrompt, invocation.sink);
	const verdict = await tryPin({folder: till.folder, pin, pinHash: till.pinHash, nowMs: Date.now()});
	const refused = (code: string, text: string): false => {
		refuse(invocation, {exitCode: exitCodes.arguments, code, text});
		return false;
	};
	switch (verdict.type) {
		case 'right':
			return true;
		case 'wrong':
			return refused('PIN', [words.pinWrong, waitWords(verdict.waitS, words)].join(' ').trim());
		case 'wait':
			return refused('PIN_WAIT', waitWords(verdict.waitS, words));
		case 'uncounted':
			return refused('PIN_DISK', words.pinUncounted(verdict.errno));
	}
}

const waitWords = (waitS: number, words: CliWording): string => (waitS === 0 ? '' : words.pinWait(waitS));
