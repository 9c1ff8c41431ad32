// `qrkassa completion bash|zsh|fish`.
import {exitCodes} from '../../core/index.ts';
import {completionScript, wordsIn} from '../help.ts';
import {type Invocation, refuse} from '../invocation.ts';

export async function completion(invocation: Invocation): Promise<number> {
	const [shell] = invocation.words;
	if (shell !== 'bash' && shell !== 'zsh' && shell !== 'fish') {
		const text = wordsIn(invocation.language ?? 'ru').usage('qrkassa completion bash|zsh|fish');
		return refuse(invocation, {exitCode: exitCodes.arguments, code: 'SHELL', text});
	}
	invocation.sink.out(completionScript(shell));
	return 0;
}
