// Where the payment stands, in words: the bank, the register, the slip, the display.
import {Box} from 'ink';
import {
	type ConsoleWording,
	cleanText,
	describeRegisterFault,
	type Language,
	type LiveState,
	type PaymentWording,
} from '../../../core/index.ts';
import type {Snapshot} from '../../../engine/index.ts';
import {Sentence} from '../../parts/sentence.tsx';
import type {Looks, Tone as ToneName} from '../../ui/looks.ts';

/** A sentence and how urgent it is. */
export type StatusLine = {readonly tone: ToneName; readonly text: string};

type Words = {
	readonly words: ConsoleWording;
	readonly paymentWords: PaymentWording;
	readonly language: Language;
	readonly looks: Looks;
};

/** One sentence on what happens now. */
export function phaseLine(
	state: LiveState,
	{words, paymentWords}: Pick<Words, 'words' | 'paymentWords'>,
): StatusLine {
	const {payment} = words;
	switch (state.phase) {
		case 'creating':
			return {tone: 'info', text: payment.creating};
		case 'waiting':
			return {
				tone: state.lastStatus === 'processing' ? 'good' : 'info',
				text: `${payment.bank}: ${paymentWords.statuses[state.lastStatus]}`,
			};
		case 'checking':
			return {tone: 'warn', text: state.stage === 'asking' ? payment.asking : payment.cancelling};
		case 'fiscalising':
			return state.refundOf
				? {tone: 'good', text: `${payment.returned}. ${payment.refundReceipt[state.step.type]}`}
				: {tone: 'good', text: `${payment.paid}. ${payment.receipt[state.step.type]}`};
	}
}

/** Everything worth a line, the most urgent first. */
export function statusLines(state: LiveState, snapshot: Snapshot, all: Words): readonly StatusLine[] {
	const {words, language, looks} = all;
	const {payment} = words;
	const {notice, slip, journalFault} = snapshot;
	const warn = looks.signs.warn;
	const errorsInRow = state.phase === 'fiscalising' ? 0 : state.line.errorsInRow;
	const fault = notice === null ? null : describeRegisterFault(notice, language);
	const lines: readonly (StatusLine | null)[] = [
		journalFault === null
			? null
			: {tone: 'bad', text: `${warn} ${words.journalFault(cleanText(journalFault, 60))}`},
		fault === null
			? null
			: {tone: 'warn', text: `${warn} ${payment.register}: ${fault.text} ${fault.advice}`.trim()},
		phaseLine(state, all),
		errorsInRow === 0
			? null
			: {tone: 'warn', text: `${warn} ${payment.errors(errorsInRow, state.facts.policy.statusErrorLimit)}`},
		slip.state === 'printing' ? {tone: 'plain', text: payment.slip.printing} : null,
		slip.state === 'printed' ? {tone: 'plain', text: payment.slip.printed} : null,
		slip.state === 'failed'
			? {
					tone: 'warn',
					text: `${warn} ${payment.slip.failed(describeRegisterFault(slip.fault, language).text)}`,
				}
			: null,
		state.phase === 'waiting' && state.created.shownOn?.includes('display')
			? {tone: 'plain', text: payment.display}
			: null,
	];
	return lines.filter((line) => line !== null);
}

type StatusLinesProps = {readonly lines: readonly StatusLine[]; readonly columns: number};

/** The sentences, wrapped. */
export function StatusLines({lines, columns}: StatusLinesProps) {
	return (
		<Box flexDirection="column" flexShrink={0}>
			{lines.map(({tone, text}) => (
				<Sentence
					key={text}
					tone={tone}
					bold={tone === 'warn' || tone === 'bad'}
					columns={columns}
					text={text}
				/>
			))}
		</Box>
	);
}
