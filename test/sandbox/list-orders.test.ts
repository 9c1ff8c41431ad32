// The list of orders: range, order, pages, size.
import {Agent} from 'node:https';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {makeCertificates, type SandboxCertificates} from '../../source/sandbox/index.ts';
import {call as callOnce, orderBody} from './raw-till.ts';
import {type Started, start} from './started.ts';

let certificates: SandboxCertificates;
let till: Started;
// Hundreds of calls: one connection is kept.
const agent = new Agent({keepAlive: true, maxSockets: 1});
const call = (connection: Started, operation: string, body: unknown) =>
	callOnce(connection, operation, body, {tls: {agent}});

beforeAll(async () => {
	certificates = await makeCertificates({posId: 'N100_A'});
	till = await start({}, certificates);
});
afterAll(() => {
	agent.destroy();
	return till.gateway.close();
});

type Listed = {readonly orderId: string; readonly status: string};
type Page = {readonly orders: readonly Listed[]; readonly next: string | null; readonly bytes: number};

async function list(from: number, to: number, cursor: string | null = null): Promise<Page> {
	const range = {from: new Date(from).toISOString(), to: new Date(to).toISOString(), cursor};
	const reply = await call(till, 'ListOrders', range);
	expect(reply.status).toBe(200);
	const {orders, next} = reply.json as {orders: Listed[]; next: string | null};
	return {orders, next, bytes: Buffer.byteLength(reply.text)};
}

async function listAll(from: number, to: number): Promise<readonly Page[]> {
	const pages: Page[] = [];
	let cursor: string | null = null;
	do {
		const page = await list(from, to, cursor);
		pages.push(page);
		cursor = page.next;
	} while (cursor !== null);
	return pages;
}

test('given 450 orders, when they are listed, then pages of at most 200 hold each once, newest last', async () => {
	const from = till.nowMs();
	const wanted = Array.from({length: 450}, (_, n) => `L-${n}`);
	for (const orderId of wanted) await call(till, 'CreateOrder', orderBody(till, orderId, 10_000));
	const pages = await listAll(from, till.nowMs() + 1);
	expect(pages.map((page) => page.orders.length)).toEqual([200, 200, 50]);
	expect(pages.flatMap((page) => page.orders.map((order) => order.orderId))).toEqual(wanted);
});

test('given a page that was read, when new orders come, then the next page goes on where it ended', async () => {
	till.pass(1);
	const from = till.nowMs();
	const put = (orderId: string) => call(till, 'CreateOrder', orderBody(till, orderId, 10_000));
	for (let n = 0; n < 201; n++) await put(`M-${n}`);
	const first = await list(from, from + 1);
	await put('M-201');
	const second = await list(from, from + 1, first.next);
	expect(second.orders.map((order) => order.orderId)).toEqual(['M-200', 'M-201']);
	expect(second.next).toBeNull();
});

test('given orders of three moments, when a range is listed, then its beginning counts and its end does not', async () => {
	const times: number[] = [];
	for (const name of ['one', 'two', 'three']) {
		till.pass(10);
		times.push(till.nowMs());
		await call(till, 'CreateOrder', orderBody(till, `R-${name}`, 10_000));
	}
	const [one = 0, , three = 0] = times;
	expect((await list(one, three)).orders.map((order) => order.orderId)).toEqual(['R-one', 'R-two']);
});

test('given an order whose time is over, when it is listed, then it is expired, and the list has asked nothing of its story', async () => {
	till.pass(10);
	const from = till.nowMs();
	await call(till, 'CreateOrder', orderBody(till, 'S-over', 10_002, {ttlS: 10}));
	till.pass(5);
	await call(till, 'CreateOrder', orderBody(till, 'S-live', 10_000));
	for (let n = 0; n < 4; n++) await list(from, till.nowMs() + 1);
	till.pass(5);
	expect((await list(from, till.nowMs())).orders).toMatchObject([
		{orderId: 'S-over', status: 'expired'},
		{orderId: 'S-live', status: 'waiting'},
	]);
});

test('given orders with a hostile text each, when they are listed, then no page is longer than 64 KiB', async () => {
	till.pass(10);
	const from = till.nowMs();
	for (let n = 0; n < 20; n++) await call(till, 'CreateOrder', orderBody(till, `H-${n}`, 10_011));
	const pages = await listAll(from, till.nowMs() + 1);
	expect(pages.flatMap((page) => page.orders)).toHaveLength(20);
	expect(Math.max(...pages.map((page) => page.bytes))).toBeLessThanOrEqual(65_536);
});

test('given the longest possible orders, when they are listed, then no page is longer than 64 KiB', async () => {
	till.pass(10);
	const from = till.nowMs();
	for (let n = 0; n < 201; n++) {
		const orderId = `${n}`.padStart(64, 'W');
		await call(till, 'CreateOrder', orderBody(till, orderId, 9_999_999_902, {system: 'webmoney', ttlS: 10}));
	}
	till.pass(20);
	const pages = await listAll(from, till.nowMs());
	expect(pages.flatMap((page) => page.orders)).toHaveLength(201);
	expect(Math.max(...pages.map((page) => page.bytes))).toBeLessThanOrEqual(65_536);
});

test.each([
	['a cursor of nobody', {cursor: 'abc'}],
	['a cursor past the end', {cursor: Buffer.from('from:999999').toString('base64url')}],
	['no cursor', {cursor: undefined}],
	['a date without a time', {from: '2026-01-31'}],
	['a time without a zone', {from: '2026-01-31T09:00:00'}],
	['a day that is none', {to: '2026-13-41T09:00:00Z'}],
])('given %s, when the list is asked for, then 400', async (_name, bent) => {
	const range = {from: '2026-01-31T00:00:00Z', to: '2026-02-01T00:00:00+03:00', cursor: null};
	expect((await call(till, 'ListOrders', range)).status).toBe(200);
	expect((await call(till, 'ListOrders', {...range, ...bent})).status).toBe(400);
});
