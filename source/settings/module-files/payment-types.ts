// WebMoneyPaymentTypes.txt: which of the Cashier's payment type codes stands for which system of the gateway.
import {type LinkName, linkNames, type PaymentSystem} from '../../core/index.ts';
import type {NameTable} from './module-file.ts';

export const linkFileName = 'WebMoneyPaymentTypes.txt';

export const systemOfLink: Readonly<Record<LinkName, PaymentSystem>> = {
	SBP: 'sbp',
	WebMoney: 'webmoney',
	WeChat: 'wechat',
	Alipay: 'alipay',
};

export const linkNameTable: NameTable<LinkName> = new Map(
	linkNames.map((name) => [name.toLowerCase(), name]),
);

/** Whether a text is a code of the Cashier's payment types; empty stands for «not offered». */
export const isLinkValue = (value: string): boolean => value === '' || isPaymentTypeCode(value);

/** «Код» of a payment type: 1–9 digits. */
export const isPaymentTypeCode = (value: string): boolean => /^\d{1,9}$/.test(value);

/** Pairs of systems that name the same code, leading zeros aside: each system that comes second, with the first. */
export function systemsWithOneCode(
	codes: ReadonlyMap<LinkName, string>,
): readonly {readonly name: LinkName; readonly firstName: LinkName}[] {
	const owners = new Map<number, LinkName>();
	const shared: {name: LinkName; firstName: LinkName}[] = [];
	for (const [name, code] of codes) {
		if (!isPaymentTypeCode(code)) continue;
		const firstName = owners.get(Number(code));
		if (firstName) shared.push({name, firstName});
		else owners.set(Number(code), name);
	}
	return shared;
}
