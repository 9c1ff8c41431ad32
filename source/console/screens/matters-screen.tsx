// Open matters: a list, and below it the one under the cursor in full.
import {Box, Text} from 'ink';
import {describeSum, type EndedState, openMatter} from '../../core/index.ts';
import type {Action} from '../actions/action.ts';
import {matterAt} from '../actions/matters.ts';
import {Frame} from '../parts/frame.tsx';
import {Remark} from '../parts/remark.tsx';
import {cutToWidth} from '../terminal/cut.ts';
import {useSurroundings} from '../ui/context.ts';
import {useSnapshot, useUi} from '../ui/use-state.ts';
import {EndText} from './end-text.tsx';

/** The list of open matters. */
export function MattersScreen({actions}: {readonly actions: readonly Action[]}) {
	const {desk, words} = useSurroundings();
	const ui = useUi(desk);
	const {open} = useSnapshot(desk);
	const cursor = matterAt(ui.matterCursor, open.length);
	const chosen = open[cursor];
	const count = Math.max(1, Math.min(6, ui.rows - 16));
	const top = Math.max(0, Math.min(cursor - count + 1, open.length - count));
	return (
		<Frame title={words.matters.title} actions={actions}>
			{open.length === 0 && <Text>{words.matters.empty}</Text>}
			<Box flexDirection="column" flexShrink={0}>
				{open.slice(top, top + count).map((state) => (
					<MatterLine key={state.facts.orderId} state={state} isChosen={state === chosen} />
				))}
			</Box>
			{chosen && <EndText state={chosen} question={null} isLarge={false} />}
			<Remark columns={ui.columns - 1} />
		</Frame>
	);
}

function MatterLine({state, isChosen}: {readonly state: EndedState; readonly isChosen: boolean}) {
	const {desk, looks, paymentWords, language} = useSurroundings();
	const {columns} = useUi(desk);
	const {facts} = state;
	const matter = openMatter(state);
	const parts = [
		describeSum(facts.amountKopecks, language),
		paymentWords.systems[facts.method],
		matter === null ? '' : paymentWords.matters[matter],
		facts.orderId,
	];
	const line = `${isChosen ? looks.signs.pointer : ' '} ${parts.filter((part) => part !== '').join(' · ')}`;
	return (
		<Text bold={isChosen} inverse={isChosen} wrap="truncate">
			{cutToWidth(line, columns - 1)}
		</Text>
	);
}
