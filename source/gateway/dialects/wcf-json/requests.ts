// Our requests in the vendor's words: fields in the order of the map, signed as the map says.
import {decimalRubles, type OrderRequest} from '../../../core/index.ts';
import {hmacHex} from '../../hmac.ts';
import type {Call, OrdersRange, Speaker, Stamp} from '../dialect.ts';
import {wcfDate} from './dates.ts';
import type {RequestField, WcfMap} from './map.ts';

/** A field's value: its token in the body, and its text where it is signed. */
type Token = {readonly json: string; readonly text: string};

/** What an operation says besides who speaks and when. */
export type Said = Partial<Readonly<Record<RequestField, Token>>>;

const text = (value: string): Token => ({json: JSON.stringify(value), text: value});
const digits = (value: string): Token => ({json: value, text: value});

export const orderSaid = (orderId: string): Said => ({orderId: text(orderId)});

export const refundIdSaid = (refundId: string): Said => ({refundId: text(refundId)});

/** The amount keeps its digits: `1250.10` is written as it is, never through a float. */
export function amountSaid(map: WcfMap, amountKopecks: number): Said {
	const amount = map.amount.unit === 'rubles' ? decimalRubles(amountKopecks) : String(amountKopecks);
	return {amount: map.amount.as === 'number' ? digits(amount) : text(amount)};
}

export function createSaid(map: WcfMap, order: OrderRequest, system: string): Said {
	return {
		...orderSaid(order.orderId),
		...amountSaid(map, order.amountKopecks),
		crsId: text(order.crsId),
		wmid: text(order.wmid),
		system: text(system),
		currency: text(order.currency),
		ttl: digits(String(Math.max(order.ttlS, map.lifeTime.minimumS))),
		description: text(order.description),
	};
}

export function rangeSaid(map: WcfMap, {from, to, cursor}: OrdersRange): Said {
	const date = (iso: string): Token => text(map.dates === 'wcf' ? wcfDate(Date.parse(iso)) : iso);
	return {
		from: date(from),
		to: date(to),
		cursor: cursor === null ? {json: 'null', text: ''} : text(cursor),
	};
}

/** The signed POST of an operation, whose vendor's name is `name`. */
export function signedPost(map: WcfMap, speaker: Speaker, name: string, said: Said): Call {
	return (stamp) => {
		const time = timeToken(map, stamp);
		const tokens: Said = {
			...said,
			agentId: text(speaker.agentId),
			posId: text(speaker.posId),
			nonce: text(stamp.nonce),
			time,
		};
		const unsigned = bodyText(map, tokens);
		const signature = hmacHex(speaker.agentKey, signedText(map, tokens, unsigned), map.sign.algorithm);
		const {header} = map.sign;
		const body = header === null ? bodyText(map, {...tokens, sign: text(signature)}) : unsigned;
		return {
			path: `${speaker.servicePath}/${name}`,
			headers: {
				'Content-Type': 'application/json; charset=utf-8',
				...constantHeaders(map, speaker, stamp, time.text),
				...(header === null ? {} : {[header]: signature}),
			},
			body: new TextEncoder().encode(body),
		};
	};
}

function bodyText(map: WcfMap, tokens: Said): string {
	const members = map.request.flatMap(({field, name}) => {
		const token = tokens[field];
		return token ? [`${JSON.stringify(name)}:${token.json}`] : [];
	});
	for (const [name, value] of Object.entries(map.constants.fields)) {
		members.push(`${JSON.stringify(name)}:${JSON.stringify(value)}`);
	}
	const object = `{${members.join(',')}}`;
	return map.wrap.request === null ? object : `{${JSON.stringify(map.wrap.request)}:${object}}`;
}

/** The values in the map's order; a part that this operation doesn't have is left out. */
function signedText(map: WcfMap, tokens: Said, unsigned: string): string {
	const inMapOrder = map.request.map(({field}) => field).filter((field) => field !== 'sign');
	const values: Readonly<Record<string, string | undefined>> = {
		...map.constants.fields,
		...Object.fromEntries(map.request.map(({field}) => [field, tokens[field]?.text])),
		body: unsigned,
	};
	return (map.sign.parts ?? inMapOrder)
		.map((part) => values[part])
		.filter((value) => value !== undefined)
		.join(map.sign.joiner);
}

function timeToken(map: WcfMap, {timeMs}: Stamp): Token {
	switch (map.time) {
		case 'seconds':
			return digits(String(Math.floor(timeMs / 1000)));
		case 'milliseconds':
			return digits(String(timeMs));
		case 'iso':
			return text(new Date(timeMs).toISOString());
		case 'wcf':
			return text(wcfDate(timeMs));
	}
}

function constantHeaders(map: WcfMap, speaker: Speaker, stamp: Stamp, time: string): Record<string, string> {
	const values: Readonly<Record<string, string>> = {
		agentId: speaker.agentId,
		posId: speaker.posId,
		time,
		nonce: stamp.nonce,
	};
	const fill = (template: string): string =>
		template.replace(/\{(agentId|posId|time|nonce)\}/g, (_, name: string) => values[name] ?? '');
	const filled = Object.entries(map.constants.headers).map(([name, value]) => [name, fill(value)] as const);
	return Object.fromEntries(filled);
}
