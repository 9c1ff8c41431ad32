// Refunds. The kopecks of the *returned* sum choose their story: .01 declined, .10 pending until it is asked about twice.
import {type Answer, type RefundView, type RefundWish, refuse} from './command.ts';
import type {Order} from './order.ts';

type Refund = RefundView & {readonly fingerprint: string; readonly looks: number};

export type RefundBook = {
	refund(wish: RefundWish, fingerprint: string): Answer;
	look(refundId: string): Answer;
};

export type RefundBookOptions = {
	readonly orderOf: (orderId: string) => Order | null;
	/** Money of an order has gone back, all of it or a part. */
	readonly returned: (order: Order, isWhole: boolean) => void;
};

/** No refunds yet. */
export function makeRefundBook({orderOf, returned}: RefundBookOptions): RefundBook {
	const refunds = new Map<string, Refund>();

	const returnedKopecks = (orderId: string): number =>
		[...refunds.values()]
			.filter((refund) => refund.orderId === orderId && refund.status !== 'declined')
			.reduce((sum, refund) => sum + refund.amountKopecks, 0);

	const keep = (refund: Refund): Answer => {
		refunds.set(refund.refundId, refund);
		const order = orderOf(refund.orderId);
		if (order?.life.status === 'paid' && refund.status === 'done')
			returned(order, returnedKopecks(order.orderId) === order.life.amountKopecks);
		return answer(refund);
	};

	return {
		refund(wish, fingerprint) {
			const known = refunds.get(wish.refundId);
			if (known && known.fingerprint !== fingerprint)
				return refuse(409, 'CONFLICT', 'this refundId stands for another refund');
			if (known) return answer(known);
			const order = orderOf(wish.orderId);
			if (!order) return refuse(404, 'NOT_FOUND', 'no such order');
			const reason = refusalOf(order, wish.amountKopecks, returnedKopecks(order.orderId));
			const isPending = reason === null && wish.amountKopecks % 100 === 10;
			const status = reason !== null ? 'declined' : isPending ? 'pending' : 'done';
			return keep({...wish, status, reason, fingerprint, looks: 0});
		},
		look(refundId) {
			const refund = refunds.get(refundId);
			if (!refund) return refuse(404, 'NOT_FOUND', 'no such refund');
			const looks = refund.looks + 1;
			const isDone = refund.status === 'pending' && looks >= 2;
			return keep({...refund, looks, status: isDone ? 'done' : refund.status});
		},
	};
}

const answer = ({fingerprint: _, looks: __, ...refund}: Refund): Answer => ({type: 'refund', refund});

function refusalOf(order: Order, amountKopecks: number, returnedKopecks: number): string | null {
	if (order.life.status !== 'paid') return 'Заказ не оплачен';
	if (amountKopecks > order.life.amountKopecks - returnedKopecks) return 'Сумма больше, чем осталось вернуть';
	return amountKopecks % 100 === 1 ? 'Банк отказал в возврате' : null;
}
