// All that a history is made of: who does what, and what breaks. Played twice, it goes the same way twice.

/** Something that goes wrong with the nth request to the gateway (from 0, over the whole history). */
export type RequestFault = {
	readonly at: 'request';
	readonly n: number;
	readonly what:
		| 'lost' // never arrives; time-out
		| 'reset' // refused before it arrived
		| 'answer lost' // arrives and works; time-out
		| 'answer reset' // arrives and works; the line breaks at once
		| 'late' // time-out, and arrives long after
		| 'twice' // arrives once more, later
		| 'slow' // answered just within its time
		| 'error' // 500, nothing done
		| 'garbled' // works, and is answered by something unreadable
		| 'other amount'
		| 'other order'
		| 'other currency';
};

/** Something that goes wrong with the nth call of the register. */
export type RegisterFault = {
	readonly at: 'register';
	readonly n: number;
	readonly what:
		| 'off' // no answer to anything
		| 'refuses' // an error code before anything is closed
		| 'breaks before close' // the receipt stands open
		| 'breaks after close' // closed, and the answer is lost
		| 'slow'
		| 'throws'; // a bug of the driver after the close was sent
};

/** The disk takes nothing for some appends, from the nth on. */
export type DiskFault = {
	readonly at: 'append';
	readonly n: number;
	readonly count: number;
	/** `lies`: it says no, yet after a crash the row may be found. */
	readonly what: 'refuses' | 'lies';
};

/** The process dies at the nth step: an await, a timer, a moment before, between or after two disk writes. */
export type Crash = {
	readonly at: 'step';
	readonly n: number;
	/** `power`: what was not synced is lost too. */
	readonly what: 'kill' | 'power';
	readonly offMs: number;
};

export type TimeFault = {
	readonly at: 'time';
	readonly atMs: number;
	/** `sleep`: monotonic time stands still, the world goes on. `jump`: the wall clock is set. */
	readonly what: 'sleep' | 'jump';
	readonly byMs: number;
};

export type Fault = RequestFault | RegisterFault | DiskFault | Crash | TimeFault;

/** What the customer of one order does, in ms after the QR can be seen. */
export type Customer =
	| {readonly does: 'nothing'}
	| {readonly does: 'pays'; readonly afterMs: number}
	/** Confirms, and the bank decides later. */
	| {
			readonly does: 'confirms';
			readonly afterMs: number;
			readonly bankMs: number;
			readonly bank: 'paid' | 'declined' | 'waiting';
	  }
	| {readonly does: 'is declined'; readonly afterMs: number}
	/** The bank's word comes so long after the gateway has called the order ended. */
	| {readonly does: 'pays late'; readonly lateMs: number}
	/** The gateway calls it paid with another sum. */
	| {readonly does: 'pays another sum'; readonly afterMs: number};

export type Key = {
	readonly atMs: number;
	readonly key:
		| 'enter'
		| 'enter twice'
		| 'escape'
		| 'signal'
		| 'print'
		| 'ask now'
		| 'close receipt'
		| 'refund'
		| 'resolve'
		| 'drop'
		/** Leaves properly and starts again. */
		| 'leave';
};

export type Scenario = {
	readonly seed: number;
	/** Latencies are all the same, not drawn from the seed. */
	readonly isCalm: boolean;
	readonly responseTimeoutS: number;
	readonly pollIntervalS: number;
	readonly statusErrorLimit: number;
	readonly hasRegister: boolean;
	/** The QR is printed on the tape, and seen nowhere else. */
	readonly isOnPaper: boolean;
	/** The gateway returns the money where a cancel comes too late. */
	readonly cancelRefunds: boolean;
	/** What a new process does with what it finds. */
	readonly takesUp: 'resume' | 'bringToEnd';
	/** One for each order, in turn; the last one for all further. */
	readonly customers: readonly Customer[];
	readonly keys: readonly Key[];
	readonly faults: readonly Fault[];
};

/** A payment as it should be: Enter, QR, paid after 12 s, receipt closed. */
export const calm: Scenario = {
	seed: 0,
	isCalm: true,
	responseTimeoutS: 30,
	pollIntervalS: 5,
	statusErrorLimit: 2,
	hasRegister: true,
	isOnPaper: false,
	cancelRefunds: false,
	takesUp: 'resume',
	customers: [{does: 'pays', afterMs: 12_000}],
	keys: [{atMs: 1_000, key: 'enter'}],
	faults: [],
};

/** From here on nothing breaks any more: what is still open then must come to its end. */
export const calmFromMs = 300_000;

/** The cashier closes what is owed, once the world is calm. */
export const tidyAtMs = calmFromMs + 600_000;

/** The history's end: late money has been looked for by then. */
export const endMs = calmFromMs + 4_600_000;
