// `npm run build`: the bundle that bin/qrkassa.js runs. `prepare` calls it, so a fresh clone runs after `npm ci`.
import {rmSync} from 'node:fs';
import {build} from 'esbuild';
import {buildOptions} from './build-options.ts';

rmSync('dist', {recursive: true, force: true});
await build(buildOptions);
