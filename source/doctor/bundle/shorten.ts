// What a journal row may show to support: enough to compare with a slip or a gateway's list, not enough to pay or to phone somebody.

/** What leaves the shop of an event's body: QR codes and customers' addresses are shortened, everything else stays. */
export function shortenBody(body: unknown): unknown {
	if (Array.isArray(body)) return body.map(shortenBody);
	if (typeof body !== 'object' || body === null) return body;
	return Object.fromEntries(
		Object.entries(body).map(([name, value]) => {
			if (typeof value !== 'string') return [name, shortenBody(value)];
			if (name === 'qr') return [name, shortenQr(value)];
			return [name, name === 'email' || name === 'phone' ? shortenText(value) : value];
		}),
	);
}

/**
 * A QR's text with its id cut to the first and last four characters: `https://qr.nspk.ru/AD10…31LQ`. Only the host of an
 * `https:` text stays whole; in other schemes the id may stand in the host's place.
 */
export function shortenQr(text: string): string {
	const head = /^https:\/\/[^/?#]*/i.exec(text)?.[0] ?? /^[a-z][a-z0-9+.-]*:\/\//i.exec(text)?.[0] ?? '';
	return head + text.slice(head.length).replace(/[^/?&=#]{9,}/g, shortenText);
}

/** First and last four characters; of a short text less, so that a part is always hidden. */
function shortenText(text: string): string {
	const characters = [...text];
	const shown = characters.length >= 9 ? 4 : Math.floor(characters.length / 4);
	return `${characters.slice(0, shown).join('')}…${characters.slice(characters.length - shown).join('')}`;
}
