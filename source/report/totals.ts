// The day's money by payment system. Each event of money counts on the day on which the journal has it.
import {type PaymentSystem, paymentSystems} from '../core/index.ts';
import {type DaySpan, isWithin} from './day.ts';
import {type History, moneyOf} from './history.ts';
import type {DayReport, SystemTotals, Tally, UnpaidOutcome} from './report.ts';

/** The sums of every system that had money on the day. */
export function totalsOf(payments: readonly History[], span: DaySpan): readonly SystemTotals[] {
	return paymentSystems
		.map((system) => totalsOfSystem(system, payments, span))
		.filter(({closed, notClosed, late, refunded}) =>
			[closed, notClosed, late, refunded].some(({count}) => count > 0),
		);
}

function totalsOfSystem(system: PaymentSystem, payments: readonly History[], span: DaySpan): SystemTotals {
	const own = payments.filter(({state}) => state.facts.method === system);
	const paid = own.filter((payment) => isWithin(span, payment.moneyAtMs) && moneyOf(payment) !== null);
	const sumOf = (kind: MoneyKind): Tally =>
		tally(
			paid
				.filter((payment) => kindOf(payment) === kind)
				.map((payment) => moneyOf(payment)?.amountKopecks ?? 0),
		);
	const refunds = own.filter(({refundedAtMs}) => isWithin(span, refundedAtMs)).map(refundedKopecks);
	return {
		system,
		closed: sumOf('closed'),
		notClosed: sumOf('notClosed'),
		late: sumOf('late'),
		refunded: tally(refunds.filter((amountKopecks) => amountKopecks !== null)),
	};
}

type MoneyKind = 'closed' | 'notClosed' | 'late';

function kindOf({state}: History): MoneyKind {
	if (state.phase !== 'ended') return 'notClosed';
	if (state.isLate) return 'late';
	return state.receipt.state === 'closed' || state.receipt.state === 'off' ? 'closed' : 'notClosed';
}

const refundedKopecks = ({state}: History): number | null =>
	state.phase === 'ended' && state.refund?.state === 'done' ? state.refund.amountKopecks : null;

const tally = (amountsKopecks: readonly number[]): Tally => ({
	count: amountsKopecks.length,
	sumKopecks: amountsKopecks.reduce((sum, amountKopecks) => sum + amountKopecks, 0),
});

/** How many payments begun on the day ended without money, by their end. */
export function unpaidOf(payments: readonly History[], span: DaySpan): DayReport['unpaid'] {
	const countOf = (outcome: UnpaidOutcome): number =>
		payments.filter(
			(payment) =>
				payment.state.phase === 'ended' &&
				payment.state.outcome === outcome &&
				moneyOf(payment) === null &&
				isWithin(span, payment.startedAtMs),
		).length;
	return {
		declined: countOf('declined'),
		expired: countOf('expired'),
		cancelled: countOf('cancelled'),
		rejected: countOf('rejected'),
	};
}
