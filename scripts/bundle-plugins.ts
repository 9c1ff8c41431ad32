// Two packages do at start what a till does not need: they are changed on their way into the bundle.
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Plugin} from 'esbuild';

const root = join(import.meta.dirname, '..');

/** `string-width` as everybody in the bundle imports it. */
export const quickWidth: Plugin = {
	name: 'quick-width',
	setup({onResolve}) {
		const path = join(root, 'source/console/terminal/width.ts');
		onResolve({filter: /^string-width$/}, () => ({path}));
	},
};

const yogaStart = 'loadYoga = loadYoga || {};';

/** Yoga reads its own bytes from a `data:` address by `fetch`, for which Node loads a whole HTTP client; without one it decodes them. */
export const yogaWithoutFetch: Plugin = {
	name: 'yoga-without-fetch',
	setup({onLoad}) {
		onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path}) => {
			const code = await readFile(path, 'utf8');
			if (!code.includes(yogaStart)) throw new Error(`${path} no longer begins as it did`);
			return {contents: code.replace(yogaStart, `${yogaStart} var fetch;`), loader: 'js'};
		});
	},
};
