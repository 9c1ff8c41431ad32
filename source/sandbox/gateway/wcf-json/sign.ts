// The signature of wcf-json: HMAC-SHA256 under the agent's key over the values, joined by `;`.
import {createHmac, timingSafeEqual} from 'node:crypto';
import {NumberLiteral} from './json.ts';
import {signedFields} from './map.ts';

/** The signed text: each value as it stands in the request, null as nothing. */
export const signedText = (request: object, leftOut: readonly string[] = []): string =>
	signedFields
		.filter((name) => Object.hasOwn(request, name) && !leftOut.includes(name))
		.map((name) => textOf(Reflect.get(request, name)))
		.join(';');

/** Whether `Sign` fits the rest of the request. */
export function isSigned(request: object, agentKey: string): boolean {
	const sign: unknown = Object.hasOwn(request, 'Sign') ? Reflect.get(request, 'Sign') : undefined;
	if (typeof sign !== 'string' || !/^[0-9a-f]{64}$/.test(sign)) return false;
	const right = createHmac('sha256', agentKey).update(signedText(request)).digest();
	return timingSafeEqual(right, Buffer.from(sign, 'hex'));
}

function textOf(value: unknown): string {
	if (value instanceof NumberLiteral) return value.text;
	return value === null ? '' : String(value);
}
