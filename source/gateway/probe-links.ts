// The three links below HTTP, each tried by itself: the name, the connection, the handshake.
import {lookup} from 'node:dns/promises';
import {connect, isIP} from 'node:net';
import type {GatewayFault} from '../core/index.ts';
import type {GatewayAddress} from './address.ts';
import {type Dialled, dial, type Route, type Stage} from './connection/dial.ts';
import {linkFault, timeFault} from './connection/link-fault.ts';

export type Seen =
	| {readonly ok: true; readonly seen: string}
	| {readonly ok: false; readonly fault: GatewayFault};

const whereIs = ({host, port}: GatewayAddress): string => `${host}:${port}`;

/** Seen: the addresses of the name. */
export async function resolveName(address: GatewayAddress, timeoutMs: number): Promise<Seen> {
	if (isIP(address.host) !== 0) return {ok: true, seen: address.host};
	const found = lookup(address.host, {all: true}).then(
		(entries): Seen => ({ok: true, seen: entries.map((entry) => entry.address).join(', ')}),
		(error: unknown): Seen => ({ok: false, fault: broken(address, null, error)}),
	);
	return withinTime(found, timeoutMs, () => timeFault('dns', false, whereIs(address)));
}

/** Seen: the address that took the connection. */
export async function reach(address: GatewayAddress, timeoutMs: number): Promise<Seen> {
	const socket = connect({host: address.host, port: address.port});
	const reached = new Promise<Seen>((resolve) => {
		socket.once('connect', () => resolve({ok: true, seen: `${socket.remoteAddress}:${address.port}`}));
		socket.once('error', (error) => resolve({ok: false, fault: broken(address, null, error)}));
	});
	const seen = await withinTime(reached, timeoutMs, () => timeFault('tcp', false, whereIs(address)));
	socket.destroy();
	return seen;
}

/** Seen: the protocol's version. A certificate refused within the handshake is `CLIENT_CERT_REFUSED`. */
export async function shakeHands(route: Route, timeoutMs: number): Promise<Seen> {
	let dialled: Dialled | null = null;
	const shaken = new Promise<Seen>((resolve) => {
		dialled = dial(route, (error) => {
			if (error) resolve({ok: false, fault: broken(route.address, dialled, error)});
			else resolve({ok: true, seen: dialled?.socket.getProtocol() ?? ''});
		});
	});
	const stage = (): Stage => dialled?.stage ?? 'tls';
	const seen = await withinTime(shaken, timeoutMs, () => timeFault(stage(), false, whereIs(route.address)));
	(dialled as Dialled | null)?.socket.destroy();
	return seen;
}

const broken = (address: GatewayAddress, dialled: Dialled | null, error: unknown): GatewayFault =>
	linkFault({dialled, error, where: whereIs(address), hasAnswerBegun: false, hasAnsweredBefore: false});

async function withinTime(seen: Promise<Seen>, timeoutMs: number, late: () => GatewayFault): Promise<Seen> {
	let timer: NodeJS.Timeout | undefined;
	const timeIsUp = new Promise<Seen>((resolve) => {
		timer = setTimeout(() => resolve({ok: false, fault: late()}), timeoutMs);
	});
	try {
		return await Promise.race([seen, timeIsUp]);
	} finally {
		clearTimeout(timer);
	}
}
