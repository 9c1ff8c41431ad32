// Where the QR would stand while there is none: what goes on, large enough for a glance.
import {Box} from 'ink';
import type {LiveState} from '../../../core/index.ts';
import {Sentence} from '../../parts/sentence.tsx';
import {useSurroundings} from '../../ui/context.ts';
import {phaseLine} from './status-lines.tsx';

/** What goes on, in the middle of the place of the QR. */
export function LargeStatus({state, columns}: {readonly state: LiveState; readonly columns: number}) {
	const {looks, words, paymentWords} = useSurroundings();
	const {tone, text} = phaseLine(state, {words, paymentWords});
	return (
		<Box flexGrow={1} alignItems="center" justifyContent="center" paddingX={1}>
			<Sentence
				tone={tone}
				bold
				columns={columns - 2}
				text={state.phase === 'fiscalising' ? `${looks.signs.good} ${text}` : text}
			/>
		</Box>
	);
}
