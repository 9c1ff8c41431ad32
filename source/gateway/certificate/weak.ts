// A certificate that today's TLS won't show to anybody: its key is too short or its signature too old.

/** Whether OpenSSL's security level refused our own certificate. */
export function isTooWeak(error: unknown): boolean {
	return error instanceof Error && /(?:key|md) too (?:small|weak)/i.test(error.message);
}
