// What a qpg1 answer other than 200 means.
import {cleanText, type FaultAnswer, type GatewayFault} from '../../../core/index.ts';
import {clockFault} from '../../answer/clock-fault.ts';
import {httpFault, isRefusal} from '../../answer/http-fault.ts';
import {isJsonObject, type JsonObject, memberOf} from '../../answer/json.ts';
import {integer} from '../../answer/kinds.ts';
import type {WireAnswer} from '../dialect.ts';

export type Refusal = {readonly type: 'rejected'; readonly code: string; readonly message: string};

/** A 401 that names what it disliked in the signed headers. */
const headerCodes = ['NONCE', 'SIGN', 'CERT', 'AGENT'];

/** The technical fault in an answer other than 200. */
export function faultOf(answer: WireAnswer): FaultAnswer {
	return {type: 'fault', fault: whatFault(answer)};
}

/** A refusal to do what was asked (4xx with the error object, but for 401 and 429), else the technical fault. */
export function refusalOf(answer: WireAnswer): Refusal | FaultAnswer {
	const error = errorOf(answer);
	if (error && isRefusal(answer.httpStatus)) return {type: 'rejected', ...error};
	return faultOf(answer);
}

/** The gateway's own code in a well-formed error object, else null. */
export const errorCodeOf = (answer: WireAnswer): string | null => errorOf(answer)?.code ?? null;

function whatFault(answer: WireAnswer): GatewayFault {
	const error = errorOf(answer);
	if (!error) return httpFault(answer);
	const {code, message} = error;
	if (answer.httpStatus === 401 && code === 'CLOCK') return clockFault(serverTimeS(answer), answer.stampedMs);
	const isOwnCode =
		(answer.httpStatus === 401 && headerCodes.includes(code)) ||
		(answer.httpStatus === 404 && code === 'NOT_FOUND');
	return isOwnCode
		? {kind: 'http', code, detail: message}
		: httpFault(answer, message === '' ? code : `${code}: ${message}`);
}

function errorOf(answer: WireAnswer): {code: string; message: string} | null {
	const error = errorObject(answer);
	if (!error) return null;
	const code = memberOf(error, 'code');
	const message = memberOf(error, 'message');
	if (typeof code !== 'string' || cleanText(code, 64) === '' || typeof message !== 'string') return null;
	return {code: cleanText(code, 64), message: cleanText(message)};
}

function errorObject({body}: WireAnswer): JsonObject | null {
	if (!body.ok || !isJsonObject(body.json)) return null;
	const error = memberOf(body.json, 'error');
	return isJsonObject(error) ? error : null;
}

/** The gateway's clock, unix seconds, where it told it. */
function serverTimeS(answer: WireAnswer): number | undefined {
	const told = memberOf(errorObject(answer) ?? {}, 'serverTime');
	return told === undefined ? undefined : integer.from(told);
}
