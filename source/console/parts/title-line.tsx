// The first line: the till, the screen, and how many matters are still open.
import {Box, Text} from 'ink';
import {cleanText, openMatter} from '../../core/index.ts';
import {cutToWidth} from '../terminal/cut.ts';
import {widthOf} from '../terminal/width.ts';
import {useSurroundings} from '../ui/context.ts';
import {useSnapshot, useUi} from '../ui/use-state.ts';
import {Tone} from './tone.tsx';

/** One row. */
export function TitleLine({title}: {readonly title: string}) {
	const {desk, looks, words} = useSurroundings();
	const {columns} = useUi(desk);
	const {open} = useSnapshot(desk);
	const isLate = open.some((state) => openMatter(state) === 'late');
	const badge = open.length === 0 ? '' : ` ${looks.signs.warn} ${words.openMatters(open.length)} `;
	const left = cutToWidth(
		`${cleanText(desk.options.till.name, 40)} · ${title}`,
		columns - widthOf(badge) - 1,
	);
	return (
		<Box width={columns} height={1} flexShrink={0} justifyContent="space-between">
			<Text bold>{left}</Text>
			<Tone tone={isLate ? 'bad' : 'warn'} bold inverse={badge !== ''}>
				{badge}
			</Tone>
		</Box>
	);
}
