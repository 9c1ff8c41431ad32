// Open matters: a list, and below it the one that is looked at in full; also when it has been settled meanwhile.
import {Box, Text} from 'ink';
import {describeSum, type EndedState, openMatter} from '../../core/index.ts';
import type {Action} from '../actions/action.ts';
import {Frame} from '../parts/frame.tsx';
import {Remark} from '../parts/remark.tsx';
import {cutToWidth} from '../terminal/cut.ts';
import {useSurroundings} from '../ui/context.ts';
import {chosenMatter} from '../ui/matters.ts';
import {useSnapshot, useUi} from '../ui/use-state.ts';
import {EndText} from './end-text.tsx';

/** The list of open matters. */
export function MattersScreen({actions}: {readonly actions: readonly Action[]}) {
	const {desk, words} = useSurroundings();
	const ui = useUi(desk);
	const {open} = useSnapshot(desk);
	const chosen = chosenMatter(desk);
	const cursor = open.findIndex(({facts}) => facts.orderId === chosen?.facts.orderId);
	const matter = chosen && openMatter(chosen);
	const {closed, noRegister} = words.matters;
	const advice =
		matter === null
			? closed
			: chosen?.facts.slot === null && matter === 'late'
				? noRegister
				: words.matters.advice[matter];
	const count = Math.max(1, Math.min(6, ui.rows - 16));
	const top = Math.max(0, Math.min(cursor - count + 1, open.length - count));
	return (
		<Frame title={words.matters.title} actions={actions}>
			{open.length === 0 && <Text>{words.matters.empty}</Text>}
			<Box flexDirection="column" flexShrink={0}>
				{open.slice(top, top + count).map((state) => (
					<MatterLine
						key={state.facts.orderId}
						state={state}
						isChosen={state.facts.orderId === chosen?.facts.orderId}
					/>
				))}
			</Box>
			{chosen && <EndText state={chosen} question={null} advice={advice} isLarge={false} />}
			<Remark columns={ui.columns - 1} orderId={chosen?.facts.orderId ?? null} />
		</Frame>
	);
}

function MatterLine({state, isChosen}: {readonly state: EndedState; readonly isChosen: boolean}) {
	const {desk, looks, paymentWords, language} = useSurroundings();
	const {columns} = useUi(desk);
	const {facts} = state;
	const matter = openMatter(state);
	const parts = [
		startOf(facts),
		describeSum(facts.amountKopecks, language),
		matter === null ? '' : paymentWords.matters[matter],
		paymentWords.systems[facts.method],
		facts.orderId,
	];
	const line = `${isChosen ? looks.signs.pointer : ' '} ${parts.filter((part) => part !== '').join(' · ')}`;
	return (
		<Text bold={isChosen} inverse={isChosen} wrap="truncate">
			{cutToWidth(line, columns - 1)}
		</Text>
	);
}

/** When the cashier pressed Enter, local wall time: `24.11 15:52`. What a cashier remembers a payment by. */
function startOf({deadline, policy}: EndedState['facts']): string {
	const at = new Date(Date.parse(deadline) - policy.responseTimeoutS * 1000);
	const two = (part: number): string => String(part).padStart(2, '0');
	return `${two(at.getDate())}.${two(at.getMonth() + 1)} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
