// The last look before a line leaves the shop. No secret should have come so far; should one have, in whatever dress, it ends here.

const mask = '••••••';

/** Shorter ones would be found by chance in numbers and words that are none. */
const leastCharacters = 6;

/** Replaces the secrets in a line of JSON: as they are, escaped, in base64, hex or percent encoding. */
export function secretsRemover(secrets: readonly string[]): (line: string) => string {
	const forms = secrets
		.filter((secret) => [...secret].length >= leastCharacters)
		.flatMap(formsOf)
		// The longest first: a short form may be a part of a longer one.
		.sort((one, other) => other.length - one.length);
	const dresses = [...new Set(forms)];
	return (line) => dresses.reduce((text, form) => text.replaceAll(form, mask), line);
}

function formsOf(secret: string): readonly string[] {
	const bytes = Buffer.from(secret, 'utf8');
	const hex = bytes.toString('hex');
	return [
		secret,
		JSON.stringify(secret).slice(1, -1),
		bytes.toString('base64').replace(/=+$/, ''),
		bytes.toString('base64url'),
		hex,
		hex.toUpperCase(),
		encodeURIComponent(secret),
	];
}
