// How long the fiscal storage still serves, and what it warns of.
import type {Device} from '../device.ts';

const dayMs = 86_400_000;

/** Warning bits of FF01h: 0 replace within 3 days, 1 within 30 days, 3 the operator is silent. */
export function storageWarnings({state, nowMs}: Device): number {
	const leftMs = state.storageExpiresAtMs - nowMs();
	const replace = leftMs < 3 * dayMs ? 0x01 : leftMs < 30 * dayMs ? 0x02 : 0;
	return replace | (state.isOperatorReached ? 0 : 0x08);
}
