// The four payment systems behind the gateway, by the words of the contract.

/** Every payment system that the gateway can make a QR for. */
export const paymentSystems = ['sbp', 'webmoney', 'wechat', 'alipay'] as const;

export type PaymentSystem = (typeof paymentSystems)[number];

/** Whether a word from outside names one of our systems. */
export const isPaymentSystem = (word: string): word is PaymentSystem =>
	(paymentSystems as readonly string[]).includes(word);
