// Where the QR would stand while there is none: what goes on, large enough for a glance.
import {Box} from 'ink';
import type {LiveState} from '../../../core/index.ts';
import {Tone} from '../../parts/tone.tsx';
import {useSurroundings} from '../../ui/context.ts';
import {phaseLine} from './status-lines.tsx';

export function LargeStatus({state}: {readonly state: LiveState}) {
	const {looks, words, paymentWords} = useSurroundings();
	const {tone, text} = phaseLine(state, {words, paymentWords});
	return (
		<Box flexGrow={1} alignItems="center" justifyContent="center" paddingX={1}>
			<Tone tone={tone} bold>
				{state.phase === 'fiscalising' ? `${looks.signs.good} ${text}` : text}
			</Tone>
		</Box>
	);
}
