// Who calls? Certificate, agent, clock, signature, nonce, in this order (contracts: gateway, «Dialect qpg1»).
import {createHash, createHmac, timingSafeEqual} from 'node:crypto';
import type {SandboxAccess} from '../../access.ts';
import type {Call} from '../call.ts';
import {type Refusal, refuse} from '../command.ts';
import {makeNonceMemory} from './nonces.ts';

/** How far a till's clock may be off, in seconds. */
const toleranceS = 300;

export type Authenticate = (call: Call) => Refusal | null;

/** A check that remembers nonces; it answers null for a call that may go on. */
export function makeAuthenticate(access: SandboxAccess, nowMs: () => number): Authenticate {
	const nonces = makeNonceMemory();
	return (call) => {
		const header = (name: string): string => {
			const value = call.headers[name];
			return typeof value === 'string' ? value : '';
		};
		const pos = header('x-qpg-pos');
		if (call.commonName !== pos) return refuse(401, 'CERT', 'the certificate is not the one of X-Qpg-Pos');
		if (header('x-qpg-agent') !== access.agentId || pos !== access.posId)
			return refuse(401, 'AGENT', 'no such agent with such a till');

		const nowS = Math.floor(nowMs() / 1000);
		const time = header('x-qpg-time');
		if (!/^\d{1,12}$/.test(time) || Math.abs(Number(time) - nowS) > toleranceS)
			return refuse(401, 'CLOCK', `X-Qpg-Time has to be within ${toleranceS} s of ours`);

		const nonce = header('x-qpg-nonce');
		const bodyHash = createHash('sha256').update(call.body).digest('hex');
		const message = ['POST', call.path, time, nonce, bodyHash].join('\n');
		const right = createHmac('sha256', access.agentKey).update(message).digest();
		const sign = header('x-qpg-sign');
		if (!/^[0-9a-f]{64}$/.test(sign) || !timingSafeEqual(right, Buffer.from(sign, 'hex')))
			return refuse(401, 'SIGN', 'X-Qpg-Sign does not fit');

		// After the signature: a stranger can't use up a till's nonces.
		if (!/^[0-9a-f]{32}$/.test(nonce)) return refuse(401, 'NONCE', 'X-Qpg-Nonce: 32 lower-case hex digits');
		return nonces.use(nonce, Number(time) + toleranceS, nowS)
			? null
			: refuse(401, 'NONCE', 'X-Qpg-Nonce was used before');
	};
}
