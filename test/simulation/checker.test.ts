// A checker that never finds anything proves nothing: each rule is shown a history that breaks it.
import {expect, test} from 'vitest';
import {check} from './checker/check.ts';
import type {History, SeenRequest} from './history.ts';
import {play} from './play.ts';
import {calm, type Scenario} from './scenario.ts';

type Change = (history: History) => Partial<History>;

const request = (change: Partial<SeenRequest>): SeenRequest => ({
	atMs: 16_300,
	boot: 1,
	operation: 'getStatus',
	orderId: 'A-1',
	body: '',
	rowsThen: 3,
	endedAtMs: 16_500,
	end: 'answer',
	status: 'paid',
	...change,
});

const unpaid = {...calm, customers: [{does: 'nothing'}]} as const satisfies Scenario;

const withoutRows =
	(...types: readonly string[]): Change =>
	({rows, rowsAtMs}) => ({
		rows: rows.filter(({event}) => !types.includes(event.type)),
		rowsAtMs: rowsAtMs.filter((_, n) => !types.includes(rows[n]?.event.type ?? '')),
	});

const cases: readonly (readonly [string, string, Scenario, Change])[] = [
	[
		'receiptOnlyForPaid',
		'a receipt for an order that nobody paid',
		unpaid,
		() => ({documents: [document({})]}),
	],
	[
		'receiptOnlyForPaid',
		'a second receipt',
		calm,
		({documents}) => ({documents: [...documents, document({number: 342})]}),
	],
	[
		'receiptOnlyForPaid',
		'a receipt on another sum',
		calm,
		({documents}) => ({documents: documents.map((one) => ({...one, sumKopecks: 1}))}),
	],
	[
		'receiptOnlyForPaid',
		'a receipt in another slot',
		calm,
		({documents}) => ({documents: documents.map((one) => ({...one, slot: 3}))}),
	],
	[
		'receiptOnlyForPaid',
		'a receipt of a return that there was not',
		calm,
		({documents}) => ({documents: [...documents, document({number: 342, kind: 'refund'})]}),
	],
	[
		'refundHasReceipt',
		'a return without a receipt',
		calm,
		({orders}) => ({
			orders: new Map(
				[...orders].map(([id, order]) => [
					id,
					{...order, refunds: new Map([['R-1', {kopecks: 100_000, atMs: 30_000}]])},
				]),
			),
		}),
	],
	['closedIsClosed', 'a closed receipt that the register does not have', calm, () => ({documents: []})],
	[
		'paidIsNotForgotten',
		'a paid order that nobody knows of',
		calm,
		(history) => ({documents: [], ...withoutRows('receipt.closed')(history)}),
	],
	[
		'contradictionIsQuarantined',
		'a contradiction that was passed over',
		calm,
		({requests}) => ({
			requests: requests.map((one) => (one.status === 'paid' ? {...one, end: 'strange paid'} : one)),
		}),
	],
	['oneOrderForEachEnter', 'an order for which nobody pressed Enter', calm, () => ({enters: []})],
	[
		'oneOrderForEachEnter',
		'an order asked for with two bodies',
		calm,
		({requests}) => ({requests: [...requests, request({operation: 'createOrder', body: '{}'})]}),
	],
	[
		'refusedIsRefused',
		'an order that was refused to the cashier',
		calm,
		({enters}) => ({
			enters: enters.map((one) => ({...one, isStarted: false})),
			boots: [{atMs: 0, diedAtMs: null}],
		}),
	],
	[
		'oneLiveOrder',
		'a second order beside the first',
		calm,
		({requests, enters}) => ({
			enters: [...enters, {atMs: 2_000, orderId: 'A-2', isStarted: true}],
			requests: [...requests, request({operation: 'createOrder', orderId: 'A-2', atMs: 2_000})],
		}),
	],
	[
		'intentBeforeEffect',
		'an order asked for before it was written',
		calm,
		({requests}) => ({requests: requests.map((one) => ({...one, rowsThen: 0}))}),
	],
	[
		'intentBeforeEffect',
		'a receipt printed before it was written',
		calm,
		({calls}) => ({calls: calls.map((one) => ({...one, rowsThen: 0}))}),
	],
	['intentBeforeEffect', 'a cancel asked for before it was written', unpaid, withoutRows('cancel.requested')],
	[
		'diskBeforeScreen',
		'an end on the screen before it was on disk',
		calm,
		({screens}) => ({screens: screens.map((one) => ({...one, rowsThen: 3}))}),
	],
	[
		'oneRequestAtATime',
		'two questions at a time',
		calm,
		({requests}) => ({requests: requests.map((one) => ({...one, endedAtMs: one.atMs + 60_000}))}),
	],
	[
		'pollsInRhythm',
		'a question too early',
		calm,
		({requests}) => ({
			requests: [...requests, request({atMs: 16_400, endedAtMs: 16_450, status: 'waiting'})].toSorted(
				(a, b) => a.atMs - b.atMs,
			),
		}),
	],
	[
		'backgroundIsPatient',
		'a gateway that is pressed after the end',
		unpaid,
		({requests}) => ({requests: [...requests, request({atMs: 5_000_000}), request({atMs: 5_000_900})]}),
	],
	[
		'errorsAreCounted',
		'questions on and on after errors',
		unpaid,
		({requests}) => ({
			requests: requests.map((one) => (one.operation === 'getStatus' ? {...one, end: 'fault'} : one)),
		}),
	],
	[
		'timeIsKept',
		'a payment given up before its time',
		unpaid,
		({rows, rowsAtMs}) => ({
			rowsAtMs: rowsAtMs.map((atMs, n) => (rows[n]?.event.type === 'cancel.requested' ? 9_000 : atMs)),
		}),
	],
	[
		'timeIsKept',
		'a payment waited for long after its time',
		{...unpaid, responseTimeoutS: 60},
		(history) => ({scenario: {...history.scenario, responseTimeoutS: 10}}),
	],
	[
		'endsAreTrue',
		'an end that the gateway never spoke of',
		unpaid,
		({orders}) => ({
			orders: new Map([...orders].map(([id, order]) => [id, {...order, truth: order.truth.slice(0, 1)}])),
		}),
	],
	['everythingEnds', 'a payment that lives for ever', calm, () => ({liveAtEnd: 'A-1 waiting'})],
	[
		'everythingEnds',
		'a payment that is never resolved',
		calm,
		() => ({open: [{orderId: 'A-1', matter: 'unresolved'}]}),
	],
	['nothingBreaks', 'an exception that nobody caught', calm, () => ({crashes: ['TypeError']})],
];

const document = (change: Partial<History['documents'][number]>) => ({
	number: 341,
	kind: 'sale' as const,
	about: 'A-1',
	sumKopecks: 100_000,
	slot: 2,
	atMs: 20_000,
	...change,
});

test.each(cases)('%s finds %s', async (rule, _what, scenario, change) => {
	const history = await play(scenario);
	expect(check(history)).toEqual([]);
	expect(check({...history, ...change(history)}).map((broken) => broken.rule)).toContain(rule);
});
