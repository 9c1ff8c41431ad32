import {describe, expect, test} from 'vitest';
import {openMatter, resultOf} from '../../../source/core/index.ts';
import {answers, before, closed, pay, prepared, registerFault, resume, type Said, tick} from '../samples.ts';
import {owed, paid, printing, shown} from './stages.ts';

const fault = registerFault('LINK');
const ended = (end: {type: 'closed' | 'failed' | 'unknown'}): Said => ({
	type: 'receiptEnded',
	end: end.type === 'closed' ? closed : {type: end.type, fault},
});
const settled = (type: 'closed' | 'failed' | 'unknown' | 'notClosed'): Said => ({
	type: 'receiptSettled',
	end: type === 'closed' ? closed : {type, fault},
});
const unknownReceipt = () => printing().when(ended({type: 'unknown'}), 8_000);

describe('closing the receipt of a paid payment', () => {
	test('given the word paid, then it is written before the register is asked for its documents', () => {
		shown()
			.whenDue()
			.when(answers.status('paid'), 6_500)
			.thenGives(
				[
					{type: 'status.answered'},
					{type: 'payment.paid', paidAt: '2026-01-31T09:01:00Z', amountKopecks: 125_000},
				],
				[{type: 'prepareReceipt'}],
			);
	});

	test('given the documents, then the intent with the last document stands in the same decision as the print', () => {
		printing().thenGives(
			[{type: 'receipt.closing', slot: 2, documentBefore: 340, before}],
			[
				{
					type: 'printReceipt',
					before,
					receipt,
				},
			],
		);
	});

	test('given the register closes it, then the payment has ended as paid', () => {
		printing()
			.when(ended({type: 'closed'}), 8_000)
			.thenGives([{type: 'receipt.closed', number: 12, fiscalDocument: 341, fiscalSign: '1234567890'}], [])
			.stands({phase: 'ended', outcome: 'paid', receipt: {state: 'closed', number: 12}, watch: null});
	});

	test('given the register surely did not close it, then the money is safe and the receipt is owed', () => {
		printing()
			.when(ended({type: 'failed'}), 8_000)
			.thenGives([{type: 'receipt.failed', code: 'LINK'}], [])
			.stands({phase: 'ended', outcome: 'paid', receipt: {state: 'failed'}});
	});

	test('given the register cannot even be asked for its documents, then nothing was printed and the receipt is owed', () => {
		owed()
			.thenGives([{type: 'receipt.failed', code: 'LINK'}], [])
			.stands({outcome: 'paid', receipt: {state: 'failed'}});
	});

	test('given the answer to the close is lost, then the documents are asked and the receipt is never printed again', () => {
		unknownReceipt()
			.thenGives([{type: 'receipt.unknown', code: 'LINK'}], [{type: 'settleReceipt', before}])
			.stands({phase: 'fiscalising', step: {type: 'settling'}});
	});

	test('given a lost close, when the documents show it closed, then it is closed', () => {
		unknownReceipt()
			.when(settled('closed'), 9_000)
			.thenGives([{type: 'receipt.closed', fiscalDocument: 341}], [])
			.stands({outcome: 'paid', receipt: {state: 'closed'}});
	});

	test('given a lost close, when the documents cannot tell, then the receipt stands as unknown with what was before', () => {
		unknownReceipt()
			.when(settled('unknown'), 9_000)
			.thenGives([{type: 'receipt.unknown'}], [])
			.stands({outcome: 'paid', receipt: {state: 'unknown', before}});
	});

	test.each([
		['failed', () => owed()],
		['unknown', () => unknownReceipt().when(settled('unknown'), 9_000)],
	] as const)(
		'given a receipt that stands as %s, then it is an open matter, and other software reads exit code 8',
		(receipt, story) => {
			const {state} = story();
			if (state.phase !== 'ended') throw new Error(state.phase);
			expect(openMatter(state)).toBe('receipt');
			expect(resultOf(state)).toEqual({
				outcome: 'paid',
				reason: null,
				receipt: {state: receipt, number: null, fiscalDocument: null},
				exitCode: 8,
			});
		},
	);

	test('given a lost close, when the documents prove it not closed, then it is made anew, from fresh documents, once', () => {
		const again = unknownReceipt().when(settled('notClosed'), 9_000);
		again.thenGives([{type: 'receipt.failed', code: 'NOT_CLOSED'}], [{type: 'prepareReceipt'}]);
		const second = again
			.when(prepared, 9_500)
			.thenGives([{type: 'receipt.closing'}], [{type: 'printReceipt'}]);
		second
			.when(ended({type: 'unknown'}), 10_000)
			.when(settled('notClosed'), 11_000)
			.thenGives([{type: 'receipt.failed', code: 'NOT_CLOSED'}], [])
			.stands({phase: 'ended', receipt: {state: 'failed'}});
	});

	test('given a till without a register, then a paid payment has ended with the receipt off', () => {
		shown({}, {slot: null})
			.whenDue()
			.when(answers.status('paid'), 6_500)
			.thenGives([{type: 'status.answered'}, {type: 'payment.paid'}], [])
			.stands({phase: 'ended', outcome: 'paid', receipt: {state: 'off'}});
	});

	test('given a register at work, when answers come that nobody waits for, then they are of no interest', () => {
		paid()
			.when(ended({type: 'closed'}), 6_600)
			.refused('STALE_ANSWER');
		paid().when(settled('closed'), 6_600).refused('STALE_ANSWER');
		printing().when(prepared, 7_100).refused('STALE_ANSWER');
		printing().when({type: 'receiptNotPrepared', fault}, 7_100).refused('STALE_ANSWER');
		unknownReceipt()
			.when(ended({type: 'closed'}), 8_100)
			.refused('STALE_ANSWER');
		printing().when(answers.status('declined'), 7_100).refused('STALE_ANSWER');
		shown().when(prepared, 2_000).refused('STALE_ANSWER');
	});

	test('given a register at work, when time passes, then nothing is begun twice', () => {
		for (const story of [paid(), printing(), unknownReceipt()]) {
			story.when(tick, 100_000).nothing();
			story.when({type: 'askNow'}, 100_000).nothing();
		}
	});
});

describe('a crash while the receipt is being closed', () => {
	test('given the intent is not on disk, when the payment is taken up, then nothing was printed: it is prepared', () => {
		paid()
			.when(resume, 90_000)
			.thenGives([], [{type: 'prepareReceipt'}]);
	});

	test('given the intent is on disk, when the payment is taken up, then the documents decide and nothing is printed', () => {
		printing()
			.when(resume, 90_000)
			.thenGives([], [{type: 'settleReceipt', before, receipt}]);
	});

	test('given the intent was only read, when time passes before the payment is taken up, then nothing is printed', () => {
		const read = printing().when(resume, 90_000);
		for (const said of [tick, {type: 'askNow'} as const]) {
			read.when(said, 90_001).nothing();
		}
	});

	test.each([
		['closed', [{type: 'receipt.closed'}], []],
		['failed', [{type: 'receipt.failed', code: 'LINK'}], []],
		['unknown', [{type: 'receipt.unknown'}, {type: 'receipt.unknown'}], []],
		['notClosed', [{type: 'receipt.failed', code: 'NOT_CLOSED'}], [{type: 'prepareReceipt'}]],
	] as const)('when the documents then say %s', (type, events, effects) => {
		printing().when(resume, 90_000).when(settled(type), 91_000).thenGives(events, effects);
	});

	test('given the settling itself was cut short, when the payment is taken up, then the documents are asked again', () => {
		unknownReceipt()
			.when(resume, 90_000)
			.thenGives([], [{type: 'settleReceipt', before}]);
	});
});

describe('an owed receipt', () => {
	test('given a register at work again, when someone closes it, then it goes the whole way from fresh documents', () => {
		owed()
			.when({type: 'closeReceipt'}, 60_000)
			.thenGives([], [{type: 'prepareReceipt'}])
			.when(prepared, 60_500)
			.thenGives([{type: 'receipt.closing'}], [{type: 'printReceipt'}])
			.when(ended({type: 'closed'}), 61_000)
			.stands({phase: 'ended', outcome: 'paid', receipt: {state: 'closed'}});
	});

	test('given a receipt that may be closed, when someone closes it, then the documents are asked first', () => {
		unknownReceipt()
			.when(settled('unknown'), 9_000)
			.when({type: 'closeReceipt'}, 60_000)
			.thenGives([], [{type: 'settleReceipt', before}])
			.when(settled('closed'), 61_000)
			.stands({receipt: {state: 'closed'}});
	});

	test('given a receipt that may be closed, when the documents still stand as before it, then it was not, and is owed', () => {
		const unknown = unknownReceipt().when(settled('unknown'), 9_000);
		unknown
			.when({type: 'documentsSeen', before}, 60_000)
			.thenGives([{type: 'receipt.failed', code: 'NOT_CLOSED'}], [])
			.stands({phase: 'ended', outcome: 'paid', receipt: {state: 'failed'}});
		for (const change of [
			{fiscalDocument: 341},
			{storageNumber: '1'},
			{shiftNumber: 13},
			{receiptNumber: 12},
			{fiscalDocument: null},
		]) {
			unknown.when({type: 'documentsSeen', before: {...before, ...change}}, 60_000).refused('STALE_ANSWER');
		}
		owed().when({type: 'documentsSeen', before}, 60_000).refused('STALE_ANSWER');
	});

	test('given no money, a closed receipt or a running refund, then no receipt is closed', () => {
		shown().when({type: 'closeReceipt'}, 2_000).refused('PAYMENT_RUNNING');
		shown()
			.whenDue()
			.when(answers.status('declined'), 6_100)
			.when({type: 'closeReceipt'}, 6_200)
			.refused('NOT_PAID');
		printing()
			.when(ended({type: 'closed'}), 8_000)
			.when({type: 'closeReceipt'}, 9_000)
			.refused('RECEIPT_CLOSED');
		owed()
			.when({type: 'refund', refundId: 'R-1', amountKopecks: 125_000}, 20_000)
			.when({type: 'closeReceipt'}, 21_000)
			.refused('REFUND_RUNNING');
	});

	test('given a person has settled it by hand, then no second receipt is closed for the same money', () => {
		owed()
			.when({type: 'resolveByPerson', as: 'paid', note: 'Чек пробит вручную'}, 20_000)
			.when({type: 'closeReceipt'}, 21_000)
			.refused('NOTHING_TO_RESOLVE');
	});
});

const receipt = {kind: 'sale', receipt: pay().receipt, slot: 2, sumKopecks: 125_000} as const;
