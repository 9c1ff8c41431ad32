// From an ended payment to the sentences about it. One place for console, `pay` and `resolve`.

import type {RegisterFault} from '../fault.ts';
import {formatRubles} from '../money.ts';
import {cleanText} from '../outside-text.ts';
import type {RefusalCode} from '../payment/commands.ts';
import type {EndedState, ReceiptView} from '../payment/state.ts';
import {isReceiptOpen, isUnclosed, openMatter} from '../payment/view.ts';
import {paymentEn} from './en/payment.ts';
import type {Language} from './language.ts';
import type {EndKind, EndText, PaymentWording} from './payment.ts';
import {paymentRu} from './ru/payment.ts';

/** All that is said about payments, in one language. */
export const paymentWording = (language: Language): PaymentWording =>
	language === 'ru' ? paymentRu : paymentEn;

/** An amount as people read it, with its currency. */
export const describeSum = (amountKopecks: number, language: Language): string =>
	paymentWording(language).money(formatRubles(amountKopecks));

/** Which end this is. */
export function endKindOf(state: EndedState): EndKind {
	const {refund, resolved, receipt} = state;
	if (resolved?.by === 'person') return 'settled';
	if (refund?.state === 'requested' || refund?.state === 'pending') return 'refund-running';
	if (refund?.state === 'done') {
		if (isUnclosed(state.refundReceipt)) {
			return state.refundReceipt.state === 'failed' ? 'refund-receipt-failed' : 'refund-receipt-unknown';
		}
		// Where only a part went back, the rest may still wait for somebody.
		if (openMatter(state) === null) return 'refund-done';
	}
	if (state.isLate) return 'late';
	switch (state.outcome) {
		case 'paid':
			if (receipt.state === 'failed' || receipt.state === 'none') return 'receipt-failed';
			if (receipt.state === 'unknown') return 'receipt-unknown';
			return receipt.state === 'off' ? 'paid-no-register' : 'paid';
		case 'cancelled':
			if (isRefunded(state)) return 'refunded';
			return state.reason === 'errors' ? 'cancelled-errors' : 'cancelled';
		default:
			return state.outcome;
	}
}

const isRefunded = ({reason, resolved}: EndedState): boolean =>
	reason === 'refunded' || resolved?.note === 'refunded';

/** The end in words: what happened, what is safe, what to do next. Text from outside is cleaned and cut. */
export function describeEnd(state: EndedState, language: Language): EndText {
	const words = paymentWording(language);
	const kind = endKindOf(state);
	const receipt = isAboutRefund(kind) ? refundReceiptOf(state) : state.receipt;
	const fault =
		receipt.state === 'failed' || receipt.state === 'unknown'
			? describeRegisterFault(receipt.fault, language)
			: {text: '', advice: ''};
	const text = words.ends[kind]({
		orderId: state.facts.orderId,
		sum: describeSum(
			(isAboutRefund(kind) ? state.refund?.amountKopecks : null) ?? state.facts.amountKopecks,
			language,
		),
		reason: describeReason(state.resolved?.note ?? state.reason, language),
		isPaid: state.outcome === 'paid',
		receipt: receipt.state === 'closed' ? words.receiptNumbers(receipt.number, receipt.fiscalDocument) : '',
		hasRegister: state.facts.slot !== null,
		isReceiptOpen: isReceiptOpen(state),
		faultText: fault.text,
		faultAdvice: fault.advice,
	});
	if (state.refund?.state !== 'declined' || kind === 'settled') return text;
	const declined = words.refundDeclined(describeReason(state.refund.reason, language));
	return {...text, happened: `${text.happened} ${declined}`};
}

const isAboutRefund = (kind: EndKind): boolean => kind.startsWith('refund-');

/** The receipt of the refund where there is one: money that went back before a receipt has none. */
const refundReceiptOf = ({receipt, refundReceipt}: EndedState): ReceiptView =>
	refundReceipt.state === 'none' ? receipt : refundReceipt;

/** A reason in words: our own by its fixed word, a gateway's cleaned; null where there is none. */
export function describeReason(reason: string | null, language: Language): string | null {
	if (reason === null) return null;
	const words = paymentWording(language);
	if (Object.hasOwn(words.reasons, reason)) return words.reasons[reason] ?? null;
	const [, code = '', detail = ''] = /^(OTHER_[A-Z]+): (.*)$/s.exec(reason) ?? [];
	if (isContradiction(words, code)) {
		const isSum = code === 'OTHER_AMOUNT' && /^\d{1,15}$/.test(detail);
		return words.contradictions[code](isSum ? describeSum(Number(detail), language) : cleanText(detail, 60));
	}
	const clean = cleanText(reason, 120).replace(/[\s.!]+$/, '');
	return clean === '' ? null : clean;
}

const isContradiction = (
	words: PaymentWording,
	code: string,
): code is keyof PaymentWording['contradictions'] => Object.hasOwn(words.contradictions, code);

/** A fault of the register in words, also where the fault itself brings none. */
export function describeRegisterFault(
	fault: RegisterFault,
	language: Language,
): {readonly text: string; readonly advice: string} {
	const words = paymentWording(language);
	const own = Object.hasOwn(words.registerFaults, fault.code) ? words.registerFaults[fault.code] : undefined;
	return {
		text: cleanText(fault.text, 160) || (own?.text ?? words.registerFault(cleanText(fault.code, 40))),
		advice: cleanText(fault.advice, 160) || (own?.advice ?? ''),
	};
}

/** Why a command does nothing here, for the cashier. */
export const describeRefusal = (code: RefusalCode, language: Language): string =>
	paymentWording(language).refusals[code];
