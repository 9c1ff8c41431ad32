// The arguments of `qrkassa pay`, checked before anything is opened or sent (contracts: cli, «pay»).
import {
	type AmountFault,
	isOrderId,
	isPaymentSystem,
	type PaymentSystem,
	parseRubles,
	type Receipt,
	receiptSumKopecks,
} from '../core/index.ts';
import {parseReceipt, type ReceiptFault} from './receipt-file.ts';

export type PayArguments = {
	readonly method:
		| {readonly type: 'system'; readonly system: PaymentSystem}
		| {readonly type: 'code'; readonly code: string};
	readonly amountKopecks: number;
	readonly orderId: string | null;
	/** null: one line on the whole amount. */
	readonly receipt: Receipt | null;
	readonly printSlip: boolean;
	readonly description: string | null;
	readonly timeoutS: number | null;
	readonly isJson: boolean;
};

export type PayFault =
	| {readonly code: 'METHOD_MISSING' | 'AMOUNT_MISSING'}
	| {readonly code: 'METHOD' | 'ORDER' | 'TIMEOUT' | 'DESCRIPTION'; readonly value: string}
	| {readonly code: 'AMOUNT'; readonly value: string; readonly fault: AmountFault}
	| {readonly code: 'RECEIPT'; readonly file: string; readonly fault: ReceiptFault}
	| {
			readonly code: 'RECEIPT_SUM';
			readonly file: string;
			readonly sumKopecks: number;
			readonly amountKopecks: number;
	  };

export type PayArgumentsEnd =
	| {readonly ok: true; readonly value: PayArguments}
	| {readonly ok: false; readonly fault: PayFault};

type Options = Readonly<Record<string, string | boolean | undefined>>;

const text = (options: Options, name: string): string | null => {
	const value = options[name];
	return typeof value === 'string' ? value : null;
};

/** Reads and checks the options of `pay`. `readFile` gives a receipt file's text or null where it cannot be read. */
export function payArguments(options: Options, readFile: (path: string) => string | null): PayArgumentsEnd {
	const fail = (fault: PayFault): PayArgumentsEnd => ({ok: false, fault});
	const methodWord = text(options, 'method');
	if (methodWord === null) return fail({code: 'METHOD_MISSING'});
	const isCode = /^\d{1,9}$/.test(methodWord);
	if (!isCode && !isPaymentSystem(methodWord)) return fail({code: 'METHOD', value: methodWord});
	const method: PayArguments['method'] = isPaymentSystem(methodWord)
		? {type: 'system', system: methodWord}
		: {type: 'code', code: methodWord};

	const amountText = text(options, 'amount');
	if (amountText === null) return fail({code: 'AMOUNT_MISSING'});
	const amount = parseRubles(amountText);
	if (!amount.ok) return fail({code: 'AMOUNT', value: amountText, fault: amount.fault});

	const orderId = text(options, 'order');
	if (orderId !== null && !isOrderId(orderId)) return fail({code: 'ORDER', value: orderId});

	const timeoutText = text(options, 'timeout');
	const timeoutS = timeoutText === null ? null : wholeNumber(timeoutText, 10, 3600);
	if (timeoutText !== null && timeoutS === null) return fail({code: 'TIMEOUT', value: timeoutText});

	const description = text(options, 'description');
	if (description !== null && ([...description].length > 128 || /\p{Cc}/u.test(description))) {
		return fail({code: 'DESCRIPTION', value: description});
	}

	const file = text(options, 'receipt');
	const parsed = file === null ? null : parseReceipt(readFile(file));
	if (file !== null && parsed && !parsed.ok) return fail({code: 'RECEIPT', file, fault: parsed.fault});
	const receipt = parsed?.ok ? parsed.receipt : null;
	if (file !== null && receipt) {
		const sumKopecks = receiptSumKopecks(receipt);
		if (sumKopecks !== amount.amountKopecks) {
			return fail({code: 'RECEIPT_SUM', file, sumKopecks, amountKopecks: amount.amountKopecks});
		}
	}
	return {
		ok: true,
		value: {
			method,
			amountKopecks: amount.amountKopecks,
			orderId,
			receipt,
			printSlip: options['no-print'] !== true,
			description,
			timeoutS,
			isJson: options['json'] === true,
		},
	};
}

/** A decimal whole number within bounds, or null. */
export function wholeNumber(digits: string, least: number, most: number): number | null {
	const value = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
	return value >= least && value <= most ? value : null;
}
