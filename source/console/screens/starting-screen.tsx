// Between Enter and the order: the register is asked whether it can print.
import {Box, Text} from 'ink';
import {Frame} from '../parts/frame.tsx';
import {useSurroundings} from '../ui/context.ts';

/** The moment in which the register is asked; no key does anything here. */
export function StartingScreen() {
	const {words} = useSurroundings();
	return (
		<Frame title={words.payment.title} actions={[]}>
			<Box flexGrow={1} alignItems="center" justifyContent="center">
				<Text bold>{words.payment.starting}</Text>
			</Box>
		</Frame>
	);
}
