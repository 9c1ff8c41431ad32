// The four payment types between the wizard's rows and the two files that hold them.
import {type LinkName, linkNames, type PaymentSystem} from '../core/index.ts';
import type {SettingChange, WhatIsSet} from '../settings/index.ts';
import type {TypeRow} from '../setup/index.ts';

const systems: Readonly<Record<LinkName, PaymentSystem>> = {
	SBP: 'sbp',
	WebMoney: 'webmoney',
	WeChat: 'wechat',
	Alipay: 'alipay',
};

const names: Readonly<Record<LinkName, string>> = {
	SBP: 'СБП',
	WebMoney: 'WebMoney',
	WeChat: 'WeChat Pay',
	Alipay: 'Alipay',
};

/** All four rows as they are set; none where no system is linked yet. */
export function typeRows({links, tillFile}: WhatIsSet): readonly TypeRow[] {
	if (links.size === 0) return [];
	return linkNames.map((link, index): TypeRow => {
		const code = links.get(link) ?? '';
		const row = tillFile.paymentTypes.find((one) => one.code === code);
		return {
			system: systems[link],
			code,
			name: row?.name ?? names[link],
			slot: String(row?.registerSlot ?? index + 2),
		};
	});
}

/** Links and rows together. Rows of codes that are linked no more stay: other programs may know them. */
export function typeChanges(
	rows: readonly TypeRow[],
	{links, tillFile}: WhatIsSet,
): readonly SettingChange[] {
	const linked = rows.filter(({code}) => code !== '');
	const codes = new Set([...linked.map(({code}) => code), ...links.values()]);
	const others = tillFile.paymentTypes.filter(({code}) => !codes.has(code));
	const paymentTypes = [
		...linked.map(({code, name, slot}) => ({code, name: name.trim(), registerSlot: Number(slot)})),
		...others,
	];
	return [
		...linkNames.map((link) => ({
			key: link,
			value: rows.find(({system}) => system === systems[link])?.code ?? '',
		})),
		{key: 'paymentTypes', value: JSON.stringify(paymentTypes)},
	];
}
