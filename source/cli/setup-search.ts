// Looks for files of a kind where an admin has them: the till's folder, the home folder, mounted media. Bounded in depth, number and time.
import {type Dirent, statSync} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {homedir} from 'node:os';
import {join} from 'node:path';

/** Where sticks and disks are mounted: by the desktop, by hand, on macOS. */
const media = ['/media', '/run/media', '/mnt', '/Volumes'];

const mostFolders = 3_000;
const mostFiles = 50;
const mostMs = 4_000;

type Place = {readonly folder: string; readonly depth: number};

/** Paths of files whose name fits, nearest places first. Links are not followed, hidden folders not entered. */
export async function searchFiles(
	tillFolder: string,
	isWanted: (name: string) => boolean,
): Promise<readonly string[]> {
	const places: Place[] = [
		{folder: tillFolder, depth: 1},
		...media.map((folder) => ({folder, depth: 5})),
		{folder: homedir(), depth: 3},
	];
	const found: string[] = [];
	const seen = new Set<string>();
	const endMs = performance.now() + mostMs;
	for (let place = places.shift(); place !== undefined; place = places.shift()) {
		const {folder, depth} = place;
		if (seen.has(folder)) continue;
		seen.add(folder);
		if (seen.size > mostFolders || found.length >= mostFiles || performance.now() > endMs) break;
		for (const entry of await entriesOf(folder)) {
			const path = join(folder, entry.name);
			if (entry.isFile() && isWanted(entry.name)) found.push(path);
			else if (entry.isDirectory() && depth > 1 && !isSkipped(entry.name))
				places.push({folder: path, depth: depth - 1});
		}
	}
	return [...new Set(found)].slice(0, mostFiles);
}

const isSkipped = (name: string): boolean =>
	name.startsWith('.') || name === 'node_modules' || name === 'proc';

/** By name; a folder that may not be read holds nothing for us. */
async function entriesOf(folder: string): Promise<readonly Dirent[]> {
	try {
		const entries = await readdir(folder, {withFileTypes: true});
		return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
	} catch {
		return [];
	}
}

/** The files of a path that a person has typed: itself, or what fits in that folder. `~` is the home folder. */
export async function filesAt(
	typed: string,
	isWanted: (name: string) => boolean,
): Promise<readonly string[]> {
	const path = typed.replace(/^~(?=\/|$)/, homedir());
	const facts = statSync(path, {throwIfNoEntry: false});
	if (facts?.isFile()) return [path];
	if (!facts?.isDirectory()) return [];
	return (await entriesOf(path)).filter(({name}) => isWanted(name)).map(({name}) => join(path, name));
}
