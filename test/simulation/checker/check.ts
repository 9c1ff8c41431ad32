// All rules together: what of a history breaks them.
import type {History} from '../history.ts';
import {type Broken, type Rule, rowsOf} from './facts.ts';
import {
	backgroundIsPatient,
	endsAreTrue,
	errorsAreCounted,
	oneRequestAtATime,
	pollsInRhythm,
	timeIsKept,
} from './gateway.ts';
import {
	closedIsClosed,
	contradictionIsQuarantined,
	paidIsNotForgotten,
	receiptOnlyForPaid,
	refundHasReceipt,
} from './money.ts';
import {
	diskBeforeScreen,
	intentBeforeEffect,
	oneLiveOrder,
	oneOrderForEachEnter,
	refusedIsRefused,
} from './orders.ts';

/** Everything comes to its end: nothing is alive, and only what a person has to decide is open. */
const everythingEnds: Rule = (history) => {
	const found = history.liveAtEnd === null ? [] : [`${history.liveAtEnd} for ever`];
	for (const {orderId, matter} of history.open) {
		// A gateway that goes on contradicting the order leaves it to a person.
		const order = history.orders.get(orderId);
		const isContradicted = order !== undefined && order.saysKopecks !== order.amountKopecks;
		if (matter === 'unresolved' && !isContradicted)
			found.push(`${orderId} is never resolved, though the gateway answers`);
		if (matter === 'refund' || matter === 'late')
			found.push(`${orderId}: ${matter} for ever, though the cashier sees to it`);
		const last = rowsOf(history, orderId).findLast(({event}) => event.type.startsWith('receipt.'))?.event
			.type;
		// A receipt whose intent nobody could write may stand open on the register: that too is for a person.
		if (matter === 'receipt' && last !== 'receipt.unknown' && history.forgotten.size === 0)
			found.push(`${orderId}: a receipt is owed for ever, though the register works`);
	}
	return found;
};

const nothingBreaks: Rule = ({crashes}) => crashes;

export const rules: Readonly<Record<string, Rule>> = {
	receiptOnlyForPaid,
	closedIsClosed,
	refundHasReceipt,
	paidIsNotForgotten,
	contradictionIsQuarantined,
	oneOrderForEachEnter,
	refusedIsRefused,
	oneLiveOrder,
	intentBeforeEffect,
	diskBeforeScreen,
	oneRequestAtATime,
	pollsInRhythm,
	backgroundIsPatient,
	errorsAreCounted,
	timeIsKept,
	endsAreTrue,
	everythingEnds,
	nothingBreaks,
};

/** The rules that a history breaks; empty when it is sound. */
export const check = (history: History): readonly Broken[] =>
	Object.entries(rules).flatMap(([rule, broken]) => broken(history).map((what) => ({rule, what})));
