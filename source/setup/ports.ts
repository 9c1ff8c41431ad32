// What the wizard needs of the world. It asks and shows; settings, gateway, register and sandbox are plugged in by the command line.
import type {PinCheck} from '../console/index.ts';
import type {
	CertificateFault,
	CertificateWarning,
	EndedState,
	GatewayFault,
	GatewayLink,
	PaymentEvent,
	PaymentSystem,
	QrPlace,
	RegisterFault,
	SettingsProblem,
} from '../core/index.ts';
import type {QrSetting} from '../qr/index.ts';
import type {LetterField} from './letter/fields.ts';

/** What is typed of a letter. A secret that is set already and not typed anew is an empty text. */
export type LetterValues = Readonly<Record<LetterField, string>>;

/** One row of the payment types as texts: what is typed is kept as it is until it is right. */
export type TypeRow = {
	readonly system: PaymentSystem;
	readonly code: string;
	readonly name: string;
	readonly slot: string;
};

/** Where a register is; `none`: a till without one. */
export type RegisterPlace =
	| {readonly link: 'none'}
	| {readonly link: 'tcp'; readonly address: string}
	| {readonly link: 'serial'; readonly address: string; readonly baudRate: number};

export type FoundRegisterPlace = Exclude<RegisterPlace, {link: 'none'}> & {readonly model: string};

/** What is kept of an unfinished run. Never a secret. */
export type Draft = {
	readonly step: string;
	readonly letter: Partial<Record<LetterField, string>>;
	readonly types: readonly TypeRow[];
	readonly address: string;
	readonly certificatePath: string;
};

/** What stands in the till's folder. */
export type TillFacts = {
	readonly letter: LetterValues;
	/** Secrets that are set. */
	readonly secrets: ReadonlySet<LetterField>;
	/** `<POS>.pfx` lies there. */
	readonly hasCertificate: boolean;
	/** Empty: none are set yet. */
	readonly types: readonly TypeRow[];
	/** null: not chosen yet. */
	readonly register: RegisterPlace | null;
	readonly qr: QrSetting;
	readonly qrOn: readonly QrPlace[];
	readonly responseTimeoutS: number;
	readonly hasPin: boolean;
	readonly draft: Draft | null;
};

/** `pin`: addresses change and the PIN was not given yet; nothing was written. */
export type SaveEnd =
	| {readonly type: 'saved'}
	| {readonly type: 'refused'; readonly problems: readonly SettingsProblem[]}
	| {readonly type: 'pin'};

/** A certificate file as it was found and tried. */
export type TriedCertificate = {
	readonly path: string;
} & (
	| {
			readonly ok: true;
			readonly owner: string;
			/** ISO. */
			readonly validFrom: string;
			readonly validTo: string;
			readonly warnings: readonly CertificateWarning[];
	  }
	| {readonly ok: false; readonly fault: CertificateFault}
);

export type ProbeRow =
	| {readonly link: GatewayLink; readonly ms: number; readonly ok: true; readonly seen: string}
	| {readonly link: GatewayLink; readonly ms: number; readonly ok: false; readonly fault: GatewayFault};

export type Probed = {
	/** In the order of the chain; ends with the first broken link. */
	readonly rows: readonly ProbeRow[];
	/** What the gateway offers, where it answered. */
	readonly systems: readonly PaymentSystem[];
	/** Files that may be the root certificate, where the server's chain is not trusted. */
	readonly roots: readonly string[];
};

/** `blocked`: settings or certificate do not allow it yet. */
export type ProbeEnd = Probed | {readonly blocked: string};

export type RegisterEnd = {readonly ok: true} | {readonly ok: false; readonly fault: RegisterFault};

export type SlotNameRow = {
	readonly slot: number;
	readonly name: string;
	readonly found: string;
	readonly isSame: boolean;
};

export type NamesEnd =
	| {readonly ok: true; readonly names: readonly SlotNameRow[]}
	| {readonly ok: false; readonly fault: RegisterFault};

export type TrialProgress = {
	readonly events: readonly PaymentEvent[];
	/** The QR's text while it can be paid. */
	readonly qr: string | null;
};

export type TrialEnd =
	| {readonly type: 'ended'; readonly state: EndedState; readonly ms: number; readonly isReturned: boolean}
	/** Words for people: why it could not begin. */
	| {readonly type: 'failed'; readonly text: string};

export type SetupPorts = {
	/** Reads the till's folder anew. */
	read(): TillFacts;
	/** Keeps what is typed and not yet right; secrets are not in it. */
	saveDraft(draft: Draft): void;
	/** Writes the letter's values; empty secrets stay as they are. */
	saveLetter(letter: LetterValues): Promise<SaveEnd>;
	/** Looks for `.pfx` files; a path of the person's own is looked at too. */
	findCertificates(path: string): Promise<readonly string[]>;
	/** An empty password is the one that is set. */
	tryCertificate(path: string, password: string): Promise<TriedCertificate>;
	takeCertificate(path: string, password: string): Promise<SaveEnd>;
	probe(): Promise<ProbeEnd>;
	takeRoot(path: string): Promise<SaveEnd>;
	saveTypes(rows: readonly TypeRow[]): Promise<SaveEnd>;
	/** `address` null: looks at all serial ports and the usual network address. */
	findRegisters(
		address: string | null,
		onTried: (place: string) => void,
	): Promise<readonly FoundRegisterPlace[]>;
	saveRegister(place: RegisterPlace): Promise<SaveEnd>;
	testPrint(): Promise<RegisterEnd>;
	readNames(): Promise<NamesEnd>;
	writeNames(): Promise<NamesEnd>;
	saveQr(qr: QrSetting, qrOn: readonly QrPlace[]): Promise<SaveEnd>;
	sandboxPayment(watch: (progress: TrialProgress) => void): Promise<TrialEnd>;
	/** Without a receipt. Cancels when `signal` is aborted; money that came is returned. */
	realPayment(watch: (progress: TrialProgress) => void, signal: AbortSignal): Promise<TrialEnd>;
	saveResponseTime(seconds: number): Promise<SaveEnd>;
	savePin(pin: string): Promise<SaveEnd>;
	/** True: from now on this run may change addresses. */
	readonly checkPin: PinCheck;
};
