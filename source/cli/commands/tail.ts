// `qrkassa tail`: the log of a till beside a running console, read-only. With `--follow` it goes on as things happen.
import {exitCodes, journalEn, journalRu} from '../../core/index.ts';
import {followJournal} from '../../journal/index.ts';
import {jsonLine, logLine, pulseJsonLine, pulseLine, sinceOf, tillLine} from '../../log/index.ts';
import {wordsIn} from '../help.ts';
import {type Invocation, optionText, refuse} from '../invocation.ts';
import {readTill} from '../session.ts';
import {onStopSignals} from '../signals.ts';
import {quoted} from '../sink.ts';

export async function tail(invocation: Invocation): Promise<number> {
	const {sink, isJson, options} = invocation;
	const since = optionText(invocation, 'since');
	const sinceMs = since === null ? null : sinceOf(since, Date.now());
	if (since !== null && sinceMs === null) {
		const text = wordsIn(invocation.language ?? 'ru').since(quoted(since));
		return refuse(invocation, {exitCode: exitCodes.arguments, code: 'SINCE', text});
	}
	const read = readTill(invocation.folder, invocation.language);
	if (!read.ok) return refuse(invocation, read.fault);
	const {till, language} = read.value;
	const isColourful =
		process.stdout.isTTY === true && !invocation.noColor && (process.env['NO_COLOR'] ?? '') === '';
	const look = {hasColours: isColourful, withDay: true};
	const signals = onStopSignals();
	// A reader of ours that goes away (`| head`) ends the tail; the till does not notice.
	process.stdout.once('error', () => process.exit(0));
	try {
		const stop = followJournal(till.folder, {
			...(sinceMs === null ? {} : {from: new Date(sinceMs).toISOString()}),
			onRow: (row) => sink.out(isJson ? jsonLine(row) : logLine(row, language, look)),
			onTill: (row) => sink.out(isJson ? jsonLine(row) : tillLine(row, language, look)),
			onDamage: (damage) => sink.err((language === 'en' ? journalEn : journalRu).damage(damage)),
			onPulse: (pulse) => {
				if (options['follow'] !== true) return;
				sink.out(isJson ? pulseJsonLine(pulse) : pulseLine(pulse, language, look));
			},
		});
		if (options['follow'] === true) await aborted(signals.signal);
		stop();
		return 0;
	} finally {
		signals.stop();
	}
}

const aborted = (signal: AbortSignal): Promise<void> =>
	new Promise((done) => {
		if (signal.aborted) done();
		signal.addEventListener('abort', () => done(), {once: true});
	});
