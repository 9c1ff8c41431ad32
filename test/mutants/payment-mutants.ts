// Rules of a payment, broken one each.
import type {Mutant} from './mutant.ts';

const tests = ['test/core/payment'];
const at = (file: string): string => `source/core/payment/${file}`;

export const paymentMutants: readonly Mutant[] = [
	{
		name: 'an expected answer leaves the count of errors as it was',
		file: at('evolve-live.ts'),
		changes: [
			[
				'const line = {...state.line, inFlight: null, errorsInRow: 0};',
				'const line = {...state.line, inFlight: null};',
			],
		],
		tests,
	},
	{
		name: 'one error too few ends the polling',
		file: at('proceed.ts'),
		changes: [
			[
				"if (line.errorsInRow > facts.policy.statusErrorLimit) return requestCancel(step, 'errors', nowMs);\n\tif (nowMs >= limitMs(state))",
				"if (line.errorsInRow >= facts.policy.statusErrorLimit) return requestCancel(step, 'errors', nowMs);\n\tif (nowMs >= limitMs(state))",
			],
		],
		tests,
	},
	{
		name: 'errors are never too many while the order is made',
		file: at('proceed.ts'),
		changes: [
			[
				"if (line.errorsInRow > facts.policy.statusErrorLimit) return requestCancel(step, 'errors', nowMs);\n\tif (nowMs >= facts.deadlineMs)",
				'if (nowMs >= facts.deadlineMs)',
			],
		],
		tests,
	},
	{
		name: 'a lost answer makes a new body (the time left is worked out anew)',
		file: at('proceed.ts'),
		changes: [
			[
				'\t\torder: facts.order,\n',
				'\t\torder: {...facts.order, ttlS: Math.ceil((facts.deadlineMs - nowMs) / 1000)},\n',
			],
		],
		tests,
	},
	{
		name: 'two questions at a time',
		file: at('proceed.ts'),
		changes: [
			[
				'function proceedWaiting(step: Step, state: WaitingState, nowMs: number): Step {\n\tconst {line, facts} = state;\n\tif (line.inFlight !== null) return step;',
				'function proceedWaiting(step: Step, state: WaitingState, nowMs: number): Step {\n\tconst {line, facts} = state;',
			],
			[
				"case 'waiting':\n\t\t\treturn state.line.inFlight === null ? Math.min(state.line.nextMs, limitMs(state)) : null;",
				"case 'waiting':\n\t\t\treturn Math.min(state.line.nextMs, limitMs(state));",
			],
		],
		tests,
	},
	{
		name: 'the interval runs from the answer, not from the question',
		file: at('evolve-live.ts'),
		changes: [
			[
				"if (state.phase === 'waiting') return {...state, line, lastStatus: event.status};",
				"if (state.phase === 'waiting')\n\t\treturn {...state, line: {...line, nextMs: atMs + pauseMs(state)}, lastStatus: event.status};",
			],
		],
		tests,
	},
	{
		name: 'the first question does not wait for the interval',
		file: at('evolve-live.ts'),
		changes: [
			[
				'const nextMs = isFirst ? atMs + state.facts.policy.pollIntervalS * 1000 : state.line.nextMs;',
				'const nextMs = isFirst ? atMs : state.line.nextMs;',
			],
		],
		tests,
	},
	{
		name: 'a confirmed payment counts as paid',
		file: at('gateway-answers.ts'),
		changes: [
			[
				"\t\tcase 'paid':\n\t\t\treturn paidEvent(answer);",
				"\t\tcase 'paid':\n\t\tcase 'processing':\n\t\t\treturn paidEvent(answer);",
			],
			[
				"\t\tcase 'waiting':\n\t\tcase 'processing':\n\t\t\treturn null;",
				"\t\tcase 'waiting':\n\t\t\treturn null;",
			],
		],
		tests,
	},
	{
		name: 'a confirmed payment gets no more time',
		file: at('proceed.ts'),
		changes: [
			[
				"state.facts.deadlineMs + (state.lastStatus === 'processing' ? processingGraceMs : 0);",
				'state.facts.deadlineMs;',
			],
		],
		tests,
	},
	{
		name: 'a cancel is believed without an answer',
		file: at('proceed.ts'),
		changes: [
			[
				"return emit(step, {type: 'payment.unresolved', reason}, nowMs);",
				"return emit(step, {type: 'payment.cancelled', reason}, nowMs);",
			],
		],
		tests,
	},
	{
		name: 'a cancel is believed although its answer says paid',
		file: at('gateway-answers.ts'),
		changes: [
			[
				"\t\tcase 'cancelled':\n\t\tcase 'expired':\n\t\t\treturn emit(step, unpaidEnd(state), nowMs);",
				"\t\tcase 'paid':\n\t\tcase 'cancelled':\n\t\tcase 'expired':\n\t\t\treturn emit(step, unpaidEnd(state), nowMs);",
			],
		],
		tests,
	},
	{
		name: 'a cancel that was not heard is not asked for again',
		file: at('gateway-line.ts'),
		changes: [
			[
				"(operation === 'status' ? pauseMs(state) : retryIntervalMs)",
				"(operation === 'status' ? pauseMs(state) : 60_000)",
			],
		],
		tests,
	},
	{
		name: 'an end is not named by what led there',
		file: at('gateway-answers.ts'),
		changes: [["\t\tcase 'deadline':\n\t\t\treturn {type: 'payment.expired', reason: 'deadline'};\n", '']],
		tests,
	},
	{
		name: 'a signal waits as long as a cashier',
		file: at('evolve-live.ts'),
		changes: [
			[
				"const untilMs = state.by === 'signal' ? state.untilMs : atMs + processingGraceMs;",
				'const untilMs = atMs + processingGraceMs;',
			],
		],
		tests,
	},
	{
		name: 'quarantine is skipped: another amount is believed',
		file: at('identity.ts'),
		changes: [
			[
				"\tif (answer.amountKopecks !== facts.amountKopecks)\n\t\treturn contradiction('OTHER_AMOUNT', String(answer.amountKopecks));\n",
				'',
			],
		],
		tests,
	},
	{
		name: 'an answer about another order is believed',
		file: at('identity.ts'),
		changes: [
			[
				"orderId === facts.orderId ? null : contradiction('OTHER_ORDER', orderId);",
				"orderId === '' ? contradiction('OTHER_ORDER', facts.orderId) : null;",
			],
		],
		tests,
	},
	{
		name: 'late money is dropped',
		file: at('background.ts'),
		changes: [
			[
				"return status === 'paid' && state.outcome !== 'paid'",
				"return status === 'paid' && state.outcome === 'paid'",
			],
		],
		tests,
	},
	{
		name: 'an unresolved payment is asked about no more',
		file: at('ended.ts'),
		changes: [["\t\toutcome === 'unresolved' || (created", "\t\t(outcome !== 'unresolved' && created"]],
		tests,
	},
	{
		name: 'a gateway that says waiting after the end is pressed without pause',
		file: at('background.ts'),
		changes: [
			[
				"return operation === 'status' ? cancelAgain(step, nowMs) : step;",
				"return operation === 'status' ? cancelAgain(step, nowMs) : cancelAgain(step, nowMs);",
			],
		],
		tests,
	},
	{
		name: 'a receipt is printed again after a lost close',
		file: at('evolve-live.ts'),
		changes: [
			[
				"? {...state, step: {type: 'settling', before: state.step.before}, isRunning: false}",
				"? {...state, step: {type: 'preparing'}, isRunning: false}",
			],
		],
		tests,
	},
	{
		name: 'a receipt is printed again after a crash',
		file: at('proceed.ts'),
		changes: [
			[
				": act(running, {type: 'settleReceipt', receipt: fiscalReceipt(state), before: state.step.before});",
				": act(running, {type: 'printReceipt', receipt: fiscalReceipt(state), before: state.step.before});",
			],
		],
		tests,
	},
	{
		name: 'a receipt that the documents prove not closed is called closed',
		file: at('receipt-answers.ts'),
		changes: [
			[
				"return {type: 'receipt.failed', ...end.fault, code: 'NOT_CLOSED'};",
				"return {type: 'receipt.closed', number: null, fiscalDocument: null, fiscalSign: null};",
			],
		],
		tests,
	},
	{
		name: 'a receipt that may not be closed is forgotten',
		file: at('view.ts'),
		changes: [["state === 'failed' || state === 'unknown';", "state === 'failed';"]],
		tests,
	},
	{
		name: 'a receipt is settled by the document of another payment',
		file: at('after-end.ts'),
		changes: [
			[
				"return receipt.state === 'unknown' && areSameDocuments(receipt.before, seen)",
				"return receipt.state === 'none' && areSameDocuments(seen, seen)",
			],
		],
		tests,
	},
	{
		name: 'money is returned without its intent',
		file: at('after-end.ts'),
		changes: [
			[
				'return act(intent, refundOrder(state, {refundId, amountKopecks}));',
				'return act(stepFrom(intent.state), refundOrder(state, {refundId, amountKopecks}));',
			],
		],
		tests,
	},
];
