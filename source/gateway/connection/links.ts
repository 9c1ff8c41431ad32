// The one warm connection. A request that finds it busy gets one of its own rather than wait: a background question about
// an old order must not hold up the payment at the till.
import type {Client} from 'undici';
import type {Route} from './dial.ts';
import {type Link, openLink} from './link.ts';

export type Links = {
	/** The warm connection if it is there and idle, else a fresh one. */
	take(): Promise<Link>;
	fresh(): Promise<Link>;
	/** After an exchange: kept as the warm one if it is whole and the place is free, else closed. */
	giveBack(link: Link, isWhole: boolean): void;
	/** Closes all, those at work too. */
	close(): void;
	readonly isClosed: boolean;
};

/** The HTTP client is loaded with the first request: it takes longer than the rest of the start together. */
const loadClient = async (): Promise<typeof Client> => (await import('undici')).default.Client;

/** `route` is called once, for the first connection. */
export function createLinks(route: () => Route): Links {
	const all = new Set<Link>();
	let way: Route | null = null;
	let warm: Link | null = null;
	let isClosed = false;

	async function fresh(): Promise<Link> {
		const ClientClass = await loadClient();
		way ??= route();
		const link = openLink(ClientClass, way);
		all.add(link);
		return link;
	}

	function drop(link: Link): void {
		all.delete(link);
		link.destroy();
	}

	return {
		fresh,
		async take() {
			const link = warm;
			warm = null;
			if (link?.isAlive) return link;
			if (link) drop(link);
			return fresh();
		},
		giveBack(link, isWhole) {
			if (!isWhole || !link.isAlive || warm) {
				drop(link);
				return;
			}
			link.isKept = true;
			warm = link;
		},
		get isClosed() {
			return isClosed;
		},
		close() {
			isClosed = true;
			for (const link of [...all]) drop(link);
			warm = null;
		},
	};
}
