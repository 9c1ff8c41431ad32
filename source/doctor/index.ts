// The door of the doctor: probes in, a page of rows out; and what support is given of a till.

export {secretsRemover} from './bundle/secrets.ts';
export {shortenBody, shortenQr} from './bundle/shorten.ts';
export {type DoctorPorts, examine} from './examine.ts';
export {collectOpenMatters, type OpenMatters} from './journal/open-matters.ts';
export {jsonOfRow, type RowLine} from './page/json.ts';
export {type Look, linesOfRow} from './page/lines.ts';
export {probeDisk} from './probes/disk.ts';
export {probeDisplay} from './probes/display.ts';
export {probeTerminal} from './probes/terminal.ts';
export type {Judgement, Row} from './row.ts';
export type * from './seen.ts';
export {type Summary, summaryOf} from './summary.ts';
export {tidyTill} from './tidy/tidy.ts';
