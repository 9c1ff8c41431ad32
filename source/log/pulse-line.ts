// A live poll as one line. Between two rows minutes may pass: the polls show that the till is alive and asking.
import type {Language} from '../core/index.ts';
import type {JournalPulse} from '../engine/index.ts';
import {framedLine, type LineOptions} from './line.ts';
import {tailWording} from './wording.ts';

/** The line of a live poll. What it says stands in the journal later, folded into one row. */
export function pulseLine(pulse: JournalPulse, language: Language, options: LineOptions = {}): string {
	const words = tailWording(language);
	const {n, status, errorsInRow} = pulse;
	const said = status === 'error' ? words.pollFailed(n, errorsInRow) : words.poll(n, status);
	return framedLine(pulse.at, pulse.orderId, said, status === 'error' ? 'bad' : 'quiet', options);
}
