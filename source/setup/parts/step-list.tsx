// The list at the left: where one is, what is done, what is broken.
import {Box, Text} from 'ink';
import {stepIds} from '../model/state.ts';
import {listColumns, useWizard} from './context.ts';

export function StepList() {
	const {words, looks, state} = useWizard();
	const {good, bad, pointer} = looks.signs;
	const signs = {open: ' ', done: good, failed: bad} as const;
	const tones = {open: 'plain', done: 'good', failed: 'bad'} as const;
	return (
		<Box flexDirection="column" width={listColumns} flexShrink={0} marginTop={1}>
			{stepIds.map((step, index) => {
				const isHere = step === state.step;
				const as = state.marks[step];
				return (
					<Text key={step} bold={isHere} wrap="truncate">
						{isHere ? pointer : ' '}
						<Text {...looks.colour(tones[as])}>{signs[as]}</Text>
						{` ${index + 1} ${words.steps[step]}`}
					</Text>
				);
			})}
		</Box>
	);
}
