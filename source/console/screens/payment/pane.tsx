// The text beside the QR: sum, time, what to say, where things stand, what happened last.
import {Box, Text} from 'ink';
import {cleanText, describeSum, formatRubles, type LiveState, limitMs} from '../../../core/index.ts';
import {BigDigits} from '../../parts/big-digits.tsx';
import {AtMost, Countdown} from '../../parts/countdown.tsx';
import {WrappedLog} from '../../parts/log-lines.tsx';
import {QuestionBox} from '../../parts/question-box.tsx';
import {Remark} from '../../parts/remark.tsx';
import {Sentence} from '../../parts/sentence.tsx';
import {useSurroundings} from '../../ui/context.ts';
import type {QrLayout} from '../../ui/qr-layout.ts';
import {questionOf} from '../../ui/screen.ts';
import {useSnapshot, useUi} from '../../ui/use-state.ts';
import {QrInstead} from './qr-instead.tsx';
import {StatusLines, statusLines} from './status-lines.tsx';
import {tellCustomer} from './tell.ts';

type PaneProps = {
	readonly state: LiveState;
	readonly layout: QrLayout;
	readonly columns: number;
};

/** A screen lower than this has no room for large digits. */
const lowRows = 18;

/** As many of the newest lines as any pane can show; the pane's height cuts the oldest. */
const logTail = 12;

/** All that is said about a payment under way. */
export function Pane({state, layout, columns}: PaneProps) {
	const {desk, words, paymentWords, language, looks} = useSurroundings();
	const ui = useUi(desk);
	const snapshot = useSnapshot(desk);
	const question = questionOf(ui, snapshot);
	const {facts} = state;
	const amountKopecks = amountOf(state);
	// What is asked about other payments in the background would only confuse here; the log page has it.
	const own = snapshot.log.filter(({orderId}) => orderId === facts.orderId);
	const isLow = ui.rows < lowRows;
	const lines = statusLines(state, snapshot, {words, paymentWords, language, looks});
	return (
		<Box flexDirection="column" width={columns} flexGrow={1} flexShrink={1} overflow="hidden">
			{isLow ? null : <BigDigits text={formatRubles(amountKopecks)} columns={columns} tone="info" />}
			<Text bold wrap="truncate">
				{`${describeSum(amountKopecks, language)} · ${methodName(desk.options.till.systems, facts, paymentWords.systems[facts.method])}`}
			</Text>
			{state.phase === 'waiting' && (
				<Box marginTop={isLow ? 0 : 1} flexShrink={0}>
					<Countdown
						untilMs={limitMs(state)}
						totalS={facts.policy.responseTimeoutS}
						columns={columns}
						isLow={isLow}
					/>
				</Box>
			)}
			{state.phase === 'checking' && <AtMost untilMs={state.untilMs} />}
			{layout.at === 'text' && (
				<QrInstead layout={layout} columns={columns} canPrint={desk.options.till.hasRegister} />
			)}
			{question === null ? (
				<Box marginTop={1} flexShrink={0}>
					<Sentence columns={columns} text={tellCustomer(state, layout, words)} />
				</Box>
			) : (
				<QuestionBox question={question} state={state} columns={columns} />
			)}
			<Box marginTop={1} flexShrink={0} flexDirection="column">
				<StatusLines lines={lines} columns={columns} />
				<Remark columns={columns} />
			</Box>
			<Box
				marginTop={1}
				flexGrow={1}
				flexShrink={1}
				flexDirection="column"
				justifyContent="flex-end"
				overflow="hidden"
				minHeight={0}
			>
				<WrappedLog entries={own.slice(-logTail)} columns={columns} language={language} />
			</Box>
		</Box>
	);
}

/** What moves now: of a refund it may be a part. */
const amountOf = (state: LiveState): number =>
	(state.phase === 'fiscalising' ? state.refundOf?.refund?.amountKopecks : null) ?? state.facts.amountKopecks;

/** The till's own name of the way to pay, else the system's. */
export const methodName = (
	systems: readonly {readonly code: string; readonly name: string}[],
	{code}: {readonly code: string},
	common: string,
): string => cleanText(systems.find((system) => system.code === code)?.name ?? '', 40) || common;
