// Where the gateway lives: the two settings ServerUrl and ServicePath, taken apart once.
import {BlockList, isIP} from 'node:net';

export type GatewayAddress = {
	/** `https://host[:port]`. */
	readonly origin: string;
	/** Name or bare IP address (an IPv6 one without brackets), as the resolver and the certificate's check take it. */
	readonly host: string;
	readonly port: number;
	/** The service's path as it goes over the wire, no slash at its end. */
	readonly servicePath: string;
	/** The gateway runs on this very machine: a sandbox. */
	readonly isLoopback: boolean;
};

/** Takes checked settings; anything but https is a bug of the caller and throws. */
export function gatewayAddress(serverUrl: string, servicePath: string): GatewayAddress {
	const url = new URL(`${serverUrl}${servicePath}`);
	if (url.protocol !== 'https:') throw new TypeError(`the gateway's address is not https: ${url.protocol}`);
	const host = url.hostname.replace(/^\[|\]$/g, '');
	return {
		origin: url.origin,
		host,
		port: Number(url.port || '443'),
		servicePath: url.pathname.replace(/\/$/, ''),
		isLoopback: isLoopbackHost(host),
	};
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** `localhost`, names under it (RFC 6761) and the loopback addresses. */
export function isLoopbackHost(host: string): boolean {
	const family = isIP(host);
	if (family !== 0) return loopback.check(host, family === 4 ? 'ipv4' : 'ipv6');
	return /(?:^|\.)localhost\.?$/i.test(host);
}
