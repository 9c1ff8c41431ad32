import type {QrWording} from '../qr.ts';

export const qrEn: QrWording = {
	fullscreenOnly: ({canPrint}) =>
		`The QR does not fit: F3 shows it full screen${canPrint ? ', F4 prints it' : ''}`,
	tooSmall: ({needed, screen, canPrint}) =>
		`The QR does not fit: it needs ${needed.columns}×${needed.rows}, there is ${screen.columns}×${screen.rows}. ` +
		(canPrint ? 'F4 prints it' : 'Make the window larger or the font smaller'),
	cannotDraw: ({canPrint}) =>
		canPrint ? 'This terminal cannot show a QR: it is printed' : 'This terminal cannot show a QR',
	nowhere:
		'There is nowhere to show the QR: the window is too small and there is no printer. No order was made, no money was taken. Make the window larger and try again',
};
