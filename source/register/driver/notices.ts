// What the register waits for at this moment (paper …), for the cashier's screen: the newest wins, null clears it.
import type {Language, RegisterTrouble} from '../../core/index.ts';
import type {RegisterNotice} from '../../engine/ports.ts';
import {faultOf} from '../errors/fault.ts';
import type {Notices} from './bench.ts';

export type NoticeBoard = Notices & {
	listen(listener: (notice: RegisterNotice) => void): () => void;
};

export function createNotices(language: Language): NoticeBoard {
	const listeners = new Set<(notice: RegisterNotice) => void>();
	let current: RegisterTrouble | null = null;
	return {
		current: () => current,
		tell: (trouble) => {
			if (trouble?.code === current?.code) return;
			current = trouble;
			for (const listener of listeners) listener(trouble === null ? null : faultOf(trouble, language));
		},
		listen: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
