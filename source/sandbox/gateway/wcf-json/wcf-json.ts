// The WCF-shaped dialect with its default map, served from the contract's page.
import type {SandboxAccess} from '../../access.ts';
import {badRequest, type Refusal, refuse} from '../command.ts';
import type {Dialect} from '../dialect.ts';
import {id, number32, readFields} from '../fields.ts';
import {parseLiterally} from './json.ts';
import {isOperation, readCommand} from './read.ts';
import {anyTime} from './rules.ts';
import {isSigned} from './sign.ts';
import {writeAnswer} from './write.ts';

/** How far a till's clock may be off, in milliseconds. */
const toleranceMs = 300_000;

/** The server's side of `wcf-json` for one till. It has no nonce: each operation may be repeated without harm. */
export function makeWcfJson(access: SandboxAccess, nowMs: () => number): Dialect {
	const refusalOf = (request: object, commonName: string | null): Refusal | null => {
		const read = readFields(request, {AgentId: number32, PosId: id, RequestTime: anyTime});
		if (!read.ok) return badRequest(read.complaint);
		const {AgentId, PosId, RequestTime} = read.values;
		if (commonName !== PosId) return refuse(401, 'CERT', 'the certificate is not the one of PosId');
		if (AgentId !== access.agentId || PosId !== access.posId)
			return refuse(401, 'AGENT', 'no such agent with such a till');
		if (Math.abs(RequestTime - nowMs()) > toleranceMs)
			return refuse(401, 'CLOCK', 'RequestTime has to be within 300 s of ours');
		return isSigned(request, access.agentKey) ? null : refuse(401, 'SIGN', 'Sign does not fit');
	};

	return {
		read: ({operation, body, commonName}) => {
			if (!isOperation(operation)) return refuse(404, 'UNKNOWN_OPERATION', 'no such operation');
			const request = requestIn(body);
			if (!request) return badRequest('the body has to be {"request":{…}} in UTF-8');
			return refusalOf(request, commonName) ?? readCommand(operation, request);
		},
		write: (operation, answer) => writeAnswer(operation, answer, access, nowMs()),
	};
}

function requestIn(body: Buffer): object | null {
	try {
		const json = parseLiterally(new TextDecoder('utf-8', {fatal: true}).decode(body));
		if (typeof json !== 'object' || json === null || !Object.hasOwn(json, 'request')) return null;
		const request: unknown = Reflect.get(json, 'request');
		return typeof request === 'object' && request !== null && !Array.isArray(request) ? request : null;
	} catch {
		return null;
	}
}
