// `npm run bench`: the figures that the documents speak of, as ratios and bytes of one run.

import {benchLine} from './console-line.ts';
import {benchGateway} from './gateway.ts';
import {benchJournal} from './journal.ts';
import {benchRegister} from './register.ts';
import {benchStart} from './start.ts';

await benchStart();
await benchLine();
benchJournal();
await benchGateway();
await benchRegister();
