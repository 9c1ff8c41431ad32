// A person's decision about a matter, step by step: which end, why, the PIN.
import {Text} from 'ink';
import {describeSum, type EndedState, formatRubles} from '../../core/index.ts';
import type {Action} from '../actions/action.ts';
import {BigDigits} from '../parts/big-digits.tsx';
import {Entry} from '../parts/entry.tsx';
import {Frame} from '../parts/frame.tsx';
import {Panel} from '../parts/panel.tsx';
import {Remark} from '../parts/remark.tsx';
import {Sentence} from '../parts/sentence.tsx';
import {useSurroundings} from '../ui/context.ts';
import {endedMatter, isStillOpen} from '../ui/matters.ts';
import type {Decision} from '../ui/state.ts';
import {useSnapshot, useUi} from '../ui/use-state.ts';

type DecisionScreenProps = {readonly decision: Decision; readonly actions: readonly Action[]};

/** One decision on its way. A matter that was settled meanwhile says so and takes no decision any more. */
export function DecisionScreen({decision, actions}: DecisionScreenProps) {
	const {desk, words} = useSurroundings();
	const {columns, rows} = useUi(desk);
	// The matter may be settled while this is open: the engine's picture is what wakes the screen.
	useSnapshot(desk);
	const state = endedMatter(desk.options.engine, decision.orderId);
	const inner = columns - 4;
	return (
		<Frame title={words.matters.title} actions={actions}>
			<Panel tone="warn" title={words.decision.titles[titleOf(decision)]}>
				{state && <Subject state={state} columns={inner} isLarge={rows >= 24} />}
				{isStillOpen(state) ? (
					<Step decision={decision} columns={inner} />
				) : (
					<Sentence tone="good" bold columns={inner} text={words.decision.gone} />
				)}
			</Panel>
			<Remark columns={columns - 1} />
		</Frame>
	);
}

const titleOf = (decision: Decision): 'refund' | 'settle' =>
	'wish' in decision && decision.wish.type === 'refund' ? 'refund' : 'settle';

function Subject({state, columns, isLarge}: {state: EndedState; columns: number; isLarge: boolean}) {
	const {words, paymentWords, language} = useSurroundings();
	const {facts} = state;
	return (
		<>
			{isLarge && <BigDigits text={formatRubles(facts.amountKopecks)} columns={columns} tone="warn" />}
			<Text bold wrap="truncate">
				{`${describeSum(facts.amountKopecks, language)} · ${paymentWords.systems[facts.method]} · ${words.end.order} ${facts.orderId}`}
			</Text>
			<Text> </Text>
		</>
	);
}

function Step({decision, columns}: {readonly decision: Decision; readonly columns: number}) {
	const {decision: words} = useSurroundings().words;
	switch (decision.step) {
		case 'end':
			return (
				<>
					<Sentence columns={columns} text={words.how} />
					<Sentence columns={columns} text={words.paid} />
					<Sentence columns={columns} text={words.unpaid} />
				</>
			);
		case 'note':
			return (
				<>
					<Sentence columns={columns} text={words.ends[decision.as]} bold />
					<Sentence columns={columns} text={words.note} />
					<Entry text={decision.entry} columns={columns} />
				</>
			);
		case 'sure':
			return <Sentence columns={columns} text={words.refund} />;
		case 'pin':
			return (
				<>
					<Sentence
						columns={columns}
						text={decision.wish.type === 'refund' ? words.refund : words.ends[decision.wish.as]}
					/>
					{decision.wish.type === 'settle' && (
						<Sentence columns={columns} text={words.noted(decision.wish.note)} />
					)}
					<Text> </Text>
					<Sentence bold columns={columns} text={words.pin} />
					<Entry text={'*'.repeat(decision.entry.length)} columns={columns} />
					<PinAnswer answer={decision.answer} columns={columns} />
				</>
			);
	}
}

type PinAnswerProps = {
	readonly answer: Extract<Decision, {step: 'pin'}>['answer'];
	readonly columns: number;
};

function PinAnswer({answer, columns}: PinAnswerProps) {
	const {words, looks} = useSurroundings();
	if (answer === null) return null;
	if (answer === 'checking') return <Sentence columns={columns} text={words.decision.pinChecking} />;
	const text = answer === 'wrong' ? words.decision.pinWrong : words.decision.pinWait(answer.waitS);
	return <Sentence tone="bad" columns={columns} text={`${looks.signs.bad} ${text}`} />;
}
