// The payment types of a till that has no till.json yet: one row for each linked code.
import {type LinkName, linkNames} from '../../core/index.ts';
import type {PaymentTypeRow} from './till-schema.ts';

const names: Readonly<Record<LinkName, string>> = {
	SBP: 'СБП',
	WebMoney: 'WebMoney',
	WeChat: 'WeChat Pay',
	Alipay: 'Alipay',
};

/** Slots from 2 on in the order of the systems: with a register the admin sets them to what its table says. */
export const rowsForCodes = (codes: ReadonlyMap<LinkName, string>): readonly PaymentTypeRow[] =>
	linkNames.flatMap((name, index) => {
		const code = codes.get(name);
		return code === undefined ? [] : [{code, name: names[name], registerSlot: index + 2}];
	});
