// Help: how a payment goes, which keys there are, and in the demo the stories that the kopecks choose.
import {Box, Text} from 'ink';
import {cleanText} from '../../core/index.ts';
import type {Action} from '../actions/action.ts';
import type {DemoStory} from '../options.ts';
import {Frame} from '../parts/frame.tsx';
import {Sentence} from '../parts/sentence.tsx';
import {cutToWidth} from '../terminal/cut.ts';
import {useSurroundings} from '../ui/context.ts';
import {useUi} from '../ui/use-state.ts';

/** The help page. */
export function HelpScreen({actions}: {readonly actions: readonly Action[]}) {
	const {desk, words} = useSurroundings();
	const columns = useUi(desk).columns - 1;
	return (
		<Frame title={words.help.title} actions={actions}>
			<Box flexDirection="column" flexShrink={0}>
				{words.help.lines.map((line) => (
					<Sentence key={line} columns={columns} text={line} />
				))}
			</Box>
			{desk.options.demo && <Stories stories={desk.options.demo.stories} />}
		</Frame>
	);
}

/** Two columns where one is too long for the screen. */
function Stories({stories}: {readonly stories: readonly DemoStory[]}) {
	const {desk, words} = useSurroundings();
	const {columns, rows} = useUi(desk);
	const count = stories.length + words.help.lines.length + 4 > rows ? 2 : 1;
	const perColumn = Math.ceil(stories.length / count);
	const parts = [stories.slice(0, perColumn), stories.slice(perColumn)].filter(({length}) => length > 0);
	const width = Math.floor((columns - 1) / count);
	return (
		<Box flexDirection="column" marginTop={rows < 24 ? 0 : 1} flexShrink={0}>
			<Text bold wrap="truncate">
				{words.help.storiesTitle}
			</Text>
			<Box>
				{parts.map((part) => (
					<Box key={part[0]?.kopecks} flexDirection="column" width={width}>
						{part.map(({kopecks, title}) => (
							<Text key={kopecks} wrap="truncate">
								{cutToWidth(`,${String(kopecks).padStart(2, '0')} ${cleanText(title, 120)}`, width - 1)}
							</Text>
						))}
					</Box>
				))}
			</Box>
		</Box>
	);
}
