// Whether the vendor did what was asked: by a field of the answer or by the HTTP code, as the map says.
import {cleanText, type GatewayFault} from '../../../core/index.ts';
import {type Fields, readFields} from '../../answer/fields.ts';
import {httpFault, isRefusal} from '../../answer/http-fault.ts';
import {isJsonObject, type Json, memberOf} from '../../answer/json.ts';
import type {WireAnswer} from '../dialect.ts';
import type {WcfMap} from './map.ts';
import {textOf} from './map-reader.ts';

export type Verdict =
	/** `result` is the answer without its wrapper. */
	| {readonly type: 'accepted'; readonly result: Json}
	| {readonly type: 'refused'; readonly code: string; readonly text: string; readonly isNotFound: boolean}
	| {readonly type: 'fault'; readonly fault: GatewayFault};

/** Judges the answer to the operation whose vendor's name is `name`. */
export function verdictOn(map: WcfMap, name: string, answer: WireAnswer): Verdict {
	const {success} = map;
	const {httpStatus, body} = answer;
	const isOk = httpStatus === 200;
	if (!isOk && !(success.by === 'http' && isRefusal(httpStatus) && body.ok && isJsonObject(body.json))) {
		return {type: 'fault', fault: httpFault(answer)};
	}
	if (!body.ok) return {type: 'fault', fault: body.fault};
	const result = unwrapped(map, name, body.json, isOk);
	if (!result.ok) return {type: 'fault', fault: result.fault};
	if (success.by === 'http') {
		return isOk ? {type: 'accepted', result: result.json} : refusal(map, result.json, `HTTP_${httpStatus}`);
	}
	const fields = readFields(result.json);
	const code = fields.read(map.answer.resultCode ?? '', {
		blank: '',
		from: (value) => textOf(value) ?? undefined,
	});
	if (fields.fault) return {type: 'fault', fault: fields.fault};
	return success.accepted.includes(code)
		? {type: 'accepted', result: result.json}
		: refusal(map, result.json, code);
}

/** A refusal's fault, where the operation takes no refusal for an answer. */
export const refusalFault = (refused: Extract<Verdict, {type: 'refused'}>): GatewayFault => ({
	kind: 'http',
	code: refused.isNotFound ? 'NOT_FOUND' : 'GATEWAY_CODE',
	detail: refused.text === '' ? refused.code : `${refused.code}: ${refused.text}`,
});

function refusal(map: WcfMap, result: Json, otherCode: string): Verdict {
	const told = isJsonObject(result) ? result : {};
	const codeName = map.answer.resultCode;
	const textName = map.answer.resultText;
	const raw = (codeName === null ? null : textOf(memberOf(told, codeName))) ?? otherCode;
	const code = cleanText(raw, 64) || otherCode;
	const text = cleanText((textName === null ? null : textOf(memberOf(told, textName))) ?? '');
	const refused = {type: 'refused', code, text, isNotFound: map.codes.notFound.includes(raw)} as const;
	return map.codes.technical.includes(raw)
		? {type: 'fault', fault: {...refusalFault(refused), code: 'GATEWAY_CODE'}}
		: refused;
}

/** An error answer may come without the wrapper. */
function unwrapped(
	map: WcfMap,
	name: string,
	json: Json,
	isNeeded: boolean,
): {ok: true; json: Json} | {ok: false; fault: GatewayFault} {
	if (map.wrap.answer === null) return {ok: true, json};
	const wrapper = map.wrap.answer.replace('{operation}', name);
	const inner = isJsonObject(json) ? memberOf(json, wrapper) : undefined;
	if (inner === undefined && !isNeeded) return {ok: true, json};
	if (inner !== undefined) return {ok: true, json: inner};
	const fields: Fields = readFields(json);
	fields.read(wrapper, {blank: null, from: () => null});
	return {ok: false, fault: fields.fault ?? {kind: 'body', code: 'MISSING_FIELD', detail: wrapper}};
}
