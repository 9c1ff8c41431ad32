// The shape of the console's own sentences. What is said about payments themselves is in `payment.ts` and `log.ts`.
import type {AmountFault} from '../money.ts';
import type {OpenMatter} from '../payment/view.ts';

/** What keys do, as the key line names it. Short: the line has to fit. */
export type ActionId =
	| 'next'
	| 'clear'
	| 'matters'
	| 'log'
	| 'help'
	| 'settings'
	| 'leave'
	| 'pay'
	| 'choose'
	| 'back'
	| 'retry'
	| 'type'
	| 'drop'
	| 'cancel'
	| 'full'
	| 'shrink'
	| 'print'
	| 'yes-cancel'
	| 'yes-cancel-leave'
	| 'wait-end'
	| 'leave-now'
	| 'yes-again'
	| 'yes-drop'
	| 'no'
	| 'seen'
	| 'next-customer'
	| 'later'
	| 'ask'
	| 'close-receipt'
	| 'refund'
	| 'by-hand'
	| 'end-paid'
	| 'end-unpaid'
	| 'write-down'
	| 'yes-refund'
	| 'scroll'
	| 'page'
	| 'newest';

/** The questions that the console asks, by how the payment stands. */
export type QuestionId =
	| 'cancel'
	| 'leave'
	| 'leave-checking'
	| 'leave-receipt'
	| 'drop'
	| 'drop-unknown'
	| 'again';

/** Everything that the console itself says. */
export type ConsoleWording = {
	readonly actions: Readonly<Record<ActionId, string>>;
	readonly questions: Readonly<Record<QuestionId, string>>;
	/** What is wrong with a sum while it is being typed. */
	readonly mistakes: Readonly<Record<AmountFault, string>>;
	readonly openMatters: (count: number) => string;
	readonly lateMoney: string;
	/** Money that came for a payment whose end was not known. */
	readonly receiptOwed: string;
	readonly smallScreen: (columns: number, rows: number) => string;
	readonly journalFault: (text: string) => string;
	readonly sum: {
		readonly title: string;
		readonly label: string;
		readonly example: string;
		/** Shown in the demo. */
		readonly demo: string;
	};
	readonly picker: {
		readonly title: string;
		readonly sum: string;
		readonly empty: string;
	};
	readonly payment: {
		readonly title: string;
		readonly starting: string;
		readonly creating: string;
		readonly cancelling: string;
		readonly asking: string;
		/** How long a cancel is waited for. */
		readonly atMost: (seconds: number) => string;
		readonly receipt: {readonly preparing: string; readonly printing: string; readonly settling: string};
		readonly paid: string;
		readonly returned: string;
		readonly refundReceipt: {
			readonly preparing: string;
			readonly printing: string;
			readonly settling: string;
		};
		readonly bank: string;
		readonly errors: (inRow: number, limit: number) => string;
		/** Minutes and seconds. */
		readonly left: (minutes: number, seconds: number) => string;
		readonly timeOver: string;
		/** What to tell the customer. */
		readonly tellScan: string;
		readonly tellPaper: string;
		readonly tellDisplay: string;
		readonly tellWait: string;
		readonly slip: {
			readonly printing: string;
			readonly printed: string;
			readonly failed: (text: string) => string;
		};
		readonly register: string;
		readonly display: string;
		readonly noFit: (needed: string, screen: string) => string;
		readonly noQrHere: string;
		readonly qrOnKey: string;
		readonly usePaper: string;
		readonly link: string;
	};
	readonly end: {
		readonly happened: string;
		readonly safe: string;
		readonly press: string;
		readonly order: string;
		readonly questionGone: string;
		/** The lines of an open receipt. */
		readonly receipt: (lines: readonly string[]) => string;
	};
	readonly matters: {
		readonly title: string;
		readonly empty: string;
		/** What to press about each kind of matter, in the list. */
		readonly advice: Readonly<Record<OpenMatter, string>>;
		/** Late money on a till that has no register. */
		readonly noRegister: string;
		/** The matter that is looked at has been settled. */
		readonly closed: string;
	};
	/** A person decides about a matter. */
	readonly decision: {
		readonly titles: {readonly refund: string; readonly settle: string};
		readonly gone: string;
		readonly how: string;
		readonly paid: string;
		readonly unpaid: string;
		readonly ends: {readonly paid: string; readonly cancelled: string};
		readonly note: string;
		readonly noted: (note: string) => string;
		readonly refund: string;
		readonly pin: string;
		readonly pinChecking: string;
		readonly pinWrong: string;
		readonly pinWait: (waitS: number) => string;
	};
	readonly log: {
		readonly title: (first: number, last: number, count: number) => string;
		readonly empty: string;
	};
	readonly help: {
		readonly title: string;
		readonly lines: readonly string[];
		readonly storiesTitle: string;
	};
	readonly problem: {
		readonly registerTitle: string;
		readonly journalTitle: string;
		readonly journal: (text: string) => string;
		readonly journalAdvice: string;
		readonly refusedTitle: string;
		readonly noPlaceTitle: string;
		readonly noPlace: string;
		readonly noPlaceAdvice: string;
		readonly nothingSent: string;
		readonly press: string;
	};
	readonly remarks: {
		readonly asked: string;
		/** Before the answer to what was asked. */
		readonly answered: string;
		readonly slipBusy: string;
		readonly noteNeeded: string;
	};
};
