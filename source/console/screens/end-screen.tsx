// How a payment ended. It stays until the cashier has dealt with it.
import type {EndedState} from '../../core/index.ts';
import type {Action} from '../actions/action.ts';
import {Frame} from '../parts/frame.tsx';
import {Remark} from '../parts/remark.tsx';
import {Tone} from '../parts/tone.tsx';
import {useSurroundings} from '../ui/context.ts';
import {isQuestionStale, questionOf} from '../ui/screen.ts';
import {useSnapshot, useUi} from '../ui/use-state.ts';
import {EndText} from './end-text.tsx';

type EndScreenProps = {readonly state: EndedState; readonly actions: readonly Action[]};

/** One ended payment. */
export function EndScreen({state, actions}: EndScreenProps) {
	const {desk, words, looks} = useSurroundings();
	const ui = useUi(desk);
	const snapshot = useSnapshot(desk);
	return (
		<Frame title={words.payment.title} actions={actions}>
			<EndText state={state} question={questionOf(ui, snapshot)} isLarge={ui.rows >= 24} />
			{isQuestionStale(ui, snapshot) && (
				<Tone tone="warn">{`${looks.signs.warn} ${words.end.questionGone}`}</Tone>
			)}
			<Remark columns={ui.columns - 1} orderId={state.facts.orderId} />
		</Frame>
	);
}
