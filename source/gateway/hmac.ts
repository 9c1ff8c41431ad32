// The one signature that our dialects use.
import {createHmac} from 'node:crypto';

export type HmacAlgorithm = 'sha256' | 'sha512';

/** Lower-case hex HMAC of `message` under `key`; both are taken as UTF-8. */
export const hmacHex = (key: string, message: string, algorithm: HmacAlgorithm = 'sha256'): string =>
	createHmac(algorithm, key).update(message, 'utf8').digest('hex');
