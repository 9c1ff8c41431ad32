// The PIN that guards refunds and decisions by hand: kept as a scrypt hash, compared in constant time.
import {randomBytes, scrypt, timingSafeEqual} from 'node:crypto';

/** 2^15 rounds of 8 blocks: about 0.1 s and 32 MiB a guess. */
const cost = {ln: 15, r: 8, p: 1};
const keyBytes = 32;

/** 4–12 digits. */
export const isPin = (text: string): boolean => /^\d{4,12}$/.test(text);

/** The hash for `pinHash` of till.json: `$scrypt$ln=…,r=…,p=…$salt$key`, base64 without padding. */
export async function hashPin(pin: string): Promise<string> {
	const salt = randomBytes(16);
	const key = await derive(pin, salt, cost);
	return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${unpadded(salt)}$${unpadded(key)}`;
}

/** Whether a PIN is the one that was hashed; false for a hash of another form. */
export async function checkPin(pin: string, pinHash: string): Promise<boolean> {
	const match = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]{43})$/.exec(pinHash);
	if (!match) return false;
	const [, ln = '', r = '', p = '', salt = '', key = ''] = match;
	const derived = await derive(pin, Buffer.from(salt, 'base64'), {
		ln: Number(ln),
		r: Number(r),
		p: Number(p),
	});
	return timingSafeEqual(derived, Buffer.from(key, 'base64'));
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

function derive(pin: string, salt: Buffer, {ln, r, p}: typeof cost): Promise<Buffer> {
	const options = {N: 2 ** ln, r, p, maxmem: 2 ** ln * r * 256};
	return new Promise((done, failed) => {
		scrypt(pin, salt, keyBytes, options, (error, key) => (error ? failed(error) : done(key)));
	});
}
