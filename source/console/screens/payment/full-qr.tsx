// The QR alone: sum, time and keys in the last line, or in a narrow column beside it where the screen is too low.
import {Box, Text} from 'ink';
import {describeSum, type LiveState, limitMs} from '../../../core/index.ts';
import {wordsOf} from '../../../qr/index.ts';
import type {Action} from '../../actions/action.ts';
import {ShortCountdown} from '../../parts/countdown.tsx';
import {keyHints, keyLineText} from '../../parts/key-line.tsx';
import {QrView} from '../../parts/qr-view.tsx';
import {questionId} from '../../parts/question-box.tsx';
import {Sentence} from '../../parts/sentence.tsx';
import {Tone} from '../../parts/tone.tsx';
import {cutToWidth} from '../../terminal/cut.ts';
import {widthOf} from '../../terminal/width.ts';
import {useSurroundings} from '../../ui/context.ts';
import type {QrLayout} from '../../ui/qr-layout.ts';
import {questionOf} from '../../ui/screen.ts';
import {useSnapshot, useUi} from '../../ui/use-state.ts';
import {StatusLines, statusLines} from './status-lines.tsx';

type FullQrProps = {
	readonly state: LiveState;
	readonly layout: Extract<QrLayout, {at: 'full'}>;
	readonly actions: readonly Action[];
};

/** A payment whose QR takes the whole screen. */
export function FullQr({state, layout, actions}: FullQrProps) {
	const {desk, looks, words} = useSurroundings();
	const {columns, rows} = useUi(desk);
	const {qrRendering} = desk.options;
	const colours = qrRendering.type === 'cells' ? qrRendering.colours : '8';
	const hints = keyHints(actions, words.actions, looks.signs);
	const {fit} = layout;
	const picture = <QrView fit={fit} colours={colours} />;
	if (wordsOf(fit, rows) === 'beside') {
		const sideColumns = columns - fit.columns - 1;
		return (
			<Box width={columns} height={rows} overflow="hidden">
				{picture}
				<Box marginLeft={1} width={sideColumns} height={rows} flexDirection="column" overflow="hidden">
					<Facts state={state} columns={sideColumns - 1} />
					<Box flexGrow={1} />
					<Box flexDirection="column" flexShrink={0}>
						{hints.map(({short, label}) => (
							<Text key={label} bold wrap="truncate">
								{cutToWidth(`${short} ${label}`, sideColumns - 1)}
							</Text>
						))}
					</Box>
				</Box>
			</Box>
		);
	}
	return (
		<Box width={columns} height={rows} flexDirection="column" overflow="hidden">
			<Box flexGrow={1} justifyContent="center" alignItems="flex-start">
				{picture}
			</Box>
			<LastLine state={state} columns={columns - 1} hints={hints} />
		</Box>
	);
}

function Facts({state, columns}: {readonly state: LiveState; readonly columns: number}) {
	const {desk, words, paymentWords, language, looks} = useSurroundings();
	const snapshot = useSnapshot(desk);
	const question = questionOf(useUi(desk), snapshot);
	const lines = statusLines(state, snapshot, {words, paymentWords, language, looks});
	return (
		<>
			<Text bold wrap="truncate">
				{describeSum(state.facts.amountKopecks, language)}
			</Text>
			{state.phase === 'waiting' && <ShortCountdown untilMs={limitMs(state)} />}
			{question ? (
				<Sentence tone="warn" bold columns={columns} text={words.questions[questionId(question, state)]} />
			) : (
				<Box marginTop={1} flexShrink={1} overflow="hidden">
					<StatusLines lines={lines} columns={columns} />
				</Box>
			)}
		</>
	);
}

type LastLineProps = {
	readonly state: LiveState;
	readonly columns: number;
	readonly hints: ReturnType<typeof keyHints>;
};

/** The question, or sum and time; the keys after it. */
function LastLine({state, columns, hints}: LastLineProps) {
	const {desk, words, language} = useSurroundings();
	const question = questionOf(useUi(desk), useSnapshot(desk));
	if (question) {
		const keys = keyLineText(hints, columns - 20);
		const text = cutToWidth(words.questions[questionId(question, state)], columns - widthOf(keys) - 2);
		return (
			<Tone tone="warn" bold wrap="truncate">
				{`${text}  ${keys}`}
			</Tone>
		);
	}
	const sum = describeSum(state.facts.amountKopecks, language);
	return (
		<Box height={1} flexShrink={0}>
			<Text bold>{`${sum} `}</Text>
			{state.phase === 'waiting' && <ShortCountdown untilMs={limitMs(state)} />}
			<Text bold wrap="truncate">{`  ${keyLineText(hints, columns - widthOf(sum) - 8)}`}</Text>
		</Box>
	);
}
