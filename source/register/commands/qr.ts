// DDh and DEh: the register's own encoder of two-dimensional codes (register-protocol §13.1).
import {fitBytes, littleEndian} from '../wire/bytes.ts';
import {type Command, command, nothing} from './command.ts';

export const qrBlockBytes = 64;
/** 128 blocks of 64 bytes, but a QR holds less. */
export const qrMaxBytes = 7089;

export const qrLevels = ['L', 'M', 'Q', 'H'] as const;
export type QrLevel = (typeof qrLevels)[number];

/** Block 0…127 of the data; the last one is padded with zeros. */
export const loadQrBlock = (password: number, block: number, bytes: Uint8Array): Command<null> =>
	command({
		code: 0xdd,
		kind: 'write',
		password,
		fields: [0, block, fitBytes(bytes, qrBlockBytes)],
		decode: nothing,
	});

const typeQr = 3;
const firstBlock = 0;
const autoVersion = 0;
const autoMask = 0;
const centre = 1;

export type QrPrint = {
	/** Bytes of the data, without padding (the OPOS driver counts one zero more; JP and we do not). */
	readonly lengthBytes: number;
	/** Size of a module in dots, 3…8. */
	readonly dot: number;
	readonly level: QrLevel;
};

/** Answered when the code is in the printer, not when the paper is out. */
export const printQr = (password: number, {lengthBytes, dot, level}: QrPrint): Command<null> =>
	command({
		code: 0xde,
		kind: 'print',
		password,
		fields: [
			typeQr,
			littleEndian(lengthBytes, 2),
			firstBlock,
			autoVersion,
			autoMask,
			dot,
			0,
			qrLevels.indexOf(level),
			centre,
		],
		decode: nothing,
	});
