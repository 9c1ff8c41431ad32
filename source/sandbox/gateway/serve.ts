// From a request to its answer: transport rules, dialect, order book, and how the answer travels.
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {PeerCertificate, TLSSocket} from 'node:tls';
import {maxBodyBytes, readBody} from './call.ts';
import {type Answer, type Command, type Refusal, refuse} from './command.ts';
import {atOnce, type Delivery} from './delivery.ts';
import type {Dialect, DialectName} from './dialect.ts';
import type {OrderBook} from './order-book.ts';
import {idIn, noteOf, type RequestEntry} from './request-log.ts';
import {respond} from './respond.ts';

export type ServeOptions = {
	readonly book: OrderBook;
	readonly dialects: Readonly<Record<DialectName, Dialect>>;
	readonly servicePaths: Readonly<Record<DialectName, string>>;
	/** Deliveries ordered by hand; the first one is taken by the next answer. */
	readonly ordered: Delivery[];
	readonly note: (entry: Omit<RequestEntry, 'at'>) => void;
};

/** Answers one request. */
export async function serve(
	{book, dialects, servicePaths, ordered, note}: ServeOptions,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	// Before anything is awaited: a till that hangs up takes its certificate with it.
	const commonName = commonNameOf(request.socket as TLSSocket);
	const body = await readBody(request);
	if (body === 'aborted') return;
	const [path = ''] = (request.url ?? '').split('?');
	const end = path.lastIndexOf('/');
	const operation = path.slice(end + 1);
	const name = dialectNames.find((dialect) => servicePaths[dialect] === path.slice(0, end));
	// What lies outside both services is refused in our own dialect.
	const dialect = dialects[name ?? 'qpg1'];

	const read = (): Command | Refusal => {
		if (!name) return refuse(404, 'UNKNOWN_SERVICE', 'nothing is served under this path');
		if (request.method !== 'POST') return refuse(405, 'METHOD', 'every operation is a POST');
		if (!isJson(request.headers['content-type']))
			return refuse(415, 'CONTENT_TYPE', 'Content-Type has to be application/json; charset=utf-8');
		if (body === 'too-large') return refuse(413, 'TOO_LARGE', `a body has at most ${maxBodyBytes} bytes`);
		return dialect.read({path, operation, headers: request.headers, body, commonName});
	};

	const command = read();
	const answer: Answer = command.type === 'refused' ? command : book.run(command);
	const delivery = ordered.shift() ?? ('delivery' in answer ? answer.delivery : atOnce);
	const received = respond(response, dialect.write(operation, answer), delivery);
	note({operation, orderId: idIn(command), answer: received, note: noteOf(answer)});
}

const dialectNames: readonly DialectName[] = ['qpg1', 'wcf-json'];

const isJson = (contentType = ''): boolean =>
	/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(contentType);

/** CN of the certificate that TLS has verified. Two CNs are nobody's name. */
function commonNameOf(socket: TLSSocket): string | null {
	// Null on a closed connection, whatever the types say.
	const certificate = socket.getPeerCertificate() as PeerCertificate | null;
	const name: unknown = certificate?.subject?.CN;
	return typeof name === 'string' ? name : null;
}
