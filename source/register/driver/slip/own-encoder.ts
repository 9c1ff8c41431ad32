// DDh and DEh: the register makes the code by itself from at most a few hundred bytes (register-protocol §13.1).
import {loadQrBlock, printQr, qrBlockBytes, qrMaxBytes} from '../../commands/qr.ts';
import {sizeInBytes} from './size.ts';
import {loadAndPrint, type QrWay} from './way.ts';

export const byOwnEncoder: QrWay = async (bench, able, text) => {
	const bytes = new TextEncoder().encode(text);
	const size = sizeInBytes(bytes.length, able.paperDots);
	if (bench.lacks.has('DE') || size === null || bytes.length > qrMaxBytes) return {type: 'next'};
	const {password} = bench.device;
	const blocks = Array.from({length: Math.ceil(bytes.length / qrBlockBytes)}, (_, block) =>
		loadQrBlock(password, block, bytes.subarray(block * qrBlockBytes, (block + 1) * qrBlockBytes)),
	);
	return loadAndPrint(bench, 'DE', blocks, printQr(password, {...size, lengthBytes: bytes.length}));
};
