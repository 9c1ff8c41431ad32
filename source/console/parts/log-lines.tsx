// Lines of the log, each cut to the width: what came from outside never wraps and never drives the terminal.
import {Box, Text} from 'ink';
import {memo} from 'react';
import {describeEvent, type Language} from '../../core/index.ts';
import type {LogEntry} from '../../engine/index.ts';
import {cutToWidth} from '../terminal/cut.ts';
import {wrapToWidth} from '../terminal/wrap.ts';

type LogLinesProps = {
	readonly entries: readonly LogEntry[];
	readonly columns: number;
	readonly language: Language;
};

/** Local wall time, `09:05:07`. */
export const timeOfDay = (iso: string): string => {
	const at = new Date(iso);
	return [at.getHours(), at.getMinutes(), at.getSeconds()]
		.map((part) => String(part).padStart(2, '0'))
		.join(':');
};

/** These entries, one line each. */
export const LogLines = memo(function LogLines({entries, columns, language}: LogLinesProps) {
	return (
		<Box flexDirection="column" flexShrink={0}>
			{entries.map((entry) => (
				<Text key={entry.n} wrap="truncate">
					{cutToWidth(`${timeOfDay(entry.at)} ${describeEvent(entry.event, language)}`, columns)}
				</Text>
			))}
		</Box>
	);
});

/** In a narrow pane an entry may take two lines: its second says what it is about. */
export const WrappedLog = memo(function WrappedLog({entries, columns, language}: LogLinesProps) {
	return (
		<Box flexDirection="column" flexShrink={0}>
			{entries.map((entry) => {
				const text = `${timeOfDay(entry.at)} ${describeEvent(entry.event, language)}`;
				// One column less, for the blank that marks a line which goes on.
				const [first = '', ...others] = wrapToWidth(text, columns - 1);
				const second = others.length === 0 ? [] : [` ${cutToWidth(others.join(' '), columns - 1)}`];
				return (
					<Text key={entry.n} wrap="truncate">
						{[first, ...second].join('\n')}
					</Text>
				);
			})}
		</Box>
	);
});
