// The QR on the customer's screen: rows built once, left alone by everything that ticks beside it.
import {Box, Text} from 'ink';
import {memo, useMemo} from 'react';
import {type FittingQr, type QrColours, qrRows} from '../../qr/index.ts';

export type QrPictureProps = {
	readonly fit: FittingQr;
	readonly colours: QrColours;
};

/** Draws a QR that fits; takes `fit.columns` × `fit.rows` and never shrinks. The same `fit` is never drawn twice. */
export const QrPicture = memo(function QrPicture({fit, colours}: QrPictureProps) {
	const rows = useMemo(() => qrRows(fit, colours).join('\n'), [fit, colours]);
	return (
		<Box width={fit.columns} height={fit.rows} flexShrink={0}>
			<Text wrap="truncate">{rows}</Text>
		</Box>
	);
});
