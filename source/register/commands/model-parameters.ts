// F7h 01: what the model can do. Vendor only (○): each field may be missing, and every use has a way without it.
import {toHex} from '../wire/bytes.ts';
import {type Command, command} from './command.ts';

/** Bits of the eight flag bytes that we act on (register-protocol §4, «F7 flag bits of use»). */
export const modelFlags = {
	receiptOpticalSensor: 3,
	coverSensor: 4,
	cutter: 13,
	mirroredGraphics: 26,
	linkV2: 28,
	blockGraphics: 35,
	graphicsFlags: 37,
	graphics512: 42,
	storage: 43,
} as const;

export type ModelFlag = keyof typeof modelFlags;

export type ModelParameters = {
	/** The set bits by their names. */
	readonly flags: ReadonlySet<ModelFlag>;
	/** All flag bytes as they came, hex, lowest first: for support. */
	readonly flagBytes: string;
	readonly font1Chars: number;
	readonly font2Chars: number;
	readonly firstGraphicsLine: number;
	readonly maxCommandBytes: number;
	readonly lineBytes: number;
	readonly graphics512Bytes: number;
	readonly graphics512Lines: number;
};

const isSet = (bytes: Uint8Array, bit: number): boolean => (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;

/** §4 «F7 01 model»; layout from V and JP. */
export const modelParameters = (): Command<ModelParameters> =>
	command({
		code: 0xf7,
		kind: 'read',
		password: null,
		fields: [1],
		leastBytes: 8,
		decode: (data) => {
			const bytes = data.bytes(8);
			const names = Object.entries(modelFlags).filter(([, bit]) => isSet(bytes, bit));
			const [font1Chars, font2Chars, firstGraphicsLine] = [data.number(1), data.number(1), data.number(1)];
			// Digits of INN and РНМ, default passwords of the tax office and of the administrator, two table numbers.
			data.skip(4 + 4 + 4 + 2);
			return {
				flags: new Set(names.map(([name]) => name as ModelFlag)),
				flagBytes: toHex(bytes),
				font1Chars,
				font2Chars,
				firstGraphicsLine,
				maxCommandBytes: data.number(2),
				lineBytes: data.number(1),
				graphics512Bytes: data.number(1),
				graphics512Lines: data.number(2),
			};
		},
	});
