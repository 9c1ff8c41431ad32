// Instead of the QR: why it is not on this screen, which key helps, and its link where nothing else does.
import {Box, Text} from 'ink';
import {Tone} from '../../parts/tone.tsx';
import {useSurroundings} from '../../ui/context.ts';
import type {QrLayout} from '../../ui/qr-layout.ts';

export type QrInsteadProps = {readonly layout: Extract<QrLayout, {at: 'text'}>; readonly canPrint: boolean};

export function QrInstead({layout, canPrint}: QrInsteadProps) {
	const {words, looks} = useSurroundings();
	const {payment} = words;
	const {because} = layout;
	const size = ({columns, rows}: {columns: number; rows: number}): string => `${columns}×${rows}`;
	return (
		<Box flexDirection="column" flexShrink={1} overflow="hidden">
			{because !== 'chosen' && (
				<Tone tone="warn">
					{`${looks.signs.warn} ${because.because === 'too-small' ? payment.noFit(size(because.needed), size(because.screen)) : payment.noQrHere}`}
				</Tone>
			)}
			{layout.canGrow && <Text>{payment.qrOnKey}</Text>}
			{canPrint && <Text>{payment.usePaper}</Text>}
			{because !== 'chosen' && !canPrint && (
				<>
					<Text>{payment.link}</Text>
					<Text wrap="hard">{layout.payload}</Text>
				</>
			)}
		</Box>
	);
}
