// `qrkassa journal export | verify [FILE]`: the journal of all months as JSON lines, and whether it is whole; FILE: one file alone.
import {exitCodes, journalEn, journalRu} from '../../core/index.ts';
import {exportJournal, type ReadEnd, verifyJournal, verifyMonths} from '../../journal/index.ts';
import {wordsIn} from '../help.ts';
import {type Invocation, refuse} from '../invocation.ts';

export async function journal(invocation: Invocation): Promise<number> {
	const [verb, file] = invocation.words;
	const {sink, folder} = invocation;
	if (verb === 'export' && file === undefined)
		return told(invocation, exportJournal(folder, sink.out), false);
	if (verb === 'verify')
		return told(invocation, file === undefined ? verifyMonths(folder) : verifyJournal(file), true);
	const text = wordsIn(invocation.language ?? 'ru').seeHelp('journal');
	return refuse(invocation, {exitCode: exitCodes.arguments, code: 'VERB', text});
}

function told(invocation: Invocation, end: ReadEnd, isVerdictWanted: boolean): number {
	const language = invocation.language ?? 'ru';
	const words = language === 'en' ? journalEn : journalRu;
	const fail = (code: string, text: string): number =>
		refuse(invocation, {exitCode: exitCodes.fault, code, text});
	if (end.type === 'none') return fail('NO_JOURNAL', wordsIn(language).noJournal);
	if (end.type === 'failed') return fail(end.fault.code, words.fault(end.fault));
	if (end.damage) return fail('CHAIN', words.damage(end.damage));
	if (isVerdictWanted) invocation.sink.out(words.whole(end.rows));
	return 0;
}
