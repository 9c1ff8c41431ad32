// FF45h: the receipt is closed and becomes a fiscal document (register-protocol §7.3). Sent once, never by the link again.
import {littleEndian} from '../wire/bytes.ts';
import {encodeText} from '../wire/cp1251.ts';
import {readStorageTime} from '../wire/reader.ts';
import {type Command, command} from './command.ts';

/** Sums by payment slot 1…16, in kopecks; a missing slot is zero. */
export type Payments = Readonly<Record<number, number>>;

export type Close = {
	readonly payments: Payments;
	/** One bit: 01 ОСН, 02 УСН доход, 04 УСН доход−расход, 08 ЕНВД, 10 ЕСХН, 20 ПСН; 0: the register's own. */
	readonly taxSystemBit: number;
	readonly text?: string;
	/** Pads the text with zeros; some clients send 182 bytes always. */
	readonly padTextTo?: number;
};

export type Closed = {
	readonly changeKopecks: number;
	/** ФД */
	readonly fiscalDocument: number;
	/** ФП, ten digits at most */
	readonly fiscalSign: string;
	/** Where the extended answer is switched on in the register. */
	readonly at: string | null;
};

export const paymentSums = (payments: Payments, slots: number): readonly Uint8Array[] =>
	Array.from({length: slots}, (_, index) => littleEndian(payments[index + 1] ?? 0, 5));

/** No rounding; taxes are zeros, since the register computes them itself in tax mode 0. */
const noRounding = 0;
const noTaxes = new Uint8Array(30);

export function closeReceipt(password: number, close: Close): Command<Closed> {
	const text = encodeText(close.text ?? '').subarray(0, 64);
	const padding = new Uint8Array(Math.max(0, (close.padTextTo ?? 0) - text.length));
	return command({
		code: 0xff45,
		kind: 'fiscal',
		password,
		fields: [...paymentSums(close.payments, 16), noRounding, noTaxes, close.taxSystemBit, text, padding],
		leastBytes: 13,
		decode: (data) => ({
			changeKopecks: data.number(5),
			fiscalDocument: data.number(4),
			fiscalSign: String(data.number(4)),
			at: data.left() >= 5 ? readStorageTime(data) : null,
		}),
	});
}
