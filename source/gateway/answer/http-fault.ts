// What an HTTP answer other than the expected one means, for every dialect.
import {cleanText, type GatewayFault} from '../../core/index.ts';
import type {WireAnswer} from '../dialects/dialect.ts';

/** The fault of an unexpected HTTP code. `said` is the gateway's own word on it, where it gave one. */
export function httpFault(answer: WireAnswer, said = ''): GatewayFault {
	const rest = answer.location ?? (answer.body.ok ? '' : answer.body.fault.detail);
	return {kind: 'http', code: `HTTP_${answer.httpStatus}`, detail: cleanText(said || rest)};
}

/** A 4xx that says no to what was asked. 401 and 429 are about who asks and how often, so they are worth another try. */
export const isRefusal = (httpStatus: number): boolean =>
	httpStatus >= 400 && httpStatus < 500 && httpStatus !== 401 && httpStatus !== 429;
