// Large digits of three rows, for what has to be read from a step away.
import {Box, Text} from 'ink';
import {useSurroundings} from '../ui/context.ts';
import type {Tone as ToneName} from '../ui/looks.ts';
import {Tone} from './tone.tsx';

const glyphs: Readonly<Record<string, readonly [string, string, string]>> = {
	'0': ['█▀█', '█ █', '▀▀▀'],
	'1': ['▀█ ', ' █ ', '▀▀▀'],
	'2': ['▀▀█', '█▀▀', '▀▀▀'],
	'3': ['▀▀█', ' ▀█', '▀▀▀'],
	'4': ['█ █', '▀▀█', '  ▀'],
	'5': ['█▀▀', '▀▀█', '▀▀▀'],
	'6': ['█▀▀', '█▀█', '▀▀▀'],
	'7': ['▀▀█', '  █', '  ▀'],
	'8': ['█▀█', '█▀█', '▀▀▀'],
	'9': ['█▀█', '▀▀█', '▀▀▀'],
	':': ['▄', '▄', ' '],
	'.': [' ', ' ', '▀'],
	',': [' ', ' ', '█'],
	' ': [' ', ' ', ' '],
};

/** The three rows of a text of digits, or null where it holds something else or is wider than `columns`. */
export function bigRows(text: string, columns: number): readonly string[] | null {
	const letters = [...text].map((character) => glyphs[character === '\u00a0' ? ' ' : character]);
	if (letters.length === 0 || letters.includes(undefined)) return null;
	const rows = [0, 1, 2].map((row) => letters.map((letter) => letter?.[row]).join(' '));
	return (rows[0]?.length ?? 0) <= columns ? rows : null;
}

type BigDigitsProps = {readonly text: string; readonly columns: number; readonly tone?: ToneName};

/** Digits of three rows; one line of plain text where the terminal has no blocks or no room. */
export function BigDigits({text, columns, tone = 'plain'}: BigDigitsProps) {
	const {looks} = useSurroundings();
	const rows = looks.signs.hasBlocks ? bigRows(text, columns) : null;
	return (
		<Box height={rows ? 3 : 1} flexShrink={0} flexDirection="column">
			{rows === null ? (
				<Text bold wrap="truncate">
					{text}
				</Text>
			) : (
				<Tone tone={tone}>{rows.join('\n')}</Tone>
			)}
		</Box>
	);
}
