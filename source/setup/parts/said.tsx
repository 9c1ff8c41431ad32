// Sentences wrapped to a width that is known, in a tone; its sign says the same as its colour.
import {Box, Text} from 'ink';
import {type Tone, wrapToWidth} from '../../console/index.ts';
import {useWizard} from './context.ts';

type SaidProps = {
	readonly text: string;
	readonly tone?: Tone;
	readonly isBold?: boolean;
	/** Columns to stay within; the pane's where nothing else is said. */
	readonly width?: number;
	/** The sign of its tone before it. */
	readonly isSigned?: boolean;
};

/** As many rows as the text takes. */
export function Said({text, tone = 'plain', isBold = false, width, isSigned = false}: SaidProps) {
	const {looks, columns} = useWizard();
	const {good, bad, warn} = looks.signs;
	const sign =
		!isSigned || tone === 'plain' ? '' : `${tone === 'good' ? good : tone === 'bad' ? bad : warn} `;
	const lines = wrapToWidth(sign + text, width ?? columns);
	return (
		<Box height={lines.length} flexShrink={0}>
			<Text {...looks.colour(tone)} bold={isBold} wrap="truncate">
				{lines.join('\n')}
			</Text>
		</Box>
	);
}
