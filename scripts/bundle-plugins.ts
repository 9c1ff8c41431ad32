// Two packages do at start what a till does not need: they are changed on their way into the bundle.
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Plugin} from 'esbuild';

const root = join(import.meta.dirname, '..');

const lateLoad = 'createRequire(import.meta.url)(';

/** `string-width` as everybody in the bundle imports it; the package itself is in the bundle too, and is run when it is first needed. */
export const quickWidth: Plugin = {
	name: 'quick-width',
	setup({onResolve, onLoad}) {
		const file = join(root, 'source/console/terminal/width.ts');
		onResolve({filter: /^string-width$/}, ({kind}) => (kind === 'require-call' ? null : {path: file}));
		onLoad({filter: /console\/terminal\/width\.ts$/}, async ({path}) => {
			const code = await readFile(path, 'utf8');
			return {contents: changed(path, code, lateLoad, 'require('), loader: 'ts'};
		});
	},
};

const yogaStart = 'loadYoga = loadYoga || {};';

/** Yoga reads its own bytes from a `data:` address by `fetch`, for which Node loads a whole HTTP client; without one it decodes them. */
export const yogaWithoutFetch: Plugin = {
	name: 'yoga-without-fetch',
	setup({onLoad}) {
		onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path}) => {
			const code = await readFile(path, 'utf8');
			return {contents: changed(path, code, yogaStart, `${yogaStart} var fetch;`), loader: 'js'};
		});
	},
};

/** A file that is not as it was when this was written must not slip through unchanged. */
function changed(path: string, code: string, from: string, to: string): string {
	if (!code.includes(from)) throw new Error(`${path} holds no ${from}`);
	return code.replace(from, () => to);
}
