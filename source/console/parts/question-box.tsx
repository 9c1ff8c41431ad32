// A question that waits for Enter or Esc.
import {Box} from 'ink';
import {isReceiptOpen, type PaymentState, type QuestionId} from '../../core/index.ts';
import {useSurroundings} from '../ui/context.ts';
import type {Question} from '../ui/state.ts';
import {Sentence} from './sentence.tsx';

/** Which sentence asks it, by how the payment stands. */
export function questionId(question: Question, state: PaymentState): QuestionId {
	switch (question.type) {
		case 'leave':
			if (state.phase === 'checking') return 'leave-checking';
			return state.phase === 'fiscalising' ? 'leave-receipt' : 'leave';
		case 'drop': {
			const isUnknown =
				state.phase === 'ended' &&
				isReceiptOpen(state) &&
				(state.outcome === 'unresolved' || state.outcome === 'quarantined');
			return isUnknown ? 'drop-unknown' : 'drop';
		}
		default:
			return question.type;
	}
}

type QuestionBoxProps = {
	readonly question: Question;
	readonly state: PaymentState;
	readonly columns: number;
};

/** The sentence of an open question; its keys are in the key line. */
export function QuestionBox({question, state, columns}: QuestionBoxProps) {
	const {words, looks} = useSurroundings();
	return (
		<Box flexShrink={0} marginTop={1}>
			<Sentence
				tone="warn"
				bold
				columns={columns}
				text={`${looks.signs.warn} ${words.questions[questionId(question, state)]}`}
			/>
		</Box>
	);
}
