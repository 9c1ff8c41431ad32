// The QR under three rows of text: for screens that are high and narrow.
import {Box, Text} from 'ink';
import {describeSum, type LiveState, limitMs} from '../../../core/index.ts';
import type {Action} from '../../actions/action.ts';
import {ShortCountdown} from '../../parts/countdown.tsx';
import {KeyLine} from '../../parts/key-line.tsx';
import {QrView} from '../../parts/qr-view.tsx';
import {questionId} from '../../parts/question-box.tsx';
import {Tone} from '../../parts/tone.tsx';
import {useSurroundings} from '../../ui/context.ts';
import type {QrLayout} from '../../ui/qr-layout.ts';
import {questionOf} from '../../ui/screen.ts';
import {useSnapshot, useUi} from '../../ui/use-state.ts';
import {statusLines} from './status-lines.tsx';
import {tellCustomer} from './tell.ts';

type BelowQrProps = {
	readonly state: LiveState;
	readonly layout: Extract<QrLayout, {at: 'below'}>;
	readonly actions: readonly Action[];
};

/** A payment whose QR stands below its text. */
export function BelowQr({state, layout, actions}: BelowQrProps) {
	const {desk, words, paymentWords, language, looks} = useSurroundings();
	const ui = useUi(desk);
	const snapshot = useSnapshot(desk);
	const question = questionOf(ui, snapshot);
	const {qrRendering} = desk.options;
	const [first] = statusLines(state, snapshot, {words, paymentWords, language, looks});
	return (
		<Box width={ui.columns} height={ui.rows} flexDirection="column" overflow="hidden">
			<Box height={1} flexShrink={0}>
				<Text bold>
					{`${describeSum(state.facts.amountKopecks, language)} · ${paymentWords.systems[state.facts.method]} · `}
				</Text>
				{state.phase === 'waiting' && <ShortCountdown untilMs={limitMs(state)} />}
			</Box>
			<Tone tone={first?.tone ?? 'plain'} wrap="truncate">
				{first?.text ?? ''}
			</Tone>
			<Tone tone={question ? 'warn' : 'plain'} bold={question !== null} wrap="truncate">
				{question ? words.questions[questionId(question, state)] : tellCustomer(state, layout, words)}
			</Tone>
			<Box flexGrow={1} justifyContent="center">
				<QrView fit={layout.fit} colours={qrRendering.type === 'cells' ? qrRendering.colours : '8'} />
			</Box>
			<KeyLine actions={actions} columns={ui.columns} />
		</Box>
	);
}
