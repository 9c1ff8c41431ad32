// What the doctor can find at each link of a till, and the shape of what is said about it.
import type {GatewayFault, RegisterFault} from '../fault.ts';
import type {PaymentSystem} from '../payment-system.ts';
import type {CertificateFault, CertificateWarning, MapProblem} from './gateway.ts';
import type {GatewayLink} from './gateway-links.ts';
import type {JournalDamage, JournalFault} from './journal.ts';
import type {RegisterTrouble} from './register.ts';
import type {SettingsProblem} from './settings.ts';

/** The rows of the page, in their order: each leans on those above it at most. */
export const doctorCheckIds = [
	'settings',
	'certificate',
	'dns',
	'tcp',
	'tls',
	'clientCertificate',
	'service',
	'signature',
	'clock',
	'systems',
	'registerLink',
	'registerState',
	'shift',
	'paper',
	'storage',
	'display',
	'terminal',
	'disk',
	'journal',
	'version',
] as const;

export type DoctorCheckId = (typeof doctorCheckIds)[number];

/** Who can mend it. */
export type DoctorHelper = 'cashier' | 'admin' | 'paymentSystem' | 'registerService';

/** What is in order. */
export type DoctorSound =
	| {readonly code: 'SETTINGS'; readonly name: string; readonly posId: string; readonly dialect: string}
	| {readonly code: 'CERTIFICATE'; readonly subjectCn: string; readonly validTo: string}
	| {readonly code: 'DNS'; readonly host: string; readonly addresses: string}
	| {readonly code: 'TCP'; readonly address: string; readonly ms: number}
	| {readonly code: 'TLS'; readonly version: string}
	| {readonly code: 'CLIENT_CERTIFICATE'}
	| {readonly code: 'SERVICE'; readonly ms: number}
	| {readonly code: 'SIGNATURE'}
	| {readonly code: 'CLOCK'; readonly aheadS: number}
	| {readonly code: 'SYSTEMS'; readonly systems: readonly PaymentSystem[]}
	| {readonly code: 'REGISTER'; readonly name: string; readonly address: string}
	| {readonly code: 'REGISTER_READY'; readonly mode: number; readonly submode: number}
	| {readonly code: 'SHIFT_OPEN'; readonly shift: number | null; readonly receipts: number | null}
	| {readonly code: 'SHIFT_CLOSED'}
	| {readonly code: 'PAPER'}
	| {
			readonly code: 'STORAGE';
			readonly number: string;
			readonly expires: string | null;
			readonly waiting: number;
	  }
	| {readonly code: 'STORAGE_NONE'}
	| {readonly code: 'DISPLAY'; readonly kind: string; readonly port: string}
	| {
			readonly code: 'TERMINAL';
			readonly term: string;
			readonly columns: number;
			readonly rows: number;
			readonly colours: string;
	  }
	| {readonly code: 'DISK'; readonly freeBytes: number; readonly fsyncMs: number}
	| {readonly code: 'JOURNAL_NONE'}
	| {readonly code: 'JOURNAL'; readonly rows: number; readonly lastAt: string | null}
	| {readonly code: 'VERSION'; readonly version: string; readonly node: string; readonly platform: string};

/** What is broken or doubtful. Those that another room has words for are handed on as that room's own data. */
export type DoctorTrouble =
	/** `more`: further ones of the same kind. `isOdd`: doubtful, not wrong. */
	| {
			readonly code: 'SETTING';
			readonly problem: SettingsProblem;
			readonly more: number;
			readonly isOdd: boolean;
	  }
	| {readonly code: 'MAP'; readonly problem: MapProblem; readonly more: number}
	| {readonly code: 'CERTIFICATE'; readonly fault: CertificateFault}
	| {readonly code: 'CERTIFICATE_ODD'; readonly warning: CertificateWarning}
	| {readonly code: 'CERTIFICATE_OPEN'; readonly file: string}
	| {readonly code: 'GATEWAY'; readonly fault: GatewayFault}
	/** `aheadS`: the gateway's clock is ahead of ours by so much. */
	| {readonly code: 'CLOCK_DRIFTS'; readonly aheadS: number}
	| {
			readonly code: 'SYSTEMS_MISSING';
			readonly missing: readonly PaymentSystem[];
			readonly offered: readonly PaymentSystem[];
	  }
	/** The line could not be opened; `detail` is the system's word. */
	| {readonly code: 'REGISTER_UNREACHABLE'; readonly address: string; readonly detail: string}
	/** The line is open, and nobody speaks. `baudRate` on a serial line. */
	| {readonly code: 'REGISTER_SILENT'; readonly address: string; readonly baudRate: number | null}
	| {readonly code: 'REGISTER'; readonly trouble: Exclude<RegisterTrouble, {readonly code: 'DEVICE'}>}
	/** As the driver worded it. */
	| {readonly code: 'REGISTER_SAYS'; readonly fault: RegisterFault}
	/** `error`: the register's code for what the storage answers; null: no answer. */
	| {readonly code: 'STORAGE_REFUSES'; readonly error: number | null}
	| {readonly code: 'STORAGE_EXPIRED'; readonly expires: string}
	| {readonly code: 'DISPLAY_MISSING'; readonly port: string; readonly found: readonly string[]}
	| {readonly code: 'DISPLAY_DENIED'; readonly port: string}
	| {readonly code: 'DISPLAY_NO_PORT'; readonly port: string}
	| {readonly code: 'TERMINAL_LOCALE'; readonly locale: string; readonly isQrLost: boolean}
	| {readonly code: 'TERMINAL_NO_COLOURS'; readonly term: string}
	| {
			readonly code: 'TERMINAL_SMALL';
			readonly columns: number;
			readonly rows: number;
			readonly needed: {readonly columns: number; readonly rows: number};
	  }
	| {readonly code: 'TERMINAL_NARROW'; readonly columns: number; readonly rows: number}
	| {readonly code: 'TERMINAL_NO_QR'}
	| {readonly code: 'DISK_LOW'; readonly freeBytes: number}
	| {readonly code: 'DISK_FULL'}
	| {readonly code: 'DISK_READ_ONLY'}
	| {readonly code: 'DISK_FAILS'; readonly errno: string}
	| {readonly code: 'DISK_SLOW'; readonly fsyncMs: number}
	| {readonly code: 'JOURNAL_BROKEN'; readonly damage: JournalDamage}
	| {readonly code: 'JOURNAL_UNREADABLE'; readonly fault: JournalFault}
	/** So long that the time ran out; `rows` were looked at. */
	| {readonly code: 'JOURNAL_LONG'; readonly rows: number}
	| {readonly code: 'JOURNAL_OPEN'; readonly orderIds: readonly string[]}
	| {readonly code: 'JOURNAL_KEPT'; readonly files: readonly string[]}
	| {readonly code: 'VERSION_OLD_CONSOLE'; readonly running: string; readonly installed: string}
	/** The check itself came to no end, or fell over. */
	| {readonly code: 'PROBE_LATE'; readonly limitS: number}
	| {readonly code: 'PROBE_FAILED'; readonly detail: string};

/** Why a link was not checked. */
export type DoctorSkip =
	/** It leans on a link that is broken. */
	| {readonly code: 'AFTER'; readonly id: DoctorCheckId}
	/** This till has no such thing. */
	| {readonly code: 'ABSENT'}
	/** Another process holds the till, and with it the register's only line. */
	| {readonly code: 'HELD'; readonly command: string; readonly pid: number}
	/** Somebody took the till while we asked: we hung up. */
	| {readonly code: 'GAVE_WAY'}
	| {readonly code: 'NO_TERMINAL'}
	/** The gateway's dialect has no harmless question. */
	| {readonly code: 'NO_PING'};

/** What `--fix` has done to the till's folder. Modes are octal texts. */
export type DoctorDeed =
	| {readonly code: 'MODE'; readonly file: string; readonly from: string; readonly to: string}
	| {readonly code: 'REMOVED'; readonly file: string}
	| {readonly code: 'FAILED'; readonly file: string; readonly errno: string};

type ByCode<Thing extends {readonly code: string}, Words> = {
	readonly [Code in Thing['code']]: (thing: Extract<Thing, {readonly code: Code}>) => Words;
};

/** Troubles whose sentences are the doctor's own. */
export type DoctorOwnTrouble = Exclude<
	DoctorTrouble,
	{
		readonly code:
			| 'SETTING'
			| 'MAP'
			| 'CERTIFICATE'
			| 'CERTIFICATE_ODD'
			| 'GATEWAY'
			| 'REGISTER'
			| 'REGISTER_SAYS'
			| 'STORAGE_REFUSES'
			| 'JOURNAL_BROKEN'
			| 'JOURNAL_UNREADABLE';
	}
>;

/** What was seen; what it means; the one thing to do next. */
export type DoctorWords = readonly [seen: string, means: string, todo: string];

export type DoctorWording = {
	readonly names: Readonly<Record<DoctorCheckId, string>>;
	readonly helpers: Readonly<Record<DoctorHelper, string>>;
	readonly sound: ByCode<DoctorSound, string>;
	readonly troubles: ByCode<DoctorOwnTrouble, DoctorWords>;
	/** What a trouble means where its sentence comes from another room. */
	readonly means: {
		readonly setting: string;
		readonly settingOdd: string;
		readonly certificate: string;
		readonly certificateOdd: string;
		readonly gateway: Readonly<Record<GatewayLink, string>>;
		readonly register: string;
		readonly storage: string;
		readonly journalBroken: string;
		readonly journalUnreadable: string;
	};
	/** The one thing to do, for the same. */
	readonly todo: {
		readonly storage: string;
		readonly journalBroken: string;
		readonly journalUnreadable: string;
	};
	readonly storageSilent: string;
	readonly more: (count: number) => string;
	readonly skipped: ByCode<DoctorSkip, string>;
	readonly labels: {readonly means: string; readonly todo: string; readonly who: string};
	readonly deeds: ByCode<DoctorDeed, string>;
	readonly nothingToFix: string;
	/** The last line; names are those of the rows. */
	readonly summary: (broken: readonly string[], warnings: readonly string[], skipped: number) => string;
	readonly bundleWritten: (file: string, rows: number) => string;
	readonly bundleExists: (file: string) => string;
	readonly bundleFailed: (file: string, errno: string) => string;
};
