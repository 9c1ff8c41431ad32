// «Cancel and leave»: goes as soon as the payment has ended without money. Any other end is shown first.
import {openMatter} from '../../core/index.ts';
import type {Desk} from './desk.ts';

/** Watches for the end that the cashier is waiting for; the answer stops watching. */
export function watchForLeaving(desk: Desk): () => void {
	const {engine} = desk.options;
	return engine.subscribe(() => {
		const orderId = desk.ui.getSnapshot().leaveAfterOrderId;
		const {current} = engine.getSnapshot();
		if (orderId === null || current.phase !== 'ended' || current.facts.orderId !== orderId) return;
		desk.ui.set({leaveAfterOrderId: null});
		if (current.outcome !== 'paid' && openMatter(current) === null) desk.leave({type: 'left'});
	});
}
