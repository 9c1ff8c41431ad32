// Starts the program from its sources; the cache spares every start but the first the work on them.
import {enableCompileCache} from 'node:module';

enableCompileCache();
const {main} = await import('../../../source/cli/main.ts');
await main(process.argv.slice(2));
