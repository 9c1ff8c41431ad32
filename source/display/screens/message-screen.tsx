// A few words in the middle of the screen: what has become of the payment, and what the customer should do.
import {Box, Text} from 'ink';
import type {Look, ScreenSize} from './look.ts';
import {Sum} from './sum.tsx';

export type MessageScreenProps = ScreenSize & {
	readonly look: Look;
	readonly title: string;
	readonly hint: string | null;
	/** null: the sum is of no interest any more. */
	readonly amountKopecks: number | null;
	readonly tone: 'plain' | 'good' | 'bad';
};

const colours = {plain: undefined, good: 'green', bad: 'yellow'} as const;

/** Sum, title and hint, one below the other. */
export function MessageScreen({columns, rows, look, title, hint, amountKopecks, tone}: MessageScreenProps) {
	const color = colours[tone];
	const width = Math.min(columns, 60);
	return (
		<Box
			width={columns}
			height={rows}
			flexDirection="column"
			alignItems="center"
			justifyContent="center"
			overflow="hidden"
		>
			{amountKopecks !== null && (
				<Box marginBottom={1} flexShrink={0}>
					<Sum
						amountKopecks={amountKopecks}
						columns={columns}
						look={look}
						{...(color !== undefined && {color})}
					/>
				</Box>
			)}
			<Box flexShrink={0} maxWidth={width}>
				<Text bold {...(color !== undefined && look.hasColours && {color})}>
					{title}
				</Text>
			</Box>
			{hint !== null && (
				<Box marginTop={1} flexShrink={0} maxWidth={width}>
					<Text>{hint}</Text>
				</Box>
			)}
		</Box>
	);
}
