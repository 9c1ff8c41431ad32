// The whole log of this process; only the lines in the window are drawn.
import {Text} from 'ink';
import type {Action} from '../actions/action.ts';
import {logPageRows} from '../actions/pages.ts';
import {Frame} from '../parts/frame.tsx';
import {LogLines} from '../parts/log-lines.tsx';
import {useSurroundings} from '../ui/context.ts';
import {useSnapshot, useUi} from '../ui/use-state.ts';

/** The log page. */
export function LogScreen({actions}: {readonly actions: readonly Action[]}) {
	const {desk, words, language} = useSurroundings();
	const {columns, rows, logTop} = useUi(desk);
	const {log} = useSnapshot(desk);
	const height = logPageRows(rows);
	const top = Math.min(logTop ?? Number.MAX_SAFE_INTEGER, Math.max(0, log.length - height));
	const entries = log.slice(top, top + height);
	return (
		<Frame title={words.log.title(top + 1, top + entries.length, log.length)} actions={actions}>
			{log.length === 0 && <Text>{words.log.empty}</Text>}
			<LogLines entries={entries} columns={columns - 1} language={language} />
		</Frame>
	);
}
