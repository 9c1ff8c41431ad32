// The door of the qr room: a text in, cells or dots out. Knows widths and quiet zones, nothing of payments.
export {type QrColours, qrRows} from './cells.ts';
export {type CellSize, type FittingQr, fitQr, type QrFit, type QrKind, type QrSpace} from './fit.ts';
export {type QrMatrix, qrMatrix} from './matrix.ts';
export {fitFullscreen, placeQr, type QrPlace, type QrScreen, wordsOf} from './place.ts';
export {type RasterOptions, rasterRows} from './raster.ts';
export {
	chooseQrRendering,
	isUtf8Locale,
	type QrRendering,
	type QrSetting,
	type TerminalFacts,
} from './rendering.ts';
export {modulesOfVersion, type QrLevel, versionInBytes} from './version.ts';
