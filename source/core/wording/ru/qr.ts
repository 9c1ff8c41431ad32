import type {QrWording} from '../qr.ts';

export const qrRu: QrWording = {
	fullscreenOnly: ({canPrint}) => `QR не помещается: F3 — на весь экран${canPrint ? ', F4 — на чек' : ''}`,
	tooSmall: ({needed, screen, canPrint}) =>
		`QR не помещается: нужно ${needed.columns}×${needed.rows}, есть ${screen.columns}×${screen.rows}. ` +
		(canPrint ? 'F4 — на чек' : 'Увеличьте окно или уменьшите шрифт'),
	cannotDraw: ({canPrint}) =>
		canPrint ? 'Этот терминал не покажет QR: печатаем на чеке' : 'Этот терминал не покажет QR',
	nowhere:
		'Показать QR негде: окно мало, а чекового принтера нет. Заказ не создан, деньги не списаны. Увеличьте окно и попробуйте снова',
};
