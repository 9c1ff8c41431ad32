// The payment type: the till's own names, by arrows or digit.
import {Box, Text} from 'ink';
import {cleanText, describeSum, formatRubles} from '../../core/index.ts';
import type {Action} from '../actions/action.ts';
import {BigDigits} from '../parts/big-digits.tsx';
import {Frame} from '../parts/frame.tsx';
import {Tone} from '../parts/tone.tsx';
import {cutToWidth} from '../terminal/cut.ts';
import {useSurroundings} from '../ui/context.ts';
import type {UiState} from '../ui/state.ts';
import {useUi} from '../ui/use-state.ts';

type PickerScreenProps = {
	readonly picker: NonNullable<UiState['picker']>;
	readonly actions: readonly Action[];
};

/** The choice of a payment type for a draft. */
export function PickerScreen({picker, actions}: PickerScreenProps) {
	const {desk, looks, words, paymentWords, language} = useSurroundings();
	const {columns} = useUi(desk);
	const {systems} = desk.options.till;
	const lines = systems.map(({system, name}, index) => {
		const own = cleanText(name, 60);
		const common = paymentWords.systems[system];
		return `${index + 1}  ${own === common || own === '' ? common : `${own} · ${common}`}`;
	});
	return (
		<Frame title={words.picker.title} actions={actions}>
			<Box flexDirection="column" marginTop={1} marginLeft={2} flexShrink={0}>
				<Text bold>{`${words.picker.sum}: ${describeSum(picker.draft.amountKopecks, language)}`}</Text>
				<BigDigits text={formatRubles(picker.draft.amountKopecks)} columns={columns - 4} tone="info" />
			</Box>
			<Box flexDirection="column" marginTop={1} marginLeft={2} flexShrink={0}>
				{systems.length === 0 && <Tone tone="bad">{`${looks.signs.bad} ${words.picker.empty}`}</Tone>}
				{lines.map((line, index) => (
					<Text key={line} bold={index === picker.cursor} inverse={index === picker.cursor} wrap="truncate">
						{cutToWidth(`${index === picker.cursor ? looks.signs.pointer : ' '} ${line} `, columns - 4)}
					</Text>
				))}
			</Box>
		</Frame>
	);
}
