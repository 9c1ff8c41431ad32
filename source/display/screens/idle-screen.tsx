// Between two customers: the shop's name and nothing else.
import {Box, Text} from 'ink';
import {cleanText} from '../../core/index.ts';
import type {ScreenSize} from './look.ts';

export type IdleScreenProps = ScreenSize & {readonly name: string};

/** The name in the middle, cut where the terminal is narrower. */
export function IdleScreen({columns, rows, name}: IdleScreenProps) {
	return (
		<Box width={columns} height={rows} alignItems="center" justifyContent="center" overflow="hidden">
			<Text bold wrap="truncate">
				{cleanText(name, 120)}
			</Text>
		</Box>
	);
}
