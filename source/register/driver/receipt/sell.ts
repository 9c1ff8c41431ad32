// FF46h, or 80h where the firmware is older: one line of the open receipt (register-protocol §7.2, §12.3).
import type {SaleOrRefund} from '../../../core/index.ts';
import {oldOperation, taxGroup} from '../../commands/old-operation.ts';
import {operation} from '../../commands/operation.ts';
import {notSupported} from '../../errors/codes.ts';
import type {Bench} from '../bench.ts';
import {type Deed, deedOf, done} from '../deed.ts';
import type {Reply} from '../device.ts';
import {perform} from '../perform.ts';
import type {SaleLine} from './lines.ts';
import {lookAtReceipt} from './state.ts';

/** What the receipt holds before the line: the state that a doubt is measured against. */
export type Sold = {readonly operations: number; readonly totalKopecks: number};

export async function sell(bench: Bench, kind: SaleOrRefund, line: SaleLine, sold: Sold): Promise<Deed> {
	const first = await sellOnce(bench, kind, line);
	if (first.type !== 'doubt') return first;
	const state = await lookAtReceipt(bench, kind);
	if (state.type !== 'open') return first;
	const operations = state.operations - sold.operations;
	const addedKopecks = state.totalKopecks - sold.totalKopecks;
	if (operations === 1 && addedKopecks === line.sumKopecks) return done;
	return operations === 0 && addedKopecks === 0 ? sellOnce(bench, kind, line) : first;
}

async function sellOnce(bench: Bench, kind: SaleOrRefund, line: SaleLine): Promise<Deed> {
	const {device, lacks} = bench;
	if (!lacks.has('FF46')) {
		const reply = await perform(
			bench,
			operation(device.password, {
				...line,
				kind,
				quantityMillionths: line.quantityThousandths * 1000,
				taxKopecks: null,
			}),
		);
		if (!isUnknownCommand(reply)) return deedOf(reply);
		lacks.add('FF46');
	}
	const group = taxGroup[line.vat];
	if (group === undefined) return {type: 'not', trouble: {code: 'VAT_NOT_POSSIBLE', vat: line.vat}};
	return deedOf(await perform(bench, oldOperation(device.password, {...line, kind, taxGroup: group})));
}

const isUnknownCommand = (reply: Reply<unknown>): boolean =>
	reply.type === 'refused' && reply.error === notSupported;
