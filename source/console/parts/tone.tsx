// Text in a tone. Where the terminal has no colours it is plain text: its words say the same.
import {Text, type TextProps} from 'ink';
import {useSurroundings} from '../ui/context.ts';
import type {Tone as ToneName} from '../ui/looks.ts';

type ToneProps = Pick<TextProps, 'bold' | 'inverse' | 'wrap' | 'children'> & {
	readonly tone?: ToneName;
};

/** Ink's Text in one of our tones. */
export function Tone({tone = 'plain', ...props}: ToneProps) {
	const {looks} = useSurroundings();
	return <Text {...looks.colour(tone)} {...props} />;
}
