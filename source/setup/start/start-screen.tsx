// The first screen of a till that is not there yet.
import {Box, Text} from 'ink';
import {useSyncExternalStore} from 'react';
import {keyHints, keyLines, looksOf, type Store, wrapToWidth} from '../../console/index.ts';
import {cleanText, setupEn, setupRu} from '../../core/index.ts';
import type {StartOptions, StartState} from './run-start.tsx';

type StartScreenProps = {
	readonly ui: Store<StartState>;
	readonly options: Pick<StartOptions, 'folder' | 'isUnfinished' | 'capabilities'>;
};

const keys = [
	{id: 'choose', keys: ['up']},
	{id: 'next', keys: ['enter']},
	{id: 'language', keys: ['e']},
	{id: 'leave', keys: ['f10']},
] as const;

export function StartScreen({ui, options}: StartScreenProps) {
	const {columns, rows, cursor, language, isOver} = useSyncExternalStore(ui.subscribe, ui.getSnapshot);
	const words = language === 'en' ? setupEn : setupRu;
	const {start} = words;
	const {signs} = looksOf(options.capabilities);
	const folder = cleanText(options.folder, 200);
	const width = columns - 4;
	if (isOver) return <Box width={columns} height={rows} />;
	return (
		<Box width={columns} height={rows} flexDirection="column" overflow="hidden">
			<Text bold wrap="truncate">
				{`qrkassa · ${start.title}`}
			</Text>
			<Box flexDirection="column" flexGrow={1} marginTop={1} marginLeft={2}>
				<Text>
					{wrapToWidth(options.isUnfinished ? start.unfinished(folder) : start.noTill(folder), width).join(
						'\n',
					)}
				</Text>
				<Box flexDirection="column" marginTop={1}>
					{[options.isUnfinished ? start.goOn : start.wizard, start.demo].map((text, index) => (
						<Text key={text} inverse={index === cursor} wrap="truncate">
							{`${index === cursor ? signs.pointer : ' '} ${index + 1}  ${text} `}
						</Text>
					))}
				</Box>
				<Box marginTop={1}>
					<Text>{wrapToWidth(start.from, width).join('\n')}</Text>
				</Box>
			</Box>
			<Text bold wrap="truncate">
				{keyLines(keyHints(keys, words.actions, signs), columns - 1).join('\n')}
			</Text>
		</Box>
	);
}
