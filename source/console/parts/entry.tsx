// A line of text that is being typed. Its end is what matters: a longer text is cut at its beginning.
import {Box, Text} from 'ink';
import {widthOf} from '../terminal/width.ts';
import {useSurroundings} from '../ui/context.ts';

type EntryProps = {readonly text: string; readonly columns: number};

/** One row of at most `columns`, with a cursor. */
export function Entry({text, columns}: EntryProps) {
	const {pointer} = useSurroundings().looks.signs;
	return (
		<Box height={1} flexShrink={0}>
			<Text>{`${pointer} ${tailOf(text, columns - widthOf(pointer) - 2)}`}</Text>
			<Text inverse> </Text>
		</Box>
	);
}

function tailOf(text: string, columns: number): string {
	let characters = [...text];
	while (widthOf(characters.join('')) > columns) characters = characters.slice(1);
	return characters.join('');
}
