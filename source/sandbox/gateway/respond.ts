// Carries out a delivery on a real connection.
import type {ServerResponse} from 'node:http';
import type {Delivery} from './delivery.ts';
import type {Written} from './dialect.ts';

/** What the other side got: an HTTP code, a closed connection, or nothing. */
export type Received = number | 'cut' | 'silence';

/** Sends `written` as `delivery` says; the answer is known at once, even where it travels late. */
export function respond(response: ServerResponse, written: Written, delivery: Delivery): Received {
	switch (delivery.type) {
		case 'answer': {
			const send = () => {
				response.writeHead(written.httpStatus, {
					'content-type': 'application/json; charset=utf-8',
					'content-length': Buffer.byteLength(written.body),
				});
				response.end(written.body);
			};
			if (delivery.delayMs <= 0) send();
			else {
				const timer = setTimeout(send, delivery.delayMs);
				// The other side gave up, or the gateway closes.
				response.once('close', () => clearTimeout(timer));
			}
			return written.httpStatus;
		}
		case 'instead':
			response.writeHead(delivery.httpStatus, {
				'content-type': delivery.contentType,
				'content-length': Buffer.byteLength(delivery.body),
			});
			response.end(delivery.body);
			return delivery.httpStatus;
		case 'cut':
			response.socket?.destroy();
			return 'cut';
		case 'silence':
			return 'silence';
	}
}
