// `report --json`: the report as one line of JSON, its fields as they stand in the type.
import {jsonText} from '../core/index.ts';
import type {DayReport} from './report.ts';

/** One object; amounts are kopecks, times ISO. */
export const reportJson = (report: DayReport): string => jsonText({type: 'report', ...report});
