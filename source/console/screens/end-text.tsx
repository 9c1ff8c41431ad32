// An end in three sentences: what happened, what is safe, what to press.
import {Text} from 'ink';
import {
	cleanText,
	describeEnd,
	describeSum,
	type EndedState,
	endKindOf,
	formatRubles,
	isReceiptOpen,
} from '../../core/index.ts';
import {BigDigits} from '../parts/big-digits.tsx';
import {Panel} from '../parts/panel.tsx';
import {Paragraph} from '../parts/paragraph.tsx';
import {QuestionBox} from '../parts/question-box.tsx';
import {cutToWidth} from '../terminal/cut.ts';
import {useSurroundings} from '../ui/context.ts';
import type {Tone as ToneName} from '../ui/looks.ts';
import type {Question} from '../ui/state.ts';
import {useUi} from '../ui/use-state.ts';

/** What is over and well is good, what needs a person is bad, all else is a matter of another try. */
export function toneOfEnd(state: EndedState): ToneName {
	switch (endKindOf(state)) {
		case 'paid':
		case 'paid-no-register':
		case 'refund-done':
		case 'settled':
			return 'good';
		case 'receipt-failed':
		case 'receipt-unknown':
		case 'unresolved':
		case 'quarantined':
		case 'late':
		case 'refund-receipt-failed':
		case 'refund-receipt-unknown':
			return 'bad';
		default:
			return 'warn';
	}
}

/** A key and its dash stay on one line with what they do. */
const keysGlued = (text: string): string => text.replace(/(^|[\s(])(\w+) — /g, '$1$2\u00a0—\u00a0');

type EndTextProps = {
	readonly state: EndedState;
	readonly question: Question | null;
	/** What to press where it is not the end's own screen. */
	readonly advice?: string;
	/** The sum in large digits: there is room, and the customer may be looking. */
	readonly isLarge: boolean;
};

/** The end in a panel; an open question takes the place of the advice. */
export function EndText({state, question, advice, isLarge}: EndTextProps) {
	const {desk, words, paymentWords, language} = useSurroundings();
	const {title, happened, safe, press} = describeEnd(state, language);
	const {facts} = state;
	// The panel's border and padding.
	const columns = useUi(desk).columns - 4;
	const name = desk.options.till.systems.find(({code}) => code === facts.code)?.name ?? '';
	return (
		<Panel tone={toneOfEnd(state)} title={title}>
			{isLarge && (
				<BigDigits text={formatRubles(facts.amountKopecks)} columns={columns} tone={toneOfEnd(state)} />
			)}
			<Text bold wrap="truncate">
				{`${describeSum(facts.amountKopecks, language)} · ${cleanText(name, 40) || paymentWords.systems[facts.method]} · ${words.end.order} ${facts.orderId}`}
			</Text>
			{isReceiptOpen(state) && facts.receipt.lines.length > 1 && (
				<Text wrap="truncate">
					{cutToWidth(words.end.receipt(facts.receipt.lines.map(({name}) => cleanText(name, 40))), columns)}
				</Text>
			)}
			<Paragraph heading={words.end.happened} text={happened} columns={columns} />
			<Paragraph heading={words.end.safe} text={safe} columns={columns} />
			{question ? (
				<QuestionBox question={question} state={state} columns={columns} />
			) : (
				<Paragraph heading={words.end.press} text={keysGlued(advice ?? press)} columns={columns} />
			)}
		</Panel>
	);
}
