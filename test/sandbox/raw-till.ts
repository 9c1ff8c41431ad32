// A till of the tests' own: HTTPS by Node, signatures written from the contract, nothing shared with the sandbox.
import {createHash, createHmac, randomBytes} from 'node:crypto';
import {Agent, type RequestOptions, request} from 'node:https';
import type {TLSSocket} from 'node:tls';
import type {SandboxAccess, SandboxCertificates, SandboxGateway} from '../../source/sandbox/index.ts';

export type Reply = {
	readonly status: number;
	readonly contentType: string;
	readonly text: string;
	/** Whether TLS went on with an earlier session. */
	readonly isResumed: boolean;
	/** The parsed body; null where it is not JSON. */
	readonly json: Record<string, unknown> | null;
};

export type Connection = {
	readonly gateway: SandboxGateway;
	readonly certificates: SandboxCertificates;
	readonly access: SandboxAccess;
	/** Wall clock of the till, unix ms. */
	readonly nowMs: () => number;
};

/** TLS options and a way to change what is sent after it was signed. */
export type Oddity = {
	readonly tls?: RequestOptions;
	readonly headers?: Readonly<Record<string, string>>;
	readonly method?: string;
	readonly path?: string;
	readonly agentKey?: string;
	readonly bodyBytes?: Buffer;
};

/** One exchange; rejects where no answer comes. */
export function exchange(
	{gateway, certificates}: Connection,
	path: string,
	body: Buffer,
	oddity: Oddity = {},
): Promise<Reply> {
	return new Promise((resolve, reject) => {
		const outgoing = request(
			`${gateway.url}${path}`,
			{
				method: oddity.method ?? 'POST',
				ca: certificates.caPem,
				pfx: certificates.client.pfx,
				passphrase: certificates.client.password,
				agent: new Agent({keepAlive: false}),
				headers: {
					'content-type': 'application/json; charset=utf-8',
					'content-length': String(body.length),
					...oddity.headers,
				},
				...oddity.tls,
			},
			(response) => {
				const chunks: Buffer[] = [];
				const isResumed = (response.socket as TLSSocket).isSessionReused();
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('error', reject);
				response.on('end', () => {
					const text = Buffer.concat(chunks).toString();
					const {statusCode = 0, headers} = response;
					resolve({
						status: statusCode,
						contentType: headers['content-type'] ?? '',
						text,
						isResumed,
						json: parse(text),
					});
				});
			},
		);
		outgoing.on('error', reject);
		outgoing.end(body);
	});
}

function parse(text: string): Record<string, unknown> | null {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** The headers of qpg1 for a body under a path. */
export function signedHeaders(
	{access, nowMs}: Connection,
	path: string,
	body: Buffer,
	{agentKey = access.agentKey, headers = {}}: Oddity = {},
): Record<string, string> {
	const time = headers['X-Qpg-Time'] ?? String(Math.floor(nowMs() / 1000));
	const nonce = headers['X-Qpg-Nonce'] ?? randomBytes(16).toString('hex');
	const bodyHash = createHash('sha256').update(body).digest('hex');
	const sign = createHmac('sha256', agentKey).update(`POST\n${path}\n${time}\n${nonce}\n${bodyHash}`);
	return {
		'X-Qpg-Agent': access.agentId,
		'X-Qpg-Pos': access.posId,
		'X-Qpg-Time': time,
		'X-Qpg-Nonce': nonce,
		'X-Qpg-Sign': sign.digest('hex'),
	};
}

/** Calls an operation of qpg1. */
export function call(
	connection: Connection,
	operation: string,
	body: unknown,
	oddity: Oddity = {},
): Promise<Reply> {
	const path = oddity.path ?? `${connection.gateway.servicePaths.qpg1}/${operation}`;
	const bytes = oddity.bodyBytes ?? Buffer.from(JSON.stringify(body));
	const headers = {...signedHeaders(connection, path, bytes, oddity), ...oddity.headers};
	return exchange(connection, path, bytes, {...oddity, headers});
}

/** Calls an operation of wcf-json with the default map; the fields are signed in the order in which they are given. */
export function callWcf(
	connection: Connection,
	operation: string,
	fields: Readonly<Record<string, unknown>>,
	agentKey = connection.access.agentKey,
): Promise<Reply> {
	const {access, nowMs} = connection;
	const signed: Record<string, unknown> = {
		AgentId: access.agentId,
		PosId: access.posId,
		...fields,
		RequestTime: fields['RequestTime'] ?? `/Date(${nowMs()}+0300)/`,
	};
	const message = Object.values(signed)
		.map((value) => value ?? '')
		.join(';');
	const Sign = createHmac('sha256', agentKey).update(message).digest('hex');
	const body = Buffer.from(JSON.stringify({request: {...signed, Sign}}));
	return exchange(connection, `${connection.gateway.servicePaths['wcf-json']}/${operation}`, body);
}

/** A CreateOrder body of this till. */
export const orderBody = (
	{access}: Connection,
	orderId: string,
	amount: number,
	other: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => ({
	orderId,
	posId: access.posId,
	agentId: access.agentId,
	crsId: access.crsId,
	wmid: access.wmid,
	system: 'sbp',
	amount,
	currency: 'RUB',
	ttlS: 180,
	description: 'Чек',
	...other,
});
