// Lines of one position of a receipt.
import type {Device} from '../device.ts';
import type {Operation} from '../state/receipt.ts';
import {pair, rubles, wrap} from './layout.ts';
import {methodName, subjectName, taxRateName} from './words.ts';

/** Name, price × quantity and sum, rate and kind; a name that begins with `//` is not printed. */
export function operationLines(device: Device, operation: Operation): readonly string[] {
	const {columns} = device.model;
	const isHidden = operation.name.startsWith('//');
	const price = `${rubles(operation.priceKopecks)} x ${quantity(operation.quantityMillionths)}`;
	const rate = operation.taxRate === null ? '' : (taxRateName(operation.taxRate) ?? '');
	const method = methodName(operation.method);
	return [
		...(isHidden || operation.name === '' ? [] : wrap(operation.name, columns)),
		...pair(`  ${price}`, `=${rubles(operation.sumKopecks)}`, columns),
		...wrap(
			[`  ${rate}`, method, method && subjectName(operation.subject)].filter(Boolean).join(' · '),
			columns,
		),
	].filter((text) => text.trim() !== '');
}

/** `2.5` for 2 500 000 millionths. */
const quantity = (millionths: number): string =>
	`${Math.floor(millionths / 1_000_000)}.${String(millionths % 1_000_000).padStart(6, '0')}`.replace(
		/\.?0+$/,
		'',
	);
