// Reads back the PNG files of the roll: one bit a dot, no filter, as they are written.
import {inflateSync} from 'node:zlib';

export type Picture = {readonly width: number; readonly height: number; readonly data: Uint8Array};

/** The picture as RGBA. */
export function readPng(file: Buffer): Picture {
	const width = file.readUInt32BE(16);
	const height = file.readUInt32BE(20);
	const at = file.indexOf('IDAT');
	const packed = inflateSync(file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4)));
	const stride = 1 + Math.ceil(width / 8);
	const data = new Uint8Array(width * height * 4).fill(255);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const isWhite = ((packed[y * stride + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
			if (!isWhite) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
		}
	}
	return {width, height, data};
}
