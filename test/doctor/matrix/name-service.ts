// A name service that never answers, for one process alone: needs the right to give that process a resolv.conf of its own.
import {spawnSync} from 'node:child_process';
import {createSocket} from 'node:dgram';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Lab} from './lab.ts';

/** Words before a command line under which names are asked of a silent server; null where this cannot be had. */
export async function silentNameService(lab: Lab): Promise<readonly string[] | null> {
	const address = '127.53.53.53';
	const socket = createSocket('udp4');
	lab.afterwards(() => socket.close());
	const isBound = new Promise<boolean>((resolve) => {
		socket.once('error', () => resolve(false));
		socket.bind(53, address, () => resolve(true));
	});
	if (!(await isBound)) return null;
	const file = join(await lab.folder(), 'resolv.conf');
	await writeFile(file, `nameserver ${address}\n`);
	const script = `mount --bind '${file}' /etc/resolv.conf && exec "$@"`;
	const before = ['unshare', '--mount', 'sh', '-c', script, 'sh'];
	return spawnSync(before[0] ?? '', [...before.slice(1), 'true']).status === 0 ? before : null;
}
