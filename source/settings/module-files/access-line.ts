// The access line of the payment system's letter: one address that the module wants in two parts.

export type AccessLine = {readonly serverUrl: string; readonly servicePath: string};

/** `https://host[:port]`, or an IPv6 host in brackets: no user, no path. */
const serverForm = /^https:\/\/(?:\[[0-9a-f:.]+\]|[\p{L}\p{N}._-]+)(?::\d{1,5})?$/iu;

// Letters of a path as RFC 3986 has them; a dot segment would be folded away on the line and spoil the signature.
const pathForm = /^(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._~!$&'()*+,;=:@%-]+)+$/;

/** Whether a text is an address of a server as `ServerUrl` wants it. */
export function isServerUrl(text: string): boolean {
	if (!serverForm.test(text) || !URL.canParse(text)) return false;
	const {hostname, port} = new URL(text);
	return hostname !== '' && port !== '0';
}

/** Whether a text is a path as `ServicePath` wants it. */
export const isServicePath = (text: string): boolean => pathForm.test(text);

/**
 * Splits `https://dev.runpay.com/PosIntegration2/ApiService.svc` into its server and its service. Slashes at the end are cut;
 * null for what is no https address with a path, or has a user, a query or a fragment.
 */
export function splitAccessLine(url: string): AccessLine | null {
	const text = url.trim().replace(/\/{1,8}$/, '');
	const slash = text.indexOf('/', 'https://'.length);
	if (slash === -1) return null;
	const serverUrl = text.slice(0, slash);
	const servicePath = text.slice(slash);
	return isServerUrl(serverUrl) && isServicePath(servicePath) ? {serverUrl, servicePath} : null;
}
