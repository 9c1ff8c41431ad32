// What a payment system's letter says about a till, as far as the wizard needs it.

/** In the order in which they are asked. */
export const letterFields = [
	'accessLine',
	'agentId',
	'posId',
	'agentKey',
	'crsId',
	'wmid',
	'certificatePassword',
] as const;

export type LetterField = (typeof letterFields)[number];

/** Typed unseen, shown as dots, written into WebMoneySettings.txt and nowhere else. */
export const secretFields: ReadonlySet<LetterField> = new Set(['agentKey', 'certificatePassword']);
