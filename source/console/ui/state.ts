// What the console keeps for itself: typed text, cursors, which page is open, which question is asked. Nothing of the payment.
import type {Receipt, RefusalCode, RegisterFault} from '../../core/index.ts';

/** A sum to be paid, on its way from the sum entry (or an open receipt) to a payment. */
export type Draft = {
	readonly amountKopecks: number;
	/** null: one line on the whole amount. */
	readonly receipt: Receipt | null;
	/** The ended payment whose open receipt this is; let go of as soon as the new payment has begun. */
	readonly fromOrderId: string | null;
};

/** Why a payment did not begin; nothing was sent. */
export type Problem = {
	readonly draft: Draft;
	readonly cursor: number;
	readonly cause:
		| {readonly type: 'register'; readonly fault: RegisterFault}
		| {readonly type: 'journal'; readonly text: string}
		| {readonly type: 'refused'; readonly code: RefusalCode}
		| {readonly type: 'no-place'};
};

/** A question that is open until Enter or Esc. One that nobody answers is never a yes. */
export type Question =
	| {readonly type: 'cancel'; readonly orderId: string}
	| {readonly type: 'leave'; readonly orderId: string}
	| {readonly type: 'drop'; readonly orderId: string}
	/** A second payment while the money of the first may still come. */
	| {readonly type: 'again'; readonly orderId: string; readonly how: 'retry' | 'pick'};

/** What a person wants done about an open matter. */
export type Wish =
	| {readonly type: 'refund'}
	| {readonly type: 'settle'; readonly as: 'paid' | 'cancelled'; readonly note: string};

/** A person's decision about a matter on its way: how it ended, why, who says so. */
export type Decision = {
	readonly orderId: string;
	/** What is being typed: the note, the PIN. */
	readonly entry: string;
} & (
	| {readonly step: 'end'}
	| {readonly step: 'note'; readonly as: 'paid' | 'cancelled'}
	/** Only where the till has no PIN: one more Enter before money goes back. */
	| {readonly step: 'sure'; readonly wish: Wish}
	| {
			readonly step: 'pin';
			readonly wish: Wish;
			readonly answer: null | 'checking' | 'wrong' | {readonly waitS: number};
	  }
);

/** What there is to say about a key press whose effect is not on the screen by itself. */
export type Remark = 'asked' | 'slip-busy' | 'note-needed' | RefusalCode;

/** What can be looked at beside a payment or before it. */
export type Page = 'log' | 'help' | 'matters';

/** All that the console keeps. */
export type UiState = {
	/** The terminal's size in cells. */
	readonly columns: number;
	readonly rows: number;
	/** The sum as typed. */
	readonly text: string;
	/** Enter was pressed on a sum that is none: its mistake is shown even where typing could still mend it. */
	readonly isTextTried: boolean;
	readonly picker: {readonly draft: Draft; readonly cursor: number} | null;
	readonly page: Page | null;
	/** Lines above the newest that the log is scrolled up; null follows the newest. */
	readonly logTop: number | null;
	/** The matter that was chosen last, also when it has been settled since; null: the first. */
	readonly matterOrderId: string | null;
	readonly decision: Decision | null;
	readonly question: Question | null;
	readonly problem: Problem | null;
	/** `auto`: full screen only where the QR fits no other way. */
	readonly qrView: 'auto' | 'full' | 'text';
	/** The ended payment that the cashier has dealt with on its own screen. */
	readonly dismissedOrderId: string | null;
	/** Leave as soon as this payment has ended without money. */
	readonly leaveAfterOrderId: string | null;
	/** One line about the last key press (a refusal, a slip printed again); any next key takes it away. */
	readonly remark: Remark | null;
	/** Time to draw an empty screen and go. */
	readonly isOver: boolean;
};

/** A console that was just opened, on a terminal of the usual size. */
export const startUi: UiState = {
	columns: 80,
	rows: 24,
	text: '',
	isTextTried: false,
	picker: null,
	page: null,
	logTop: null,
	matterOrderId: null,
	decision: null,
	question: null,
	problem: null,
	qrView: 'auto',
	dismissedOrderId: null,
	leaveAfterOrderId: null,
	remark: null,
	isOver: false,
};
