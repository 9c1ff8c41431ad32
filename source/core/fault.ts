// Technical faults of the two links, as values. They say which link broke; wording turns them into sentences.

/** Where the exchange with the gateway broke. `identity`: a well-formed answer that speaks of something else and is not paid. */
export type GatewayFaultKind = 'connect' | 'tls' | 'timeout' | 'http' | 'body' | 'identity';

/** A technical error of the gateway link: it says nothing about the payment. */
export type GatewayFault = {
	readonly kind: GatewayFaultKind;
	/** A fixed word for the cause, e.g. `ENOTFOUND`, `CLIENT_CERT_REFUSED`, `CLOCK`, `HTTP_502`, `NOT_JSON`. */
	readonly code: string;
	/** Cleaned, short, for support: a host, a field's name, the gateway's own message. Never a secret. */
	readonly detail: string;
};

/** A fault of the register: the code's number where the register gave one (reference: register-protocol §11). */
export type RegisterFault = {
	/** `LINK`, `PAPER`, `SHIFT_EXPIRED`, `FOREIGN_RECEIPT`, `E4E` (register's own code, hex) … */
	readonly code: string;
	/** What happened, in words. */
	readonly text: string;
	/** What to do next, in words. */
	readonly advice: string;
};
