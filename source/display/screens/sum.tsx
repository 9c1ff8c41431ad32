// The sum as large as its place allows, to be compared with the phone's.
import {Text} from 'ink';
import {describeSum, formatRubles} from '../../core/index.ts';
import {bigText} from './big-text.ts';
import type {Look} from './look.ts';

export type SumProps = {
	readonly amountKopecks: number;
	/** Columns that it may take. */
	readonly columns: number;
	readonly look: Look;
	readonly color?: string;
};

/** Three rows of large digits where they fit, else one line of text. */
export function Sum({amountKopecks, columns, look, color}: SumProps) {
	const big = look.glyphs === 'unicode' ? bigText(formatRubles(amountKopecks), columns - 2) : null;
	const text =
		big === null
			? describeSum(amountKopecks, look.language)
			: big.map((row, at) => (at === big.length - 1 ? `${row} ₽` : row)).join('\n');
	return (
		<Text bold {...(color !== undefined && look.hasColours && {color})}>
			{text}
		</Text>
	);
}
