// The body of an HTTP answer: at most 64 KiB of JSON, or the reason why it is not.
import {cleanText, type GatewayFault} from '../../core/index.ts';
import {parseJson} from '../answer/json.ts';
import type {WireAnswer} from '../dialects/dialect.ts';

const maxBytes = 64 * 1024;

/** The bytes, or null where there are more than an answer may have; a connection that dies meanwhile throws. */
export async function readWithin(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
	const parts: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of chunks) {
		length += chunk.length;
		if (length > maxBytes) return null;
		parts.push(chunk);
	}
	return Buffer.concat(parts);
}

/** Judges the body by its type first: a proxy's page is told from a gateway's broken JSON. */
export function bodyOf(bytes: Uint8Array | null, contentType: string): WireAnswer['body'] {
	const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
	if (type === 'text/html') return bad('HTML', type);
	if (bytes === null) return bad('TOO_LONG', `> ${maxBytes}`);
	if (type !== 'application/json') return bad('CONTENT_TYPE', type || '–');
	const text = utf8(bytes);
	const json = text === null ? undefined : parseJson(text);
	return json === undefined ? bad('NOT_JSON', `${bytes.length} B`) : {ok: true, json};
}

const bad = (code: string, detail: string): {ok: false; fault: GatewayFault} => ({
	ok: false,
	fault: {kind: 'body', code, detail: cleanText(detail, 80)},
});

function utf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch {
		return null;
	}
}
