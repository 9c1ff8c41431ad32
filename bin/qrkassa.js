#!/usr/bin/env node
// The executable: checks the Node version in words that an old Node can parse, turns the compile cache on, runs the bundle.
import module from 'node:module';

var version = process.versions.node.split('.').map(Number);
if (version[0] < 24 || (version[0] === 24 && version[1] < 15)) {
	process.stderr.write(
		'qrkassa: нужен Node.js 24.15 или новее, а запущен ' +
			process.versions.node +
			'. Запустите node_modules/.bin/node bin/qrkassa.js (его ставит npm ci). / Needs Node.js 24.15 or newer.\n',
	);
	process.exit(1);
}
module.enableCompileCache?.();
const {main} = await import('../dist/main.js');
await main(process.argv.slice(2));
