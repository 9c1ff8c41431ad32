// What the end of the day finds, and the shape of the sentences about it.
import type {OrderStatus} from '../order.ts';
import type {Outcome} from '../outcome.ts';
import type {OpenMatter} from '../payment/view.ts';

/** Where the journal differs from gateway or register. Amounts are kopecks; `there` is the other side. */
export type Difference =
	/** The gateway has the money, the journal does not say so. */
	| {
			readonly type: 'paid-there';
			readonly orderId: string;
			readonly amountKopecks: number;
			readonly here: Outcome | 'running' | 'absent';
	  }
	| {
			readonly type: 'not-paid-there';
			readonly orderId: string;
			readonly amountKopecks: number;
			readonly there: OrderStatus | 'absent';
	  }
	| {
			readonly type: 'other-amount';
			readonly orderId: string;
			readonly hereKopecks: number;
			readonly thereKopecks: number;
			readonly thereCurrency: string;
	  }
	/** The gateway has given the money back, and nobody here asked for it. */
	| {readonly type: 'returned-there'; readonly orderId: string; readonly amountKopecks: number}
	| {
			readonly type: 'no-document';
			readonly orderId: string;
			readonly fiscalDocument: number;
			readonly amountKopecks: number;
	  }
	| {
			readonly type: 'other-document-amount';
			readonly orderId: string;
			readonly fiscalDocument: number;
			readonly hereKopecks: number;
			readonly thereKopecks: number;
	  };

type DifferenceWords = {
	readonly [Type in Difference['type']]: (difference: Extract<Difference, {type: Type}>) => string;
};

/** What about a payment is not over: an open matter, or the payment itself. */
export type OpenReason = OpenMatter | 'running';

export type ReportWording = {
	/** `day` as people write it; `till` may be empty. */
	readonly title: (day: string, till: string) => string;
	readonly nothing: string;
	/** The sums of one payment system. */
	readonly sums: {
		readonly closed: string;
		readonly notClosed: string;
		readonly late: string;
		readonly refunded: string;
	};
	readonly total: string;
	readonly received: string;
	readonly returned: string;
	readonly kept: string;
	readonly unpaid: string;
	readonly open: (count: number) => string;
	readonly running: string;
	readonly settle: string;
	readonly byPerson: (count: number) => string;
	/** What a person decided, and what the gateway says (null: not known). */
	readonly decided: (as: Outcome, there: OrderStatus | null) => string;
	readonly differences: (count: number) => string;
	readonly difference: DifferenceWords;
	readonly incomplete: (count: number) => string;
	readonly notCompared: {readonly gateway: string; readonly register: string};
	readonly clean: string;
	readonly notClean: string;
};
