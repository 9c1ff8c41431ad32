// The receipt as the register gets it: of a sale, or of money that went back.
import type {FiscalReceipt} from '../answers.ts';
import {plainReceipt} from '../receipt.ts';
import type {FiscalisingState} from './state.ts';

/** What the register is to print. Money that went back whole repeats the sale's lines; a part of it is one line of its own. */
export function fiscalReceipt({facts, slot, refundOf}: FiscalisingState): FiscalReceipt {
	const sale = {kind: 'sale', receipt: facts.receipt, slot, sumKopecks: facts.amountKopecks} as const;
	const refund = refundOf?.refund;
	if (!refund) return sale;
	const {amountKopecks} = refund;
	if (amountKopecks === facts.amountKopecks) return {...sale, kind: 'refund'};
	const {lines, email, phone} = facts.receipt;
	const part = plainReceipt(amountKopecks, 'Возврат оплаты', lines[0]?.vat ?? 'none');
	return {kind: 'refund', receipt: {...part, email, phone}, slot, sumKopecks: amountKopecks};
}
