// What is installed is what was looked at: every package of the lock file has the hash of its contents, and no host of its own.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'));

type LockedPackage = {readonly integrity?: string; readonly resolved?: string; readonly link?: boolean};

const lock = read('package-lock.json');
const packages = Object.entries<LockedPackage>(lock.packages).filter(([path]) => path !== '');

test('given the lock file, then every package has a SHA-512, so that another content is refused', () => {
	expect(packages.length).toBeGreaterThan(100);
	const bare = packages.filter(([, {integrity = ''}]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity));
	expect(bare.map(([path]) => path)).toEqual([]);
});

test('given the lock file, then no package comes from a host of its own', () => {
	const hosted = packages.filter(([, {resolved, link}]) => resolved !== undefined || link === true);
	expect(hosted.map(([path]) => path)).toEqual([]);
});

test('given package.json, then every version is exact and the lock file says the same', () => {
	const own = read('package.json');
	for (const kind of ['dependencies', 'devDependencies'] as const) {
		for (const [name, version] of Object.entries<string>(own[kind])) {
			expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
			expect(lock.packages[''][kind][name], name).toBe(version);
			expect(lock.packages[`node_modules/${name}`].version, name).toBe(version);
		}
	}
});
