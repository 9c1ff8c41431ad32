// FF46h: one line of a receipt with quantity, price, sum and VAT (register-protocol §7.2).
import type {SaleOrRefund, VatRate} from '../../core/index.ts';
import {fitBytes, littleEndian} from '../wire/bytes.ts';
import {type Command, command, nothing} from './command.ts';

/** FF46h's own numbers, which are those of FF0Ah too (not 8Dh's). */
export const operationKind = {sale: 1, refund: 2} as const satisfies Record<SaleOrRefund, number>;

/** Bit mask of the rate. 01 is 20 %, and 22 % on firmware of 2026. */
export const vatBits: Record<VatRate, number> = {
	none: 0x08,
	'0': 0x04,
	'5': 0x81,
	'7': 0x82,
	'10': 0x02,
	'20': 0x01,
	'22': 0x01,
};

const notGiven = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff);
const optionalSum = (kopecks: number | null): Uint8Array =>
	kopecks === null ? notGiven : littleEndian(kopecks, 5);

export type Operation = {
	readonly kind: SaleOrRefund;
	/** 10⁻⁶ */
	readonly quantityMillionths: number;
	readonly priceKopecks: number;
	/** Null: the register multiplies by itself. It may differ from price × quantity by a kopeck at most. */
	readonly sumKopecks: number | null;
	readonly taxKopecks: number | null;
	readonly vat: VatRate;
	/** CP1251, at most 128 bytes. A name that begins with `//` would not be printed. */
	readonly name: Uint8Array;
	/** Pads the name with zeros; some clients do, none has to. */
	readonly padNameTo?: number;
};

const department = 1;
/** Tag 1214: full payment. Tag 1212: goods. */
const fullPayment = 4;
const goods = 1;

export const operation = (password: number, line: Operation): Command<null> =>
	command({
		code: 0xff46,
		kind: 'fiscal',
		password,
		fields: [
			operationKind[line.kind],
			littleEndian(line.quantityMillionths, 6),
			littleEndian(line.priceKopecks, 5),
			optionalSum(line.sumKopecks),
			optionalSum(line.taxKopecks),
			vatBits[line.vat],
			department,
			fullPayment,
			goods,
			fitBytes(line.name, Math.max(line.name.length, line.padNameTo ?? 0)),
		],
		decode: nothing,
	});
