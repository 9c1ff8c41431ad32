// Requests of the tests, as payloads in hex, password 30.

const le = (value: number, bytes: number): string => {
	const buffer = Buffer.alloc(8);
	buffer.writeBigUInt64LE(BigInt(value));
	return buffer.subarray(0, bytes).toString('hex');
};

const password = '1e000000';

export const shortStatus = `10${password}`;
export const openShift = `e0${password}`;
export const closeShift = `41${password}`;
export const subtotal = `89${password}`;
export const cancel = `88${password}`;
export const continuePrint = `b0${password}`;
export const beep = `13${password}`;
export const storageStatus = `ff01${password}`;
export const shiftParameters = `ff40${password}`;

/** 0 sale, 1 buy, 2 sale refund, 3 buy refund. */
export const openReceipt = (kind = 0): string => `8d${password}${le(kind, 1)}`;

export const findDocument = (fd: number): string => `ff0a${password}${le(fd, 4)}`;

type Position = {
	readonly kind?: number;
	readonly millionths?: number;
	readonly price?: number;
	readonly sum?: number;
	readonly rate?: number;
	readonly department?: number;
	readonly name?: string;
};

/** FF46h; one thing at 100.00 without VAT unless told otherwise. */
export const operation = ({
	kind = 1,
	millionths = 1_000_000,
	price = 10_000,
	sum = 0xff_ff_ff_ff_ff,
	rate = 8,
	department = 1,
	name = 'a1',
}: Position = {}): string =>
	`ff46${password}${le(kind, 1)}${le(millionths, 6)}${le(price, 5)}${le(sum, 5)}ffffffffff${le(rate, 1)}${le(department, 1)}0401${name}`;

/** FF45h with sums by slot. */
export const close = (slots: Readonly<Record<number, number>>, {rounding = 0, system = 1} = {}): string =>
	`ff45${password}${sums(slots, 16)}${le(rounding, 1)}${'00'.repeat(30)}${le(system, 1)}`;

export const close16 = (slots: Readonly<Record<number, number>>): string =>
	`8e${password}${sums(slots, 16)}${'00'.repeat(46)}`;

export const close4 = (slots: Readonly<Record<number, number>>): string =>
	`85${password}${sums(slots, 4)}${'00'.repeat(46)}`;

const sums = (slots: Readonly<Record<number, number>>, count: number): string =>
	Array.from({length: count}, (_, index) => le(slots[index + 1] ?? 0, 5)).join('');

export const line = (text: string, flags = 2): string =>
	`17${password}${le(flags, 1)}${Buffer.from(text, 'latin1').toString('hex').padEnd(80, '0')}`;

export const feed = (lines: number): string => `29${password}02${le(lines, 1)}`;
export const cut = `25${password}01`;

/** DDh for all blocks of these data, then DEh. */
export const qr = (text: string, {dot = 5, level = 1} = {}): readonly string[] => {
	const hex = Buffer.from(text).toString('hex');
	const blocks = hex.match(/.{1,128}/g) ?? [];
	return [
		...blocks.map((block, index) => `dd${password}00${le(index, 1)}${block.padEnd(128, '0')}`),
		`de${password}03${le(hex.length / 2, 2)}000000${le(dot, 1)}00${le(level, 1)}01`,
	];
};
