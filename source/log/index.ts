// The door of the log: rows and pulses of the journal as lines, for support and for programs.
export {jsonLine, pulseJsonLine} from './json-line.ts';
export {type LineOptions, localTime} from './line.ts';
export {logLine} from './log-line.ts';
export {pulseLine} from './pulse-line.ts';
export {sinceOf} from './since.ts';
export {type TillLogRow, tillLine} from './till-line.ts';
