// Writes a one-bit PNG: black on white, nothing else.
import {crc32, deflateSync} from 'node:zlib';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** `rows` hold packed dots, a set bit is black; the file has them inverted, since PNG's 0 is black. */
export function encodePng(widthDots: number, rows: readonly Uint8Array[]): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(widthDots, 0);
	header.writeUInt32BE(rows.length, 4);
	header.writeUInt8(1, 8);
	const noFilter = Uint8Array.of(0);
	const scanlines = Buffer.concat(rows.flatMap((row) => [noFilter, row.map((byte) => ~byte)]));
	return Buffer.concat([
		signature,
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(scanlines)),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, check]);
}
