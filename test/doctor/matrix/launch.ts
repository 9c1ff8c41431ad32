// Starts the program from its sources.
import {main} from '../../../source/cli/main.ts';

await main(process.argv.slice(2));
