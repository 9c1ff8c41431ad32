// Instead of the QR: why it is not on this screen, which key helps, and its link where nothing else does.
import {Box, Text} from 'ink';
import type {CellSize} from '../../../qr/index.ts';
import {Sentence} from '../../parts/sentence.tsx';
import {useSurroundings} from '../../ui/context.ts';
import type {QrLayout} from '../../ui/qr-layout.ts';

type QrInsteadProps = {
	readonly layout: Extract<QrLayout, {at: 'text'}>;
	readonly columns: number;
	readonly canPrint: boolean;
};

/** What stands where the QR cannot. */
export function QrInstead({layout, columns, canPrint}: QrInsteadProps) {
	const {words, looks} = useSurroundings();
	const {payment} = words;
	const {because} = layout;
	return (
		<Box flexDirection="column" flexShrink={0}>
			{because !== 'chosen' && (
				<Sentence
					tone="warn"
					columns={columns}
					text={`${looks.signs.warn} ${because.because === 'too-small' ? payment.noFit(sizeText(because.needed), sizeText(because.screen)) : payment.noQrHere}`}
				/>
			)}
			{layout.canGrow && <Sentence columns={columns} text={payment.qrOnKey} />}
			{canPrint && <Sentence columns={columns} text={payment.usePaper} />}
			{because !== 'chosen' && !canPrint && (
				<>
					<Sentence columns={columns} text={payment.link} />
					<Text wrap="hard">{layout.payload}</Text>
				</>
			)}
		</Box>
	);
}

const sizeText = ({columns, rows}: CellSize): string => `${columns}×${rows}`;
