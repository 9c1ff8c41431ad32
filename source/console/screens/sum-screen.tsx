// The first screen: the sum. Its mistake is explained while it is being typed, what waits is said above it.
import {Box, Text} from 'ink';
import TextInput from 'ink-text-input';
import {type AmountFault, formatRubles, parseRubles} from '../../core/index.ts';
import type {Action} from '../actions/action.ts';
import {BigDigits} from '../parts/big-digits.tsx';
import {Frame} from '../parts/frame.tsx';
import {Sentence} from '../parts/sentence.tsx';
import {Tone} from '../parts/tone.tsx';
import {useSurroundings} from '../ui/context.ts';
import {useUi} from '../ui/use-state.ts';
import {Warnings} from './sum-warnings.tsx';

/** The sum entry. */
export function SumScreen({actions}: {readonly actions: readonly Action[]}) {
	const {desk, looks, words, paymentWords} = useSurroundings();
	const ui = useUi(desk);
	const sum = parseRubles(ui.text);
	const mistake = mistakeOf(ui.text, ui.isTextTried);
	const shown = sum.ok ? formatRubles(sum.amountKopecks) : ui.text === '' ? '0,00' : ui.text;
	return (
		<Frame title={words.sum.title} actions={actions}>
			<Warnings />
			<Box flexDirection="column" marginTop={1} marginLeft={2} flexShrink={0}>
				<Text bold>{words.sum.label}</Text>
				<BigDigits text={shown} columns={ui.columns - 4} tone={mistake === null ? 'info' : 'bad'} />
				<Box marginTop={1}>
					<Text>{`${looks.signs.pointer} `}</Text>
					<TextInput value={ui.text} onChange={(text) => desk.ui.set({text, isTextTried: false})} />
					<Text>{` ${paymentWords.money('').trim()}`}</Text>
				</Box>
				<Tone tone={mistake === null ? 'plain' : 'bad'} wrap="truncate">
					{mistake === null
						? ui.text === ''
							? words.sum.example
							: ' '
						: `${looks.signs.bad} ${words.mistakes[mistake]}`}
				</Tone>
				{desk.options.demo && (
					<Box marginTop={1}>
						<Sentence columns={ui.columns - 4} text={words.sum.demo} />
					</Box>
				)}
			</Box>
		</Frame>
	);
}

/** What is wrong with the text so far. What more typing would mend is no mistake until Enter. */
export function mistakeOf(text: string, isTried: boolean): AmountFault | null {
	const sum = parseRubles(text);
	if (sum.ok) return null;
	const mayBecomeASum = text === '' || /^\d+[.,]$/.test(text) || /^0+(?:[.,]0?)?$/.test(text);
	return mayBecomeASum && !isTried ? null : sum.fault;
}
