// Reads a QR back off a terminal, as a customer's phone would: bytes → screen → picture → text.
import {spawnSync} from 'node:child_process';
import decodeWithQr from 'qr/decode.js';
import {type PaintOptions, type Picture, paintScreen} from './screen-picture.ts';
import {renderToGrid, type Screen, type ScreenSize} from './terminal.ts';

/** The text of the QR that these bytes leave on a screen of this size; null where none can be read. */
export async function decodeQrFromTerminal(
	bytes: string | Uint8Array,
	{columns, rows, ...paint}: ScreenSize & PaintOptions,
): Promise<string | null> {
	return decodeQrFromScreen(await renderToGrid(bytes, {columns, rows}), paint);
}

/** The text of the QR on a screen as it is now; null where none can be read. */
export const decodeQrFromScreen = (screen: Screen, paint: PaintOptions = {}): string | null =>
	decodePicture(paintScreen(screen, paint));

/**
 * The text of the QR in a picture; null where none can be read. The decoder in this process reads it everywhere;
 * zbarimg, where it is installed, is the independent judge and has the last word. Two different texts are a fault.
 */
export function decodePicture(picture: Picture): string | null {
	const here = decodeHere(picture);
	const zbar = decodeWithZbar(picture);
	if (zbar.type === 'absent') return here;
	if (here !== null && zbar.text !== null && here !== zbar.text) {
		throw new Error(`Two decoders read two texts: ${JSON.stringify([here, zbar.text])}`);
	}
	return zbar.text;
}

/** By the decoder of the package `qr`. */
export function decodeHere({width, height, grey}: Picture): string | null {
	const data = new Uint8Array(width * height * 3);
	for (let at = 0; at < data.length; at++) data[at] = grey[Math.floor(at / 3)] ?? 0;
	try {
		return decodeWithQr({width, height, data}, {format: 'RGB', timeLimit: 5_000});
	} catch {
		// It throws where it finds nothing, which is an answer here.
		return null;
	}
}

export type ZbarAnswer = {readonly type: 'absent'} | {readonly type: 'looked'; readonly text: string | null};

/** By zbarimg; `absent` where it is not installed. */
export function decodeWithZbar({width, height, grey}: Picture): ZbarAnswer {
	const input = Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);
	// Without -Sdisable it finds barcodes in Cyrillic text.
	const run = spawnSync('zbarimg', ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', 'PGM:-'], {input});
	if (run.error !== undefined) return {type: 'absent'};
	if (run.status === 4) return {type: 'looked', text: null};
	if (run.status !== 0) throw new Error(`zbarimg failed: ${run.stderr.toString()}`);
	return {type: 'looked', text: run.stdout.toString('utf8').replace(/\n$/, '')};
}

/** Whether the independent judge is here. */
export const hasZbar = (): boolean => spawnSync('zbarimg', ['--version']).error === undefined;
