// Each row once: a month's file begins with copies of what the one before holds, and whoever reads both wants them once.
import {faultOf} from '../fault.ts';
import {headEnd} from './continued.ts';
import type {Part} from './parts.ts';

/** Whether a row is to be handed on. Every row of the files is shown to it, in their order. */
export type Once = (part: Part, seq: number, orderId: string | null) => boolean;

/** @param parts the files that are read: the copies of what lies in others are handed on */
export function createOnce(parts: readonly Part[]): Once {
	const told = new Map(parts.flatMap(copiedIds).map((orderId) => [orderId, 0]));
	let current: Part | null = null;
	let copies = new Map<string, number>();

	return (part, seq, orderId) => {
		if (current !== part) copies = new Map();
		current = part;
		if (orderId === null) return true;
		const before = told.get(orderId);
		if (before === undefined) return true;
		if (seq <= headEnd(part.continued)) {
			// The copies are the payment from its first row on: as many as were handed on are left out.
			const copy = (copies.get(orderId) ?? 0) + 1;
			copies.set(orderId, copy);
			if (copy <= before) return false;
		}
		told.set(orderId, before + 1);
		return true;
	};
}

function copiedIds({db, continued}: Part): readonly string[] {
	if (!db || !continued) return [];
	try {
		return db
			.prepare('SELECT DISTINCT order_id AS id FROM events WHERE seq BETWEEN 2 AND ?')
			.all(headEnd(continued))
			.map(({id}) => String(id));
	} catch (error) {
		// A file that cannot be read is told of by whoever walks it.
		faultOf(error);
		return [];
	}
}
