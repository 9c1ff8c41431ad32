// One connection and the HTTP client on it. A client of its own for each: so it is always known whether a request went over
// a fresh connection or a kept one, and nothing is ever sent again behind our back.
import type {Client} from 'undici';
import {type Dialled, dial, type Route} from './dial.ts';

export type Link = {
	readonly client: Client;
	/** Null until the client has begun to connect. */
	readonly dialled: Dialled | null;
	/** It has carried an exchange before. */
	isKept: boolean;
	/** It can still carry one. */
	readonly isAlive: boolean;
	/** Bytes of answers that have come over it, without TLS's own. */
	readonly answerBytes: number;
	/** Closes it at once. */
	destroy(): void;
};

/** Without a hint of the server a connection is kept this long: longer and the next request meets a closed one. */
const keepMs = 4000;
/** What is left of a server's `Keep-Alive: timeout=` hint for the way there. */
const keepMarginMs = 2000;
/** Timers hold no more. */
const longestKeepMs = 2 ** 31 - 1;

/** Makes the link; it connects with the first request. */
export function openLink(ClientClass: typeof Client, route: Route): Link {
	let dialled: Dialled | null = null;
	let isAlive = true;
	const client = new ClientClass(route.address.origin, {
		pipelining: 1,
		allowH2: false,
		keepAliveTimeout: keepMs,
		keepAliveTimeoutThreshold: keepMarginMs,
		keepAliveMaxTimeout: longestKeepMs,
		// The whole answer has one limit, and it is ours.
		headersTimeout: 0,
		bodyTimeout: 0,
		connect: (_options, callback) => {
			if (dialled) {
				callback(new Error('the link has had its connection'), null);
				return;
			}
			dialled = dial(route, (error) => {
				if (error) callback(error, null);
				else if (dialled) callback(null, dialled.socket);
			});
		},
	});
	client.on('disconnect', () => {
		isAlive = false;
	});
	return {
		client,
		isKept: false,
		get dialled() {
			return dialled;
		},
		get isAlive() {
			return isAlive;
		},
		get answerBytes() {
			return dialled?.socket.bytesRead ?? 0;
		},
		destroy() {
			isAlive = false;
			dialled?.socket.destroy();
			void client.destroy();
		},
	};
}
