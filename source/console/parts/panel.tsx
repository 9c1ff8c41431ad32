// A bordered box with a headline. Its tone is in the border and the headline's sign; the words say the same.
import {Box} from 'ink';
import type {ReactNode} from 'react';
import {useSurroundings} from '../ui/context.ts';
import type {Tone as ToneName} from '../ui/looks.ts';
import {Tone} from './tone.tsx';

type PanelProps = {
	readonly tone: ToneName;
	readonly title: string;
	readonly children: ReactNode;
};

/** A box for what must not be overlooked. */
export function Panel({tone, title, children}: PanelProps) {
	const {looks} = useSurroundings();
	const {color} = looks.colour(tone);
	const sign = tone === 'good' ? looks.signs.good : tone === 'bad' ? looks.signs.bad : looks.signs.warn;
	return (
		<Box
			borderStyle={looks.signs.border}
			{...(color === undefined ? {} : {borderColor: color})}
			flexDirection="column"
			flexShrink={1}
			paddingX={1}
			overflow="hidden"
		>
			<Box height={1} flexShrink={0}>
				<Tone tone={tone} bold wrap="truncate">
					{`${sign} ${title}`}
				</Tone>
			</Box>
			{children}
		</Box>
	);
}
