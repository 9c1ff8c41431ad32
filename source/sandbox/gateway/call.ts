// One request as a dialect sees it, after the server has let it in.
import type {IncomingHttpHeaders, IncomingMessage} from 'node:http';

/** A whole request within a service path. */
export type Call = {
	/** Without the query. */
	readonly path: string;
	/** What follows the service path. */
	readonly operation: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
	/** CN of the client's certificate, which TLS has verified; null where it has none or several. */
	readonly commonName: string | null;
};

/** No request of the contract comes near. */
export const maxBodyBytes = 65_536;

/** The body, or why there is none. Too long a body is still read to its end, or the other side would not read the answer. */
export async function readBody(request: IncomingMessage): Promise<Buffer | 'too-large' | 'aborted'> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	try {
		for await (const chunk of request as AsyncIterable<Buffer>) {
			bytes += chunk.length;
			if (bytes <= maxBodyBytes) chunks.push(chunk);
		}
	} catch {
		return 'aborted';
	}
	return bytes > maxBodyBytes ? 'too-large' : Buffer.concat(chunks);
}
