// The door of the report: a day's payments, reconciled.
export {gatewayRangeOf} from './day.ts';
export {dayReport} from './day-report.ts';
export {reportJson} from './json.ts';
export type {
	ClosedDocument,
	DayReport,
	Decision,
	OpenPayment,
	RegisterDay,
	ReportInput,
	SystemTotals,
	Tally,
} from './report.ts';
export {reportText} from './text.ts';
