// 80h…83h: a position in the old form, quantity in thousandths, tax groups, 40 bytes of text (reference, section 7.2).
import {text1251} from '../bytes/text.ts';
import {type Command, done, refused} from '../command.ts';
import {operationFault, receiptFor, sumOf} from '../deeds/receipt.ts';
import {errors} from '../errors.ts';
import type {Operation, ReceiptKind} from '../state/receipt.ts';

const fullPayment = 4;
const goods = 1;

const operationOld = (code: number, kind: ReceiptKind, name: string): Command => ({
	code,
	name,
	// Some firmware takes more text than 40 bytes, none takes less.
	size: [60, 255],
	password: 'operator',
	modes: [2, 8],
	refusals: {3: errors.shiftOver24h, 4: errors.shiftIsClosed},
	printer: 'acts',
	run: (device, request, operator) => {
		const quantityThousandths = request.uint(5);
		const priceKopecks = request.money();
		const department = request.u8();
		const taxes = request.take(4);
		const text = text1251(request.rest());
		if (taxes.some((group) => group > 4)) return refused(errors.badParameters);
		if (quantityThousandths > 9_999_999_999) return refused(errors.quantityOverflow);
		const quantityMillionths = quantityThousandths * 1000;
		const operation: Operation = {
			name: text.trim(),
			quantityMillionths,
			priceKopecks,
			sumKopecks: sumOf(priceKopecks, quantityMillionths),
			taxRate: null,
			department,
			method: fullPayment,
			subject: goods,
		};
		const fault = operationFault(device.state.receipt, operation);
		if (fault !== 0) return refused(fault);
		const receipt = receiptFor(device, kind, operator);
		if (typeof receipt === 'number') return refused(receipt);
		receipt.operations.push(operation);
		return done(operator);
	},
});

export const sale = operationOld(0x80, 0, 'sale');
export const buy = operationOld(0x81, 1, 'buy');
export const saleRefund = operationOld(0x82, 2, 'sale refund');
export const buyRefund = operationOld(0x83, 3, 'buy refund');
