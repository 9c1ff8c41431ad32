// The QR as a picture: one prebuilt string, drawn once and left alone by everything that ticks beside it.
import {Box, Text} from 'ink';
import {memo, useMemo} from 'react';
import {type FittingQr, type QrColours, qrRows} from '../../qr/index.ts';

type QrViewProps = {readonly fit: FittingQr; readonly colours: QrColours};

/** A QR that fits; the same `fit` is never drawn twice. */
export const QrView = memo(function QrView({fit, colours}: QrViewProps) {
	const picture = useMemo(() => qrRows(fit, colours).join('\n'), [fit, colours]);
	return (
		<Box width={fit.columns} height={fit.rows} flexShrink={0}>
			<Text wrap="truncate">{picture}</Text>
		</Box>
	);
});
