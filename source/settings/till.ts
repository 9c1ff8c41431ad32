// A till as the program needs it: every setting of its folder in one typed, checked, readonly object.
import type {Language, PaymentPolicy, PaymentSystem, QrPlace, VatRate} from '../core/index.ts';

/** A system that is linked to a payment type and set up: it can be offered to a customer. */
export type LinkedSystem = {
	readonly system: PaymentSystem;
	/** «Код» of the payment type in the Cashier. */
	readonly code: string;
	/** The till's own name for it. */
	readonly name: string;
	/** «Номер оплаты в ККМ», 2 … 13. */
	readonly registerSlot: number;
};

type RegisterFacts = {
	/** The operator's password of the register. */
	readonly password: number;
	/** One bit: 1 ОСН, 2 УСН доход, 4 УСН доход−расход, 8 ЕНВД, 16 ЕСХН, 32 ПСН; null: what the register has set. */
	readonly taxSystem: number | null;
	/** For receipts that say no rate of their own. */
	readonly vat: VatRate;
};

export type TillRegister =
	| {readonly link: 'none'}
	| ({readonly link: 'tcp'; readonly host: string; readonly port: number} & RegisterFacts)
	| ({readonly link: 'serial'; readonly device: string; readonly baudRate: number} & RegisterFacts);

export type TillDisplay = {readonly kind: 'none'} | {readonly kind: 'mertech-qr-pay'; readonly port: string};

export type Till = {
	/** Absolute path of the till's folder. */
	readonly folder: string;
	readonly name: string;
	readonly dialect: 'qpg1' | 'wcf-json';

	readonly agentId: string;
	readonly posId: string;
	readonly crsId: string;
	readonly wmid: string;
	/** Secret. */
	readonly agentKey: string;
	/** Secret; may be empty. */
	readonly certificatePassword: string;
	/** `<PosId>.pfx` in the folder, absolute. Whether it is there and opens is the gateway's to find out. */
	readonly certificateFile: string;
	/** `https://host[:port]`, no slash at the end. */
	readonly serverUrl: string;
	/** Begins with a slash, none at the end. */
	readonly servicePath: string;
	/** A PEM file beside the usual roots, absolute; null: none. */
	readonly caFile: string | null;

	/** In the order of the gateway's systems. */
	readonly systems: readonly LinkedSystem[];
	readonly policy: PaymentPolicy;
	readonly register: TillRegister;
	readonly customer: {readonly qrOn: readonly QrPlace[]; readonly display: TillDisplay};
	readonly ui: {
		readonly language: Language;
		readonly sound: boolean;
		readonly qr: 'auto' | 'half-blocks' | 'spaces' | 'ascii' | 'none';
	};
	/** Guards refunds and decisions by hand; null: no PIN is asked. */
	readonly pinHash: string | null;
};
