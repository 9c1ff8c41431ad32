// Bundles the program into dist/: one entry, and one chunk for each room that is loaded when first needed.
import {rmSync} from 'node:fs';
import {build} from 'esbuild';

const outdir = 'dist';
rmSync(outdir, {recursive: true, force: true});
await build({
	entryPoints: {main: 'source/cli/main.ts'},
	outdir,
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	target: 'node24',
	jsx: 'automatic',
	minifySyntax: true,
	legalComments: 'none',
	logLevel: 'warning',
	// Native code and what is needed late stays in node_modules and is loaded by import() when it is first used.
	external: ['serialport', 'node-forge', 'undici', 'react-devtools-core'],
	define: {'process.env.NODE_ENV': '"production"'},
	banner: {
		js: "import {createRequire as __createRequire} from 'node:module'; const require = __createRequire(import.meta.url);",
	},
});
