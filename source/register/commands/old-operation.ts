// 80h…83h: one line of a receipt on firmware that has no FF46h (register-protocol §7.2).
import type {SaleOrRefund, VatRate} from '../../core/index.ts';
import {fitBytes, littleEndian} from '../wire/bytes.ts';
import {type Command, command, nothing} from './command.ts';

export const oldOperationCode = {sale: 0x80, buy: 0x81, refund: 0x82, buyRefund: 0x83} as const;

/** Tax groups of table 6 as they leave the factory. 5 % and 7 % have none there. */
export const taxGroup: Partial<Record<VatRate, number>> = {none: 4, '0': 3, '10': 2, '20': 1, '22': 1};

export type OldOperation = {
	readonly kind: SaleOrRefund | 'buy' | 'buyRefund';
	readonly quantityThousandths: number;
	readonly priceKopecks: number;
	/** 0: taxed by nothing; 1…4: a row of table 6. */
	readonly taxGroup: number;
	/** CP1251; 40 bytes, padded. */
	readonly name: Uint8Array;
};

const department = 1;

export const oldOperation = (password: number, line: OldOperation): Command<null> =>
	command({
		code: oldOperationCode[line.kind],
		kind: 'fiscal',
		password,
		fields: [
			littleEndian(line.quantityThousandths, 5),
			littleEndian(line.priceKopecks, 5),
			department,
			Uint8Array.of(line.taxGroup, 0, 0, 0),
			fitBytes(line.name, 40),
		],
		decode: nothing,
	});
