// Where the journal differs from the gateway and from the register. What a person has settled is no difference any more.
import type {Difference, OrderAnswer} from '../core/index.ts';
import {type DaySpan, isWithin} from './day.ts';
import {type History, moneyOf} from './history.ts';
import type {ClosedDocument, RegisterDay} from './report.ts';

/** Every order of the day that the two sides tell differently. */
export function gatewayDifferences(
	payments: readonly History[],
	there: ReadonlyMap<string, OrderAnswer>,
	span: DaySpan,
): readonly Difference[] {
	const known = new Set(payments.map(({orderId}) => orderId));
	const ours = payments
		.filter((payment) => isOfDay(payment, there.get(payment.orderId), span))
		.flatMap((payment) => differenceOf(payment, there.get(payment.orderId)) ?? []);
	const unknownHere = [...there.values()]
		.filter((answer) => !known.has(answer.orderId) && answer.status === 'paid' && isPaidWithin(answer, span))
		.map(
			({orderId, amountKopecks}): Difference => ({
				type: 'paid-there',
				orderId,
				amountKopecks,
				here: 'absent',
			}),
		);
	return [...ours, ...unknownHere];
}

const isOfDay = (
	{startedAtMs, moneyAtMs, refundedAtMs}: History,
	answer: OrderAnswer | undefined,
	span: DaySpan,
): boolean =>
	isWithin(span, startedAtMs) ||
	isWithin(span, moneyAtMs) ||
	isWithin(span, refundedAtMs) ||
	(answer?.status === 'paid' && isPaidWithin(answer, span));

/** Money without a time, or with one that cannot be read, is nobody's if it is not this day's. */
function isPaidWithin({paidAt}: OrderAnswer, span: DaySpan): boolean {
	const paidAtMs = Date.parse(paidAt ?? '');
	return Number.isNaN(paidAtMs) || isWithin(span, paidAtMs);
}

function differenceOf(payment: History, answer: OrderAnswer | undefined): Difference | null {
	const {orderId, state} = payment;
	if (state.phase === 'ended' && state.resolved?.by === 'person') return null;
	const money = moneyOf(payment);
	if (!money) {
		if (answer?.status !== 'paid') return null;
		const here = state.phase === 'ended' ? state.outcome : 'running';
		return {type: 'paid-there', orderId, amountKopecks: answer.amountKopecks, here};
	}
	const {amountKopecks} = money;
	switch (answer?.status) {
		case 'paid':
			return answer.amountKopecks === amountKopecks && answer.currency === 'RUB'
				? null
				: {
						type: 'other-amount',
						orderId,
						hereKopecks: amountKopecks,
						thereKopecks: answer.amountKopecks,
						thereCurrency: answer.currency,
					};
		case 'refunded': {
			// A refund that is still on its way is an open matter already.
			const isAskedFor =
				state.phase === 'ended' && state.refund !== null && state.refund.state !== 'declined';
			return isAskedFor ? null : {type: 'returned-there', orderId, amountKopecks};
		}
		default:
			return {type: 'not-paid-there', orderId, amountKopecks, there: answer?.status ?? 'absent'};
	}
}

/** The receipts closed for money of the day: what the register should hold. */
export const documentsOf = (payments: readonly History[], span: DaySpan): readonly ClosedDocument[] =>
	payments.flatMap((payment) => {
		const {orderId, state, moneyAtMs} = payment;
		if (!isWithin(span, moneyAtMs) || state.phase !== 'ended' || state.receipt.state !== 'closed') return [];
		const {fiscalDocument} = state.receipt;
		const amountKopecks = moneyOf(payment)?.amountKopecks ?? state.facts.amountKopecks;
		return fiscalDocument === null ? [] : [{orderId, fiscalDocument, amountKopecks}];
	});

/** Each of our receipts that the register does not hold, or holds with another sum. */
export function registerDifferences(
	documents: readonly ClosedDocument[],
	{closed, notAsked = []}: RegisterDay,
): readonly Difference[] {
	const there = new Map(closed.map((document) => [document.fiscalDocument, document.amountKopecks]));
	return documents.flatMap(({orderId, fiscalDocument, amountKopecks}): readonly Difference[] => {
		if (notAsked.includes(orderId)) return [];
		const thereKopecks = there.get(fiscalDocument);
		if (thereKopecks === undefined) return [{type: 'no-document', orderId, fiscalDocument, amountKopecks}];
		if (thereKopecks === null || thereKopecks === amountKopecks) return [];
		return [
			{type: 'other-document-amount', orderId, fiscalDocument, hereKopecks: amountKopecks, thereKopecks},
		];
	});
}
