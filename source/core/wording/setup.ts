// The shape of what the wizard says. Troubles of settings, certificate, gateway and register have their sentences with them.

export type SetupStepId = 'letter' | 'certificate' | 'connection' | 'types' | 'register' | 'trial';

/** What keys do, as the key line names it. */
export type SetupActionId =
	| 'next'
	| 'field'
	| 'choose'
	| 'earlier'
	| 'later'
	| 'leave'
	| 'yes'
	| 'no'
	| 'skip'
	| 'again'
	| 'take'
	| 'cancel'
	| 'write'
	| 'wizard'
	| 'demo'
	| 'language'
	| 'open';

type Letter = 'accessLine' | 'agentId' | 'posId' | 'agentKey' | 'crsId' | 'wmid' | 'certificatePassword';

/** What is wrong with a row of the payment types while it is being typed. */
export type TypesFault =
	| 'code-form'
	| 'code-twice'
	| 'name-empty'
	| 'slot-form'
	| 'slot-twice'
	| 'none-linked';

export type SetupWording = {
	readonly title: string;
	readonly steps: Readonly<Record<SetupStepId, string>>;
	readonly actions: Readonly<Record<SetupActionId, string>>;
	readonly working: string;
	/** Steps that are still open, named. */
	readonly stillOpen: (steps: readonly string[]) => string;
	readonly smallScreen: (columns: number, rows: number) => string;
	readonly start: {
		readonly title: string;
		readonly noTill: (folder: string) => string;
		readonly unfinished: (folder: string) => string;
		readonly wizard: string;
		readonly goOn: string;
		readonly demo: string;
		readonly from: string;
	};
	readonly letter: {
		readonly intro: string;
		readonly fields: Readonly<Record<Letter, string>>;
		readonly hints: Readonly<Record<Letter, string>>;
		readonly recognised: (count: number) => string;
		readonly doubtful: (fields: readonly string[]) => string;
		readonly nothing: string;
		readonly empty: string;
		readonly kept: string;
		readonly hidden: (length: number) => string;
	};
	readonly certificate: {
		readonly intro: string;
		readonly password: string;
		readonly path: string;
		readonly none: string;
		readonly owner: string;
		readonly valid: (from: string, to: string) => string;
		readonly ours: string;
		readonly other: (posId: string) => string;
		readonly tryPassword: string;
		readonly noFile: string;
	};
	readonly connection: {
		readonly intro: string;
		readonly sound: string;
		readonly broken: (link: string) => string;
		readonly notTried: string;
		/** How far the clocks are apart, seconds; negative where the gateway’s is behind. */
		readonly clocksApart: (seconds: string) => string;
		readonly roots: string;
		readonly noRoots: string;
		readonly rootTaken: string;
		readonly needsLetter: string;
	};
	readonly types: {
		readonly intro: string;
		readonly system: string;
		readonly code: string;
		readonly name: string;
		readonly slot: string;
		readonly suggested: string;
		readonly notOffered: string;
		readonly faults: Readonly<Record<TypesFault, string>>;
		readonly written: string;
	};
	readonly register: {
		readonly intro: string;
		readonly searching: (place: string) => string;
		readonly address: string;
		readonly addressHint: string;
		readonly none: string;
		readonly nobody: string;
		readonly isSet: (place: string) => string;
		readonly printing: string;
		readonly scanned: string;
		readonly notScanned: string;
		readonly names: string;
		readonly nameDiffers: (slot: number, name: string, found: string) => string;
		readonly writeNames: string;
		readonly screenAsk: string;
		readonly screenNone: string;
		readonly screenNoFit: (needed: string, screen: string) => string;
	};
	readonly trial: {
		readonly intro: string;
		readonly sandboxRuns: string;
		readonly sandboxPaid: (seconds: string) => string;
		readonly sandboxFailed: string;
		readonly real: string;
		readonly realRuns: string;
		readonly realScan: string;
		readonly realEnds: Readonly<Record<'cancelled' | 'returned' | 'other', string>>;
		readonly realFailed: (text: string) => string;
		readonly timesAdvice: (roundTripMs: number | null, seconds: number) => string;
		readonly timeField: string;
		readonly timeShort: string;
		readonly timeForm: string;
		readonly pinAsk: string;
		readonly pinField: string;
		readonly pinAgain: string;
		readonly pinForm: string;
		readonly pinDiffers: string;
		readonly pinIsSet: string;
		readonly finished: string;
		readonly finishedHow: string;
	};
	readonly pin: {
		readonly ask: string;
		readonly field: string;
		readonly wrong: string;
		readonly wait: (waitS: number) => string;
	};
	/** What `setup undo` and `setup --answers` say. */
	readonly line: {
		readonly needsTerminal: string;
		readonly undone: (file: string, from: string) => string;
		readonly removed: (file: string, keptAs: string) => string;
		readonly nothingToUndo: string;
		readonly answersUnreadable: (file: string) => string;
		readonly answersNotJson: (file: string) => string;
		readonly answersField: (path: string, allowed: string) => string;
		readonly pinNeeded: string;
		readonly done: string;
		readonly unchanged: string;
		readonly failed: string;
		readonly checked: string;
		readonly finished: (changed: boolean) => string;
	};
};
