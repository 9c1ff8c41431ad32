// Ink asks once, when it is loaded, whether there are colours, and a test's process has loaded it long before.
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';

/** Draws as on a terminal of 256 colours until the given function is called. */
export async function switchColoursOn(): Promise<() => void> {
	const file = createRequire(import.meta.resolve('ink')).resolve('chalk');
	const {default: colours} = await import(pathToFileURL(file).href);
	const before = colours.level;
	colours.level = 2;
	return () => {
		colours.level = before;
	};
}
