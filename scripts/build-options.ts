// How the bundle is made: one entry, and a chunk for each part that is loaded only when it is first needed.
import type {BuildOptions} from 'esbuild';
import {quickWidth, yogaWithoutFetch} from './bundle-plugins.ts';

export const buildOptions: BuildOptions = {
	entryPoints: {main: 'source/cli/main.ts'},
	outdir: 'dist',
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	target: 'node24',
	jsx: 'automatic',
	minifySyntax: true,
	legalComments: 'none',
	logLevel: 'warning',
	// Native code, and what is needed late, stays in node_modules and is loaded by import() when it is first used.
	external: ['serialport', 'node-forge', 'react-devtools-core'],
	plugins: [quickWidth, yogaWithoutFetch],
	define: {'process.env.NODE_ENV': '"production"'},
	banner: {
		js: "import {createRequire as __createRequire} from 'node:module'; const require = __createRequire(import.meta.url);",
	},
};
