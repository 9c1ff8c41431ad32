// The signature of a qpg1 request (contracts: gateway, «Dialect `qpg1`»).
import {createHash} from 'node:crypto';
import {hmacHex} from '../../hmac.ts';

export type SignedParts = {
	/** With the service's path, without a query. */
	readonly path: string;
	/** Unix seconds. */
	readonly timeS: number;
	readonly nonce: string;
	readonly body: Uint8Array;
};

/** Lower-case hex HMAC-SHA256 over method, path, time, nonce and the body's digest, a line each. */
export function signQpg1(agentKey: string, {path, timeS, nonce, body}: SignedParts): string {
	const digest = createHash('sha256').update(body).digest('hex');
	return hmacHex(agentKey, ['POST', path, timeS, nonce, digest].join('\n'));
}
