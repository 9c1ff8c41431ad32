// A QR at the size that it will have, with words beside or below it: the test of the screen, and the real order of the trial.
import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {QrView} from '../../console/index.ts';
import type {QrPlace} from '../../qr/index.ts';
import {useWizard} from '../parts/context.ts';
import {Keys} from '../parts/frame.tsx';
import {Said} from '../parts/said.tsx';
import {placeOfQr} from '../steps/screen-qr.ts';
import {actionsOf} from '../steps/table.ts';

type QrScreenProps = {
	/** The QR's text; null: none now. */
	readonly text: string | null;
	readonly sentence: string;
	readonly children?: ReactNode;
};

/** The whole screen. */
export function QrScreen({text, sentence, children}: QrScreenProps) {
	const {wizard, state, words} = useWizard();
	const {columns, rows} = state;
	const place = text === null ? null : placeOfQr(wizard, text);
	const fit = place === null || place.at === 'nowhere' ? null : place.fit;
	const rendering = wizard.renderingOf(state.register.qr);
	const beside = fit && columns - fit.columns >= 18 ? columns - fit.columns - 2 : null;
	const width = beside ?? columns - 1;
	const isTall = fit !== null && fit.rows >= rows;
	const picture = fit && rendering.type === 'cells' && <QrView fit={fit} colours={rendering.colours} />;
	const texts = (
		<Box flexDirection="column" width={width} marginLeft={beside === null ? 0 : 1} flexShrink={0}>
			<Said text={sentence} width={width} isBold />
			{place !== null && place.at === 'nowhere' && (
				<Said text={nowhereText(place, words)} width={width} tone="warn" isSigned />
			)}
			{children}
			{isTall && <TallKeys width={width} />}
		</Box>
	);
	return (
		<Box width={columns} height={rows} flexDirection="column" overflow="hidden">
			<Box flexGrow={1} flexDirection={beside === null ? 'column' : 'row'} overflow="hidden">
				{picture}
				{texts}
			</Box>
			{!isTall && <Keys actions={actionsOf(wizard)} />}
		</Box>
	);
}

/** A QR that takes every row leaves no line for the keys: they stand in the words beside it. */
function TallKeys({width}: {readonly width: number}) {
	const {wizard, words} = useWizard();
	return (
		<Box flexDirection="column" marginTop={1}>
			{actionsOf(wizard)
				.filter(({shown}) => shown !== null)
				.map(({id, keys, shown}) => (
					<Text key={`${id}${keys[0]}`} bold wrap="truncate">
						{`${nameOfKey(shown ?? keys[0] ?? '')} ${words.actions[id]}`.slice(0, width)}
					</Text>
				))}
		</Box>
	);
}

const nameOfKey = (key: string): string =>
	key === 'enter' ? 'Enter' : key === 'esc' ? 'Esc' : key === 'pageup' ? 'PgUp' : key;

function nowhereText(
	place: Extract<QrPlace, {at: 'nowhere'}>,
	{register}: ReturnType<typeof useWizard>['words'],
): string {
	if (place.because !== 'too-small') return register.screenNone;
	const {needed, screen} = place;
	return register.screenNoFit(`${needed.columns}×${needed.rows}`, `${screen.columns}×${screen.rows}`);
}
