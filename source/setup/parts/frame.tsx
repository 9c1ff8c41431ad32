// The wizard's frame: title, list at the left, the step at the right, what there is to say below it, the keys in the last line.
import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {keyHints, keyLines} from '../../console/index.ts';
import {stepIds} from '../model/state.ts';
import type {StepAction} from '../wizard.ts';
import {useWizard} from './context.ts';
import {Said} from './said.tsx';
import {StepList} from './step-list.tsx';

type FrameProps = {readonly actions: readonly StepAction[]; readonly children: ReactNode};

/** A whole screen, exactly as large as the terminal. */
export function Frame({actions, children}: FrameProps) {
	const {words, state} = useWizard();
	const {columns, rows, step} = state;
	const title = `qrkassa · ${words.title} · ${stepIds.indexOf(step) + 1}/${stepIds.length} ${words.steps[step]}`;
	return (
		<Box width={columns} height={rows} flexDirection="column" overflow="hidden">
			<Text bold wrap="truncate">
				{title}
			</Text>
			<Box flexGrow={1} flexShrink={1} overflow="hidden">
				<StepList />
				<Box flexDirection="column" flexGrow={1} overflow="hidden" marginTop={1}>
					{children}
					<Remarks />
				</Box>
			</Box>
			<Keys actions={actions} />
		</Box>
	);
}

function Remarks() {
	const {state, words} = useWizard();
	const {remark, isBusy} = state;
	return (
		<Box flexDirection="column" marginTop={1} flexShrink={0}>
			{remark?.lines.map((line) => (
				<Said key={line} text={line} tone={remark.tone} isSigned />
			))}
			{isBusy && remark === null && <Said text={words.working} />}
		</Box>
	);
}

/** The last lines of every screen. */
export function Keys({actions}: {readonly actions: readonly StepAction[]}) {
	const {words, looks, state} = useWizard();
	const lines = keyLines(keyHints(actions, words.actions, looks.signs), state.columns - 1);
	return (
		<Box height={lines.length} flexShrink={0}>
			<Text bold wrap="truncate">
				{lines.join('\n')}
			</Text>
		</Box>
	);
}
