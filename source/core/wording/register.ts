// The shape of what is said about the fiscal register, and the troubles that it is said of.

/** What cures an error that the register answers; each is worded once. */
export type RegisterCure =
	| 'again'
	| 'cashIn'
	| 'clock'
	| 'closeShift'
	| 'confirmClock'
	| 'continuePrint'
	| 'cool'
	| 'cutter'
	| 'fewerLines'
	| 'finishReceipt'
	| 'freeLid'
	| 'loadAgain'
	| 'network'
	| 'ofd'
	| 'openShift'
	| 'paper'
	| 'password'
	| 'power'
	| 'readState'
	| 'replaceStorage'
	| 'restart'
	| 'rowLocked'
	| 'service'
	| 'settings'
	| 'shorten'
	| 'smallerSum'
	| 'sumsDisagree'
	| 'support'
	| 'wait'
	| 'waitStorage';

/** Whether a refused command surely did nothing (register-protocol §11, «taken?»). */
export type RegisterTaken = 'no' | 'unknown';

/** Every trouble of the register, with what has to be said of it. */
export type RegisterTrouble =
	/** Nobody answers. `detail` is the system's word, cleaned. */
	| {readonly code: 'LINK'; readonly detail: string}
	/** A command went out and its answer never came; what it did is not known. */
	| {readonly code: 'NO_ANSWER'; readonly command: string}
	/** The register refused a command. `ownText` is its own name for an error that we don't know. */
	| {
			readonly code: 'DEVICE';
			readonly error: number;
			readonly command: string;
			readonly taken: RegisterTaken;
			readonly cure: RegisterCure;
			readonly ownText: string;
	  }
	| {readonly code: 'PAPER'}
	| {readonly code: 'COVER'}
	| {readonly code: 'PRINTING'}
	| {readonly code: 'SHIFT_EXPIRED'}
	| {readonly code: 'SHIFT_CLOSED'}
	| {
			readonly code: 'FOREIGN_RECEIPT';
			readonly kind: number;
			readonly totalKopecks: number | null;
			readonly operations: number;
	  }
	| {readonly code: 'MODE'; readonly mode: number}
	| {readonly code: 'STORAGE_PHASE'; readonly phase: number}
	| {
			readonly code: 'STORAGE_WARNING';
			readonly warning: 'replaceIn3Days' | 'replaceIn30Days' | 'memory90' | 'operatorSilent';
	  }
	| {readonly code: 'CLOCK'; readonly registerTime: string; readonly minutes: number}
	| {readonly code: 'SLOT_NAME'; readonly slot: number; readonly name: string; readonly found: string}
	| {readonly code: 'SUM_DIFFERS'; readonly expectedKopecks: number; readonly foundKopecks: number}
	| {readonly code: 'SLOT'; readonly slot: number}
	| {readonly code: 'LINE'; readonly name: string}
	| {readonly code: 'VAT_NOT_POSSIBLE'; readonly vat: string}
	| {readonly code: 'NOT_CLOSED'}
	| {readonly code: 'OTHER_STORAGE'; readonly expected: string; readonly found: string}
	| {readonly code: 'OTHER_DOCUMENTS'; readonly from: number; readonly to: number}
	| {readonly code: 'UNSETTLED'}
	| {readonly code: 'QR_TOO_LONG'; readonly bytes: number}
	| {readonly code: 'TABLE_VALUE'; readonly name: string; readonly allowed: string};

export type RegisterTroubleCode = RegisterTrouble['code'];

/** What happened; what is safe; what to do next. */
export type RegisterWords = readonly [happened: string, safe: string, todo: string];

export type RegisterWording = {
	readonly troubles: {
		readonly [Code in Exclude<RegisterTroubleCode, 'DEVICE'>]: (
			trouble: Extract<RegisterTrouble, {code: Code}>,
		) => RegisterWords;
	};
	/** What happened, by the register's own error code. */
	readonly errors: Readonly<Record<number, string>>;
	readonly unknownError: (hex: string, ownText: string) => string;
	readonly cures: Readonly<Record<RegisterCure, string>>;
	readonly safe: Readonly<Record<RegisterTaken, string>>;
	readonly slip: {
		readonly title: string;
		readonly repeat: string;
		readonly sum: (rubles: string) => string;
		readonly order: (orderId: string) => string;
		readonly validUntil: (time: string) => string;
		readonly noCode: string;
		readonly test: string;
	};
};
