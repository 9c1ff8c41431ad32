// The customer's screen while it can be paid: the QR as large as it goes, the sum beside it in the shop's words.
import {Box, Text} from 'ink';
import type {QrPlace, QrRendering} from '../qr/index.ts';
import {bigText} from './big-text.ts';
import {QrPicture} from './qr-picture.tsx';

/** Columns of the text beside the QR. */
export const customerPaneColumns = 34;

export type CustomerPayProps = {
	readonly columns: number;
	readonly rows: number;
	/** Found with `keptRows: 0` and `paneColumns: customerPaneColumns`: this screen has no key line. */
	readonly place: QrPlace;
	readonly rendering: QrRendering;
	/** As `formatRubles` writes it, without currency. */
	readonly sumText: string;
	/** What to do, for the customer: one sentence. */
	readonly invitation: string;
	/** Time left, `2:51`. */
	readonly timeText: string;
	/** Said instead of the QR where it has no place. */
	readonly insteadOfQr: string;
};

/** The whole screen, in the arrangement that the QR's place asks for. */
export function CustomerPay(props: CustomerPayProps) {
	const {columns, rows, place, rendering, sumText, timeText, invitation, insteadOfQr} = props;
	const colours = rendering.type === 'cells' ? rendering.colours : '8';
	const line = `${sumText} ₽ · ${timeText}`;
	if (place.at === 'nowhere') {
		return (
			<Box width={columns} height={rows} flexDirection="column" alignItems="center" justifyContent="center">
				<Sum text={sumText} columns={columns} rendering={rendering} />
				<Text>{insteadOfQr}</Text>
			</Box>
		);
	}
	const picture = <QrPicture fit={place.fit} colours={colours} />;
	if (place.at === 'beside') {
		return (
			<Box width={columns} height={rows} alignItems="center" justifyContent="center">
				{picture}
				<Box width={customerPaneColumns} marginLeft={1} flexDirection="column">
					<Sum text={sumText} columns={customerPaneColumns} rendering={rendering} />
					<Box marginY={1}>
						<Text>{invitation}</Text>
					</Box>
					<Text bold>{timeText}</Text>
				</Box>
			</Box>
		);
	}
	return (
		<Box width={columns} height={rows} flexDirection="column" alignItems="center">
			{place.at === 'below' && <Text wrap="truncate">{invitation}</Text>}
			{picture}
			<Text bold wrap="truncate">
				{line}
			</Text>
		</Box>
	);
}

type SumProps = {readonly text: string; readonly columns: number; readonly rendering: QrRendering};

function Sum({text, columns, rendering}: SumProps) {
	const hasGlyphs = rendering.type === 'cells' && rendering.kind === 'half-blocks';
	const big = hasGlyphs ? bigText(text, columns - 2) : null;
	return (
		<Text bold>
			{big === null ? `${text} ₽` : big.map((row, at) => (at === 2 ? `${row} ₽` : row)).join('\n')}
		</Text>
	);
}
