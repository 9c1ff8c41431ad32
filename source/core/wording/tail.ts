// The shape of what the live log adds to the words of an event: which link broke, what a live poll says.
import type {OrderStatus} from '../order.ts';

export type TailWording = {
	/** Put behind a fault; `code` is the fixed word for its cause. */
	readonly brokenLink: (link: string, code: string) => string;
	/** The register by its name among the links. */
	readonly register: string;
	readonly till: Readonly<Record<'till.opened' | 'till.closed', (version: string, pid: number) => string>>;
	/** A live poll that was answered. */
	readonly poll: (n: number, status: OrderStatus) => string;
	/** A poll that failed technically; the row beside it says how. */
	readonly pollFailed: (n: number, errorsInRow: number) => string;
};
