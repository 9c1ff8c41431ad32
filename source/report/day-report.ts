// The report of one day: pure, from the journal's rows and what gateway and register say.
import {spanOf} from './day.ts';
import {documentsOf, gatewayDifferences, registerDifferences} from './differences.ts';
import {historiesOf} from './history.ts';
import {decisionsOf, openOf} from './open.ts';
import type {DayReport, ReportInput, SystemTotals} from './report.ts';
import {totalsOf, unpaidOf} from './totals.ts';

/** Everything that is to be known about the day. Never clean while something is open, differs, or was not compared. */
export function dayReport(input: ReportInput): DayReport {
	const {day, utcOffsetMinutes, till, gatewayOrders, register} = input;
	const span = spanOf(day, utcOffsetMinutes);
	const {payments, incomplete} = historiesOf(input.rows);
	const there = new Map((gatewayOrders ?? []).map((answer) => [answer.orderId, answer]));
	const systems = totalsOf(payments, span);
	const documents = documentsOf(payments, span);
	const open = openOf(payments, span);
	const differences = [
		...(gatewayOrders === null ? [] : gatewayDifferences(payments, there, span)),
		...(register === null ? [] : registerDifferences(documents, register)),
	];
	return {
		day,
		utcOffsetMinutes,
		till,
		systems,
		receivedKopecks: sumOf(systems, ({closed, notClosed, late}) => [closed, notClosed, late]),
		refundedKopecks: sumOf(systems, ({refunded}) => [refunded]),
		unpaid: unpaidOf(payments, span),
		open,
		decisions: decisionsOf(payments, span, there),
		differences,
		documents,
		incomplete,
		compared: {
			gateway: gatewayOrders !== null,
			register: register !== null && (register.notAsked ?? []).length === 0,
		},
		isClean:
			open.length === 0 && differences.length === 0 && incomplete.length === 0 && gatewayOrders !== null,
	};
}

const sumOf = (
	systems: readonly SystemTotals[],
	pick: (totals: SystemTotals) => readonly {readonly sumKopecks: number}[],
): number => systems.flatMap(pick).reduce((sum, {sumKopecks}) => sum + sumKopecks, 0);
