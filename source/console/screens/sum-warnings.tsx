// What has to be known before the next payment: late money, a failing disk, a certificate that ends, a small window.
import {Box} from 'ink';
import {cleanText, openMatter} from '../../core/index.ts';
import {Sentence} from '../parts/sentence.tsx';
import {useSurroundings} from '../ui/context.ts';
import type {Tone as ToneName} from '../ui/looks.ts';
import {useSnapshot, useUi} from '../ui/use-state.ts';

type Warning = {readonly tone: ToneName; readonly text: string};

const fullColumns = 80;
const fullRows = 24;

/** The most urgent warnings, as many as leave room for the sum. */
export function Warnings() {
	const {desk, looks, words} = useSurroundings();
	const {columns, rows} = useUi(desk);
	const {open, journalFault, notice} = useSnapshot(desk);
	const isLate = open.some((state) => openMatter(state) === 'late');
	const isOwed = open.some((state) => openMatter(state) === 'receipt');
	const isSmall = columns < fullColumns || rows < fullRows;
	const warnings: readonly (Warning | null)[] = [
		isLate ? {tone: 'bad', text: words.lateMoney} : null,
		isOwed ? {tone: 'bad', text: words.receiptOwed} : null,
		journalFault === null ? null : {tone: 'bad', text: words.journalFault(cleanText(journalFault, 80))},
		notice === null ? null : {tone: 'warn', text: cleanText(`${notice.text} ${notice.advice}`, 140)},
		...desk.options.warnings.map((text): Warning => ({tone: 'warn', text: cleanText(text, 160)})),
		isSmall ? {tone: 'warn', text: words.smallScreen(columns, rows)} : null,
	];
	const shown = warnings.filter((warning) => warning !== null).slice(0, rows < fullRows ? 3 : 4);
	return (
		<Box flexDirection="column" flexShrink={0}>
			{shown.map(({tone, text}) => (
				<Sentence
					key={text}
					tone={tone}
					bold={tone === 'bad'}
					columns={columns - 1}
					text={`${looks.signs.warn} ${text}`}
				/>
			))}
		</Box>
	);
}
