// A row about the till itself: a process that went away explains a silence.
import {cleanText, type Language} from '../core/index.ts';
import {framedLine, type LineOptions} from './line.ts';
import {tailWording} from './wording.ts';

/** The journal's rows without an order: who opened or closed the till. */
export type TillLogRow = {
	readonly seq: number;
	readonly at: string;
	readonly orderId: null;
	readonly event: {
		readonly type: 'till.opened' | 'till.closed';
		readonly version: string;
		readonly node: string;
		readonly pid: number;
	};
};

/** The line of such a row. */
export function tillLine({at, event}: TillLogRow, language: Language, options: LineOptions = {}): string {
	const words = tailWording(language).till[event.type](cleanText(event.version, 40), event.pid);
	return framedLine(at, null, words, 'plain', options);
}
