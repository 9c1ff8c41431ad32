// `npm run man`: the man page from the wording of the help, so that the two never differ. A test holds it fresh.
import {writeFileSync} from 'node:fs';
import {manPage} from './man-page.ts';

writeFileSync('docs/qrkassa.1', manPage());
