// Files that come with the program: found from the bundle as well as from the sources.
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

const root = ((): string => {
	let folder = import.meta.dirname;
	while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
	return folder;
})();

/** The path of a file of the program, by its path inside the package. */
export const programFile = (...parts: readonly string[]): string => join(root, ...parts);

/** The program's version. */
export function programVersion(): string {
	const {version}: {version?: unknown} = JSON.parse(readFileSync(programFile('package.json'), 'utf8'));
	return typeof version === 'string' ? version : '0';
}
