// till.json: its fields, their rules and what holds where a field is not there. The table of the contract.
import {languages, type QrPlace, type VatRate, vatRates} from '../../core/index.ts';
import type {Rule} from './rule.ts';

export const tillFileName = 'till.json';

/** The newest form of the file that this program knows. */
export const tillVersion = 1;

export type PaymentTypeRow = {readonly code: string; readonly name: string; readonly registerSlot: number};

/** The file's content with every field there. */
export type TillFile = {
	readonly version: number;
	readonly name: string;
	readonly dialect: 'qpg1' | 'wcf-json';
	readonly gateway: {readonly caFile: string | null};
	readonly pollIntervalS: number;
	readonly paymentTypes: readonly PaymentTypeRow[];
	readonly register: {
		readonly link: 'none' | 'tcp' | 'serial';
		readonly address: string | null;
		readonly baudRate: number;
		readonly password: number;
		/** The register's bit: 1 ОСН, 2 УСН доход, 4 УСН доход−расход, 8 ЕНВД, 16 ЕСХН, 32 ПСН; null: its own setting. */
		readonly taxSystem: number | null;
		readonly vat: VatRate;
	};
	readonly customer: {
		readonly qrOn: readonly QrPlace[];
		readonly display: {readonly kind: 'none' | 'mertech-qr-pay'; readonly port: string | null};
	};
	readonly ui: {
		readonly language: 'ru' | 'en';
		readonly sound: boolean;
		readonly qr: 'auto' | 'half-blocks' | 'spaces' | 'ascii' | 'none';
	};
	readonly pinHash: string | null;
};

export const tillDefaults: TillFile = {
	version: tillVersion,
	name: 'Касса 1',
	dialect: 'qpg1',
	gateway: {caFile: null},
	pollIntervalS: 5,
	paymentTypes: [],
	register: {link: 'none', address: null, baudRate: 115200, password: 30, taxSystem: null, vat: 'none'},
	customer: {qrOn: ['screen'], display: {kind: 'none', port: null}},
	ui: {language: 'ru', sound: true, qr: 'auto'},
	pinHash: null,
};

/** Texts that people read: no control, no bidi mark, not only blanks. */
const shown = (most: number): string => `^(?=.*[\\p{L}\\p{N}])[^\\p{Cc}\\p{Cf}\\u2028\\u2029]{1,${most}}$`;

const path = '^[^\\p{Cc}\\u2028\\u2029]{1,1024}$';

export const tillSchema = {
	type: 'object',
	properties: {
		version: {enum: [tillVersion]},
		name: {type: 'string', pattern: shown(64)},
		dialect: {enum: ['qpg1', 'wcf-json']},
		gateway: {type: 'object', properties: {caFile: {type: ['string', 'null'], pattern: path}}},
		pollIntervalS: {type: 'integer', minimum: 1, maximum: 60},
		paymentTypes: {
			type: 'array',
			maxItems: 100,
			items: {
				type: 'object',
				required: ['code', 'name', 'registerSlot'],
				properties: {
					code: {type: 'string', pattern: '^[0-9]{1,9}$'},
					name: {type: 'string', pattern: shown(40)},
					registerSlot: {type: 'integer', minimum: 2, maximum: 13},
				},
			},
		},
		register: {
			type: 'object',
			properties: {
				link: {enum: ['none', 'tcp', 'serial']},
				address: {type: ['string', 'null'], pattern: path},
				baudRate: {enum: [2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600]},
				// Four bytes on the wire, eight digits on the register's own keys.
				password: {type: 'integer', minimum: 0, maximum: 99_999_999},
				taxSystem: {enum: [null, 1, 2, 4, 8, 16, 32]},
				vat: {enum: [...vatRates]},
			},
		},
		customer: {
			type: 'object',
			properties: {
				qrOn: {type: 'array', minItems: 1, maxItems: 8, items: {enum: ['screen', 'paper', 'display']}},
				display: {
					type: 'object',
					properties: {
						kind: {enum: ['none', 'mertech-qr-pay']},
						port: {type: ['string', 'null'], pattern: path},
					},
				},
			},
		},
		ui: {
			type: 'object',
			properties: {
				language: {enum: [...languages]},
				sound: {type: 'boolean'},
				qr: {enum: ['auto', 'half-blocks', 'spaces', 'ascii', 'none']},
			},
		},
		// The usual form of a scrypt hash; `pin.ts` makes and checks it.
		pinHash: {
			type: ['string', 'null'],
			pattern:
				'^\\$scrypt\\$ln=(1[0-9]|20),r=[0-9]{1,2},p=[0-9]{1,2}\\$[A-Za-z0-9+/]{22,88}\\$[A-Za-z0-9+/]{43}$',
		},
	},
} as const satisfies Rule;
