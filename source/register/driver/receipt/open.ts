// 8Dh: the receipt is opened. A lost answer is judged by mode, kind, operations and total (register-protocol §12.3).
import type {DocumentsBefore, SaleOrRefund} from '../../../core/index.ts';
import {openReceipt} from '../../commands/receipt.ts';
import type {Bench} from '../bench.ts';
import {type Deed, deedOf, done} from '../deed.ts';
import {hasNoNewDocument} from '../documents.ts';
import {perform} from '../perform.ts';
import {lookAtReceipt} from './state.ts';

export async function open(bench: Bench, kind: SaleOrRefund, before: DocumentsBefore): Promise<Deed> {
	const once = async () => deedOf(await perform(bench, openReceipt(bench.device.password, kind)));
	const first = await once();
	if (first.type !== 'doubt') return first;
	const state = await lookAtReceipt(bench, kind);
	if (state.type === 'open' && state.operations === 0 && state.totalKopecks === 0) return done;
	const isUntouched = state.type === 'none' && state.isShiftOpen && (await hasNoNewDocument(bench, before));
	return isUntouched ? once() : first;
}
