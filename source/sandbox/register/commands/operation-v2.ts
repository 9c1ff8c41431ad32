// FF46h: a position of the receipt, with quantity in millionths (reference, section 7.2).
import {text1251} from '../bytes/text.ts';
import {type Command, done, refused} from '../command.ts';
import {operationFault, receiptFor, sumOf} from '../deeds/receipt.ts';
import {errors} from '../errors.ts';
import {methodName, taxRateName} from '../papers/words.ts';
import type {Operation, ReceiptKind} from '../state/receipt.ts';

/** «Not given»: the register computes the sum by itself. */
const notGiven = 0xff_ff_ff_ff_ff;

/** FF46h's 1 приход, 2 возврат прихода, 3 расход, 4 возврат расхода as 8Dh's kinds. */
const kinds: readonly (ReceiptKind | undefined)[] = [undefined, 0, 2, 1, 3];

export const operationV2: Command = {
	code: 0xff46,
	name: 'operation',
	size: [32, 160],
	password: 'operator',
	modes: [2, 8],
	refusals: {3: errors.shiftOver24h, 4: errors.shiftIsClosed},
	printer: 'acts',
	isKnown: (model) => model.hasOperationV2,
	run: (device, request, operator) => {
		const kind = kinds[request.u8()];
		const quantityMillionths = request.uint(6);
		const priceKopecks = request.money();
		const givenSum = request.money();
		request.money();
		const taxRate = request.u8();
		const department = request.u8();
		const method = request.u8();
		const subject = request.u8();
		const name = text1251(request.rest());
		if (kind === undefined || !taxRateName(taxRate) || !methodName(method)) {
			return refused(errors.badParameters);
		}
		const computed = sumOf(priceKopecks, quantityMillionths);
		const sumKopecks = givenSum === notGiven ? computed : givenSum;
		// A given sum may differ from price × quantity by the rounding alone.
		if (Math.abs(sumKopecks - computed) > 1) return refused(errors.badParameters);
		const operation: Operation = {
			name,
			quantityMillionths,
			priceKopecks,
			sumKopecks,
			taxRate,
			department,
			method,
			subject,
		};
		const fault = operationFault(device.state.receipt, operation);
		if (fault !== 0) return refused(fault);
		const receipt = receiptFor(device, kind, operator);
		if (typeof receipt === 'number') return refused(receipt);
		receipt.operations.push(operation);
		return done();
	},
};
