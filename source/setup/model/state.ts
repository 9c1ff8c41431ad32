// All that the wizard keeps while it runs: where one is, what is typed, what was seen. Nothing here is on disk by itself.
import type {GatewayLink, RegisterFault, SettingsProblem, SetupStepId} from '../../core/index.ts';
import type {QrSetting} from '../../qr/index.ts';
import type {LetterField} from '../letter/fields.ts';
import type {
	FoundRegisterPlace,
	LetterValues,
	ProbeRow,
	RegisterPlace,
	SlotNameRow,
	TrialProgress,
	TriedCertificate,
	TypeRow,
} from '../ports.ts';

/** In the order in which they are gone through. */
export const stepIds: readonly SetupStepId[] = [
	'letter',
	'certificate',
	'connection',
	'types',
	'register',
	'trial',
];

/** `failed`: tried, and something is broken. */
export type StepMark = 'open' | 'done' | 'failed';

/** What is said below a step: sentences ready to show, and what they are like. */
export type Remark = {readonly tone: 'good' | 'bad' | 'warn' | 'plain'; readonly lines: readonly string[]};

export type LetterState = {
	readonly values: LetterValues;
	/** Secrets that stand in the file: left empty they stay. */
	readonly kept: ReadonlySet<LetterField>;
	readonly cursor: LetterField;
	/** Problems of the last try to save. */
	readonly problems: readonly SettingsProblem[];
};

export type CertificateState = {
	readonly password: string;
	readonly path: string;
	readonly field: 'password' | 'path';
	/** null: not searched yet. */
	readonly files: readonly TriedCertificate[] | null;
	readonly cursor: number;
	/** What is typed was not tried yet. */
	readonly isChanged: boolean;
};

export type ConnectionState = {
	/** null: not tried in this run. */
	readonly rows: readonly ProbeRow[] | null;
	readonly brokenAt: GatewayLink | null;
	readonly roots: readonly string[];
	readonly cursor: number;
	readonly blocked: string | null;
};

export type TypesColumn = 'code' | 'name' | 'slot';

export type TypesState = {
	readonly rows: readonly TypeRow[];
	readonly row: number;
	readonly column: TypesColumn;
	/** The codes are ours, not the shop's. */
	readonly isSuggested: boolean;
	readonly isTried: boolean;
	/** What the gateway offers; null: it was not asked yet. */
	readonly offered: ReadonlySet<string> | null;
};

export type RegisterState = {
	readonly stage: 'choose' | 'slip' | 'slip-asked' | 'names' | 'screen' | 'done';
	readonly address: string;
	readonly found: readonly FoundRegisterPlace[];
	readonly cursor: number;
	readonly wasSearched: boolean;
	readonly isSearching: boolean;
	/** The place that is being tried, in words. */
	readonly tried: string;
	readonly place: RegisterPlace | null;
	readonly fault: RegisterFault | null;
	readonly names: readonly SlotNameRow[];
	readonly isSlipRead: boolean;
	readonly qr: QrSetting;
};

export type TrialState = {
	readonly stage: 'ready' | 'sandbox' | 'ask-real' | 'real' | 'times' | 'pin' | 'finished';
	readonly progress: TrialProgress;
	readonly sandboxMs: number | null;
	readonly roundTripMs: number | null;
	readonly timeText: string;
	readonly pin: string;
	readonly pinAgain: string;
	readonly pinField: 'pin' | 'pinAgain';
	readonly hasPin: boolean;
};

/** An address waits for the PIN: what is to be done again when it was right. */
export type PinQuestion = {
	readonly text: string;
	/** What became of the last one; null: none was given yet. */
	readonly verdict: 'wrong' | {readonly waitS: number} | null;
	readonly again: () => void;
};

export type WizardState = {
	readonly columns: number;
	readonly rows: number;
	readonly step: SetupStepId;
	readonly marks: Readonly<Record<SetupStepId, StepMark>>;
	/** Something is under way; keys that would begin another thing do nothing. */
	readonly isBusy: boolean;
	readonly remark: Remark | null;
	readonly pinQuestion: PinQuestion | null;
	readonly letter: LetterState;
	readonly certificate: CertificateState;
	readonly connection: ConnectionState;
	readonly types: TypesState;
	readonly register: RegisterState;
	readonly trial: TrialState;
	readonly isOver: boolean;
};
