// A gateway port on a real server: certificates once for the file, everything closed after each test.
import {afterEach, beforeAll} from 'vitest';
import type {GatewayPort} from '../../../source/engine/ports.ts';
import {createGateway, type GatewayOptions, qpg1} from '../../../source/gateway/index.ts';
import {asClient, issue, type Pair} from './certificates.ts';
import {type Answering, startServer, type TestServer} from './server.ts';

export const limits = {timeoutMs: 5000};

export type Harness = {
	serve(answer: Answering): Promise<TestServer>;
	gatewayAt(server: TestServer, more?: Partial<GatewayOptions>): GatewayPort;
};

export function harnessed(): Harness {
	let authority: Pair;
	let serverPair: Pair;
	let tillPair: Pair;
	const closing: (() => Promise<void>)[] = [];
	beforeAll(() => {
		authority = issue({cn: 'Test Authority'});
		serverPair = issue({cn: 'localhost', names: ['localhost', '127.0.0.1']}, authority);
		tillPair = issue({cn: 'N100'}, authority);
	});
	afterEach(async () => {
		for (const close of closing.splice(0)) await close();
	});
	return {
		async serve(answer) {
			const server = await startServer(serverPair, authority.cert, answer);
			closing.push(() => server.close());
			return server;
		},
		gatewayAt(server, more = {}) {
			const gateway = createGateway({
				serverUrl: server.url,
				servicePath: '/api',
				agentId: '17',
				agentKey: 'test-key',
				posId: 'N100',
				dialect: qpg1,
				certificate: asClient(tillPair),
				caPem: authority.cert,
				...more,
			});
			closing.unshift(() => gateway.close());
			return gateway;
		},
	};
}

/** What a fault answer has to match. */
export const fault = (kind: string, code: string) => ({type: 'fault', fault: {kind, code}});
