// A till whose payments are killed: its own gateway and register, both with ears for the killer.
import type {CommandEntry, Fault, RequestEntry} from '../../../source/sandbox/index.ts';
import type {KillPoint} from './kill-points.ts';
import {type Ended, run, start} from './program.ts';
import type {RegisterTill, World} from './world.ts';

export type KillTill = RegisterTill & {
	/** Starts `pay`, kills it at the point, and waits until it is gone. */
	payAndKill(order: Order, point: KillPoint, options?: {readonly isStopped?: boolean}): Promise<Ended>;
	pay(order: Order): Promise<Ended>;
	resolve(...words: readonly string[]): Promise<Ended>;
};

export type Order = {readonly orderId: string; readonly amount: string};

export async function openKillTill(world: World, faults: readonly Fault[] = []): Promise<KillTill> {
	const requestListeners = new Set<(entry: RequestEntry) => void>();
	const commandListeners = new Set<(entry: CommandEntry) => void>();
	const gateway = await world.openGateway({
		onRequest: (entry) => {
			for (const listener of requestListeners) listener(entry);
		},
	});
	const till = await world.openTill({
		gateway,
		register: {
			faults,
			onCommand: (entry) => {
				for (const listener of commandListeners) listener(entry);
			},
		},
	});
	const payCall = ({orderId, amount}: Order): readonly string[] => [
		...['pay', '--till', till.folder, '--method', 'sbp'],
		...['--order', orderId, '--amount', amount, '--json'],
	];
	return {
		...till,
		async payAndKill(order, point, {isStopped = false} = {}) {
			const running = start(payCall(order));
			let isGone = false;
			const watched = {
				folder: till.folder,
				isGone: () => isGone,
				onRequest: (listener: (entry: RequestEntry) => void) => void requestListeners.add(listener),
				onCommand: (listener: (entry: CommandEntry) => void) => void commandListeners.add(listener),
			};
			point(watched, () => running.signal('SIGKILL'));
			if (isStopped) {
				void running.line(({type}) => type === 'qr').then(() => running.signal('SIGTERM'));
			}
			const ended = await running.ended;
			isGone = true;
			requestListeners.clear();
			commandListeners.clear();
			return ended;
		},
		pay: (order) => run(payCall(order)),
		resolve: (...words) => run(['resolve', ...words, '--till', till.folder, '--json']),
	};
}
