// What was asked of the gateway and what became of it, for whoever builds a till against it. Never a header, a key or a signature.
import type {Answer, Command, Refusal} from './command.ts';
import type {Received} from './respond.ts';
import {titleOf} from './stories/stories.ts';
import type {BothTongues} from './stories/story.ts';

/** One request. */
export type RequestEntry = {
	/** ISO wall time, UTC. */
	readonly at: string;
	/** The operation's word as it was sent; `TLS` for a connection that never became a request. */
	readonly operation: string;
	/** The order or refund that it is about. */
	readonly orderId: string | null;
	readonly answer: Received | 'refused';
	readonly note: BothTongues;
};

/** How many entries are kept; the oldest are forgotten. */
export const maxEntries = 1000;

/** The order, else the refund, that a command speaks of. */
export function idIn(command: Command | Refusal): string | null {
	switch (command.type) {
		case 'CreateOrder':
		case 'RefundOrder':
			return command.wish.orderId;
		case 'GetStatus':
		case 'CancelOrder':
			return command.orderId;
		case 'GetRefund':
			return command.refundId;
		default:
			return null;
	}
}

/** What a person should know of an answer. */
export function noteOf(answer: Answer): BothTongues {
	switch (answer.type) {
		case 'pong':
			return {ru: 'шлюз на месте', en: 'the gateway is there'};
		case 'created': {
			const {ru, en} = titleOf(answer.story) ?? {ru: '—', en: '—'};
			return answer.isRepeat
				? {
						ru: `тот же заказ ещё раз: ${answer.order.status}`,
						en: `the same order again: ${answer.order.status}`,
					}
				: {ru: `новый заказ, сценарий «${ru}»`, en: `new order, story “${en}”`};
		}
		case 'order': {
			const {status} = answer.order;
			const title = titleOf(answer.story);
			const isPlain = answer.delivery.type === 'answer' && answer.delivery.delayMs === 0;
			return isPlain || !title
				? same(status)
				: {ru: `${status}, сценарий «${title.ru}»`, en: `${status}, story “${title.en}”`};
		}
		case 'refund':
			return same([answer.refund.status, answer.refund.reason].filter(Boolean).join(': '));
		case 'page':
			return {ru: `заказов: ${answer.orders.length}`, en: `orders: ${answer.orders.length}`};
		case 'refused':
			return same(`${answer.code}: ${answer.message}`);
	}
}

export const same = (words: string): BothTongues => ({ru: words, en: words});
