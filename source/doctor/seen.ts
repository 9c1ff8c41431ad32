// What the probes bring home: plain facts of each link, no judgement. The judges turn them into rows.
import type {
	CertificateFault,
	CertificateWarning,
	GatewayFault,
	GatewayLink,
	JournalDamage,
	JournalFault,
	MapProblem,
	PaymentSystem,
	QrPlace,
	RegisterFault,
	SettingsProblem,
} from '../core/index.ts';
import type {QrSetting} from '../qr/index.ts';

/** The facts of a till that judges of other links need. */
export type TillFacts = {
	readonly name: string;
	readonly posId: string;
	readonly dialect: string;
	/** Systems that the cashier can pick. */
	readonly systems: readonly PaymentSystem[];
	readonly qrOn: readonly QrPlace[];
	readonly qrSetting: QrSetting;
};

export type SettingsSeen =
	| {readonly type: 'read'; readonly till: TillFacts; readonly warnings: readonly SettingsProblem[]}
	| {readonly type: 'faulty'; readonly problems: readonly SettingsProblem[]}
	/** The files are right, the dialect's map is not. */
	| {readonly type: 'map'; readonly problems: readonly MapProblem[]};

export type CertificateSeen =
	| {
			readonly type: 'opened';
			readonly file: string;
			readonly subjectCn: string;
			/** ISO */
			readonly validTo: string;
			readonly warnings: readonly CertificateWarning[];
			/** Other users may read the file. */
			readonly isOpenToOthers: boolean;
	  }
	| {readonly type: 'fault'; readonly fault: CertificateFault};

/** One link of the way to the gateway; the first broken one is the last. */
export type GatewayStep = {readonly step: GatewayLink; readonly ms: number} & (
	| {readonly ok: true; readonly seen: string}
	| {readonly ok: false; readonly fault: GatewayFault}
);

export type GatewaySeen = {
	readonly host: string;
	/** Without a certificate these end before TLS. */
	readonly steps: readonly GatewayStep[];
	/** What the gateway said to the test question, and our clock then; null: it said nothing of use. */
	readonly pong: {
		readonly timeS: number;
		readonly systems: readonly PaymentSystem[];
		readonly nowS: number;
	} | null;
};

/** The register as it stands. Null wherever the firmware doesn't know the question. */
export type RegisterFacts = {
	readonly name: string;
	readonly address: string;
	readonly mode: number;
	/** In mode 8 the kind of the open document. */
	readonly modeStatus: number;
	readonly submode: number;
	readonly operations: number;
	readonly totalKopecks: number | null;
	/** Null: this model has no sensor. */
	readonly hasPaper: boolean | null;
	readonly isCoverOpen: boolean | null;
	/** `YYYY-MM-DD HH:MM:SS` of the register, and how far that is from ours. */
	readonly clock: {readonly at: string; readonly minutesOff: number} | null;
	readonly shift: {readonly number: number; readonly receipts: number} | null;
	readonly storage:
		| {
				readonly type: 'seen';
				readonly number: string;
				readonly phase: number;
				readonly warnings: readonly ('replaceIn3Days' | 'replaceIn30Days' | 'memory90' | 'operatorSilent')[];
				/** `YYYY-MM-DD` */
				readonly expires: string | null;
				readonly isExpired: boolean;
				readonly waiting: number;
		  }
		/** `error`: the register's code; null: no answer. */
		| {readonly type: 'refuses'; readonly error: number | null}
		| {readonly type: 'none'};
	/** Payment types whose name in the register's table differs. */
	readonly otherNames: readonly {
		readonly slot: number;
		readonly name: string;
		readonly found: string;
	}[];
};

export type RegisterSeen =
	| {readonly type: 'absent'}
	| {readonly type: 'held'; readonly command: string; readonly pid: number}
	| {readonly type: 'gaveWay'}
	/** The line could not be opened. */
	| {readonly type: 'unreachable'; readonly address: string; readonly detail: string}
	| {readonly type: 'silent'; readonly address: string; readonly baudRate: number | null}
	/** It speaks, but will not tell its state. */
	| {readonly type: 'refuses'; readonly address: string; readonly fault: RegisterFault}
	| {readonly type: 'answered'; readonly facts: RegisterFacts};

export type DisplaySeen =
	| {readonly type: 'absent'}
	| {readonly type: 'there'; readonly kind: string; readonly port: string}
	| {readonly type: 'missing'; readonly port: string; readonly found: readonly string[]}
	| {readonly type: 'denied' | 'noPort'; readonly port: string};

export type TerminalSeen =
	| {readonly type: 'none'}
	| {
			readonly type: 'there';
			readonly columns: number;
			readonly rows: number;
			readonly env: Readonly<Record<string, string | undefined>>;
	  };

export type DiskSeen =
	| {readonly type: 'noFolder'}
	| {readonly type: 'written'; readonly freeBytes: number; readonly fsyncMs: number}
	/** `errno`: the system's word. */
	| {readonly type: 'refused'; readonly errno: string};

export type JournalSeen =
	| {readonly type: 'noFolder'}
	| {readonly type: 'none'}
	| {readonly type: 'failed'; readonly fault: JournalFault}
	| {
			readonly type: 'read';
			readonly rows: number;
			readonly lastAt: string | null;
			readonly damage: JournalDamage | null;
			/** False: the time ran out. */
			readonly isWhole: boolean;
			/** Payments that wait for somebody; those under way in a running console are not among them. */
			readonly openOrders: readonly string[];
			/** Broken journals that were put aside. */
			readonly kept: readonly string[];
			/** Version of the program that opened the till last, and whether it still holds it. */
			readonly opened: {readonly version: string; readonly isRunning: boolean} | null;
	  };

export type VersionSeen = {readonly version: string; readonly node: string; readonly platform: string};

/** By probe. */
export type SeenBy = {
	readonly settings: SettingsSeen;
	readonly certificate: CertificateSeen;
	readonly gateway: GatewaySeen;
	readonly register: RegisterSeen;
	readonly display: DisplaySeen;
	readonly terminal: TerminalSeen;
	readonly disk: DiskSeen;
	readonly journal: JournalSeen;
	readonly version: VersionSeen;
};

export type ProbeId = keyof SeenBy;

/** What came of one probe. `notTried`: what it needs could not be had. */
export type Probed<Seen> =
	| {readonly type: 'seen'; readonly seen: Seen}
	| {readonly type: 'late'; readonly limitS: number}
	| {readonly type: 'failed'; readonly detail: string}
	| {readonly type: 'notTried'};

export type AllProbed = {readonly [Id in ProbeId]: Probed<SeenBy[Id]>};
