// The receipt file of `pay --receipt`: JSON from the shop's own software, checked field by field.
import {cleanText, quantityThousandths, type Receipt, type ReceiptLine, vatRates} from '../core/index.ts';

export type ReceiptFault =
	| {readonly code: 'UNREADABLE' | 'NOT_JSON' | 'TOO_LONG'}
	/** `path` names the field, `rule` what is allowed. */
	| {readonly code: 'FIELD'; readonly path: string; readonly rule: ReceiptRule};

export type ReceiptRule =
	| 'object'
	| 'lines'
	| 'line'
	| 'name'
	| 'price'
	| 'quantity'
	| 'vat'
	| 'email'
	| 'phone'
	| 'unknown';

export type ParsedReceipt =
	| {readonly ok: true; readonly receipt: Receipt}
	| {readonly ok: false; readonly fault: ReceiptFault};

/** What a file may hold at most; a receipt of a thousand lines is a tenth of it. */
const maxLength = 1 << 20;
const maxLines = 1000;

/** Reads a receipt; `text` is null for a file that could not be read. */
export function parseReceipt(text: string | null): ParsedReceipt {
	if (text === null) return {ok: false, fault: {code: 'UNREADABLE'}};
	if (text.length > maxLength) return {ok: false, fault: {code: 'TOO_LONG'}};
	let json: unknown;
	try {
		json = JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		return {ok: false, fault: {code: 'NOT_JSON'}};
	}
	const field = (path: string, rule: ReceiptRule): ParsedReceipt => ({
		ok: false,
		fault: {code: 'FIELD', path, rule},
	});
	if (!isObject(json)) return field('', 'object');
	const unknown = Object.keys(json).find((key) => !['lines', 'email', 'phone'].includes(key));
	if (unknown !== undefined) return field(cleanText(unknown, 40), 'unknown');
	const {lines, email = null, phone = null} = json;
	if (!Array.isArray(lines) || lines.length === 0 || lines.length > maxLines) return field('lines', 'lines');
	const read: ReceiptLine[] = [];
	for (const [index, line] of lines.entries()) {
		const end = parseReceiptLine(line);
		if (typeof end !== 'object') return field(`lines[${index}].${end}`.replace(/\.line$/, ''), end);
		read.push(end);
	}
	if (email !== null && !isEmail(email)) return field('email', 'email');
	if (phone !== null && !isPhone(phone)) return field('phone', 'phone');
	return {ok: true, receipt: {lines: read, email, phone}};
}

function parseReceiptLine(line: unknown): ReceiptLine | ReceiptRule {
	if (!isObject(line)) return 'line';
	const {name, priceKopecks, quantity = '1.000', vat = 'none'} = line;
	if (typeof name !== 'string' || name.trim() === '' || name.length > 128 || /\p{Cc}/u.test(name))
		return 'name';
	if (typeof priceKopecks !== 'number' || !Number.isInteger(priceKopecks)) return 'price';
	if (priceKopecks < 1 || priceKopecks > 9_999_999_999) return 'price';
	if (typeof quantity !== 'string' || quantityThousandths(quantity) === null) return 'quantity';
	const rate = vatRates.find((one) => one === vat);
	return rate ? {name, priceKopecks, quantity, vat: rate} : 'vat';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmail = (value: unknown): value is string =>
	typeof value === 'string' && value.length <= 64 && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(value);

const isPhone = (value: unknown): value is string =>
	typeof value === 'string' && /^\+?\d{10,15}$/.test(value);
