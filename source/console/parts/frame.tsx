// Every screen's frame: a title, the body, the keys in the last line. Exactly as large as the terminal, never larger.
import {Box} from 'ink';
import type {ReactNode} from 'react';
import type {Action} from '../actions/action.ts';
import {useSurroundings} from '../ui/context.ts';
import {useUi} from '../ui/use-state.ts';
import {KeyLine} from './key-line.tsx';
import {TitleLine} from './title-line.tsx';

type FrameProps = {
	readonly title: string;
	readonly actions: readonly Action[];
	readonly children: ReactNode;
};

/** A whole screen. */
export function Frame({title, actions, children}: FrameProps) {
	const {desk} = useSurroundings();
	const {columns, rows} = useUi(desk);
	return (
		<Box width={columns} height={rows} flexDirection="column" overflow="hidden">
			<TitleLine title={title} />
			<Box flexGrow={1} flexShrink={1} flexDirection="column" overflow="hidden" width={columns}>
				{children}
			</Box>
			<KeyLine actions={actions} columns={columns} />
		</Box>
	);
}
