// One payment in each place where it can stand, and one command of each kind: what the totality tests walk.
import type {Command, PaymentState} from '../../../source/core/index.ts';
import {answers, before, closed, inFlight, pay, prepared, registerFault, type Said} from '../samples.ts';
import {given, type Story} from '../specification.ts';
import {cancelled, cancelling, creating, owed, paid, printing, shown, unresolved} from './stages.ts';

const fault = registerFault('LINK');

/** Every phase, with and without a request in flight. */
export const stages: Readonly<Record<string, () => Story>> = {
	idle: () => given(),
	'creating, asked': () => creating(),
	'creating, between two tries': () => creating().when(answers.creationFailed(), 100),
	'waiting for the QR to be shown': () => creating().when(answers.created(), 300),
	'waiting between two questions': () => shown(),
	'waiting for an answer': () => shown().whenDue(),
	'cancel in flight': () => cancelling(),
	'between two cancels': () => cancelling().when(answers.cancelFailed(), 8_100),
	'asking a confirmed payment on': () => cancelling().when(answers.cancel('processing'), 8_200),
	'preparing the receipt': () => paid(),
	'printing the receipt': () => printing(),
	'settling the receipt': () => printing().when({type: 'receiptEnded', end: {type: 'unknown', fault}}, 8_000),
	'ended, receipt closed': () => printing().when({type: 'receiptEnded', end: closed}, 8_000),
	'ended, receipt owed': () => owed(),
	'ended, receipt unknown': () =>
		printing()
			.when({type: 'receiptEnded', end: {type: 'unknown', fault}}, 8_000)
			.when({type: 'receiptSettled', end: {type: 'unknown', fault}}, 9_000),
	'ended, unresolved': () => unresolved(),
	'ended, unresolved and asked': () => unresolved().whenDue(),
	'ended, cancelled': () => cancelled(),
	'ended, late money': () => cancelled().whenDue().when(answers.status('paid'), 38_300),
	'ended, quarantined': () =>
		shown()
			.whenDue()
			.when(answers.status('paid', {amountKopecks: 1}), 6_100),
	'ended, refund asked for': () =>
		owed().when({type: 'refund', refundId: 'R-1', amountKopecks: 125_000}, 20_000),
};

/** Every command; an answer of the gateway both to the request in flight and to one of long ago. */
export const everyCommand: Readonly<Record<string, Said>> = {
	pay: pay(),
	tick: {type: 'tick'},
	resume: {type: 'resume'},
	askNow: {type: 'askNow'},
	created: answers.created(),
	'creation failed': answers.creationFailed(),
	'creation rejected': answers.creationRejected(),
	'QR refused': answers.qrRefused(),
	qrShown: {type: 'qrShown', where: ['screen']},
	'status paid': answers.status('paid'),
	'status waiting': answers.status('waiting'),
	'status failed': answers.statusFailed(),
	'status of long ago': (state) => ({
		type: 'statusAnswered',
		exchange: inFlight(state) - 1,
		answer: {type: 'fault', fault: {kind: 'connect', code: 'ECONNRESET', detail: ''}},
		ms: 1,
	}),
	'cancel by cashier': {type: 'cancel', by: 'cashier'},
	'cancel by signal': {type: 'cancel', by: 'signal'},
	'cancel answered cancelled': answers.cancel('cancelled'),
	'cancel answered processing': answers.cancel('processing'),
	'cancel not found': answers.cancelNotFound(),
	'cancel failed': answers.cancelFailed(),
	receiptPrepared: prepared,
	receiptNotPrepared: {type: 'receiptNotPrepared', fault},
	'receipt closed': {type: 'receiptEnded', end: closed},
	'receipt failed': {type: 'receiptEnded', end: {type: 'failed', fault}},
	'receipt unknown': {type: 'receiptEnded', end: {type: 'unknown', fault}},
	'receipt settled': {type: 'receiptSettled', end: closed},
	'receipt not closed': {type: 'receiptSettled', end: {type: 'notClosed', fault}},
	documentsSeen: {type: 'documentsSeen', before},
	closeReceipt: {type: 'closeReceipt'},
	refund: {type: 'refund', refundId: 'R-1', amountKopecks: 125_000},
	'refund answered': {
		type: 'refundAnswered',
		answer: {
			type: 'refund',
			refundId: 'R-1',
			orderId: 'A-1',
			status: 'done',
			amountKopecks: 125_000,
			reason: null,
		},
	},
	resolveByPerson: {type: 'resolveByPerson', as: 'paid', note: 'Сверено'},
	dropReceipt: {type: 'dropReceipt'},
};

/** Commands that a random walk may say: with random times, to whatever stands. */
export const walkable: readonly Said[] = Object.values(everyCommand);

export const said = (command: Said, state: PaymentState): Command =>
	typeof command === 'function' ? command(state) : command;
