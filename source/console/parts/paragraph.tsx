// A sentence with its heading before it: «Что случилось. …».
import {Box, Text} from 'ink';

export type ParagraphProps = {readonly heading: string; readonly text: string};

export function Paragraph({heading, text}: ParagraphProps) {
	return (
		<Box marginTop={1} flexShrink={0}>
			<Text>
				<Text bold>{`${heading}: `}</Text>
				{text}
			</Text>
		</Box>
	);
}
