// The number under which money goes back: fixed by the payment and the try, so that the same wish after a crash is the same refund.
import type {EndedState} from './state.ts';

/** The refund under way keeps its id; after a declined one the next try has its own. At most 64 characters. */
export function refundIdOf({facts, refund}: EndedState): string {
	if (refund && refund.state !== 'declined') return refund.refundId;
	const attempt = refund ? Number(/-r(\d+)$/.exec(refund.refundId)?.[1] ?? 0) + 1 : 1;
	return `${shortened(facts.orderId)}-r${attempt}`;
}

/** Two long order ids that differ only at their ends must not share a refund. */
const shortened = (orderId: string): string =>
	orderId.length <= 58 ? orderId : `${orderId.slice(0, 49)}-${fnv1a(orderId)}`;

/** FNV-1a, 32 bits, eight hex digits. */
const fnv1a = (text: string): string =>
	[...text]
		.reduce((hash, character) => Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5)
		.toString(16)
		.padStart(8, '0');
