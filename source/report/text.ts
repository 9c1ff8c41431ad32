// The report for people: 80 columns, the verdict last, and above it everything that keeps it from being a good one.
import {
	cleanText,
	type Difference,
	formatRubles,
	isOrderId,
	type Language,
	paymentWording,
	type ReportWording,
	reportEn,
	reportRu,
} from '../core/index.ts';
import type {DayReport, SystemTotals, Tally} from './report.ts';
import {wrapped} from './wrap.ts';

/** Lines without a line break at the end. */
export function reportText(report: DayReport, language: Language): readonly string[] {
	const words = language === 'ru' ? reportRu : reportEn;
	const sections = [
		wrapped(words.title(peoplesDay(report.day), cleanText(report.till, 120))),
		moneyLines(report, words, language),
		unpaidLines(report, words, language),
		openLines(report, words, language),
		decisionLines(report, words),
		differenceLines(report, words),
		report.incomplete.length === 0
			? []
			: [words.incomplete(report.incomplete.length), ...report.incomplete.map((id) => `  ${orderWord(id)}`)],
		comparedLines(report, words),
		[report.isClean ? words.clean : words.notClean],
	];
	return sections
		.filter((lines) => lines.length > 0)
		.flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]));
}

/** A label, how many, how much: 62 columns. */
const sumLine = (label: string, count: number | null, sumKopecks: number): string =>
	`  ${label.padEnd(34)}${String(count ?? '').padStart(6)}${formatRubles(sumKopecks).padStart(20)}`;

function moneyLines(report: DayReport, words: ReportWording, language: Language): readonly string[] {
	if (report.systems.length === 0) return [words.nothing];
	const {receivedKopecks, refundedKopecks} = report;
	return [
		...report.systems.flatMap((totals) => [
			paymentWording(language).systems[totals.system],
			...systemLines(totals, words),
		]),
		words.total,
		sumLine(words.received, null, receivedKopecks),
		...(refundedKopecks === 0 ? [] : [sumLine(words.returned, null, refundedKopecks)]),
		sumLine(words.kept, null, receivedKopecks - refundedKopecks),
	];
}

const systemLines = (totals: SystemTotals, words: ReportWording): readonly string[] =>
	(['closed', 'notClosed', 'late', 'refunded'] as const)
		.map((kind): readonly [string, Tally] => [words.sums[kind], totals[kind]])
		.filter(([, {count}]) => count > 0)
		.map(([label, {count, sumKopecks}]) => sumLine(label, count, sumKopecks));

function unpaidLines({unpaid}: DayReport, words: ReportWording, language: Language): readonly string[] {
	const {outcomes} = paymentWording(language);
	const counts = (['declined', 'expired', 'cancelled', 'rejected'] as const)
		.filter((outcome) => unpaid[outcome] > 0)
		.map((outcome) => `${outcomes[outcome]} ${unpaid[outcome]}`);
	return counts.length === 0 ? [] : [`${words.unpaid}: ${counts.join(', ')}`];
}

function openLines(
	{open, utcOffsetMinutes}: DayReport,
	words: ReportWording,
	language: Language,
): readonly string[] {
	if (open.length === 0) return [];
	const wording = paymentWording(language);
	const matters = open.flatMap(({orderId, system, amountKopecks, startedAt, reason}) => [
		`  ${localMoment(startedAt, utcOffsetMinutes)}  ${orderWord(orderId)}`,
		...indented(
			[
				wording.systems[system],
				wording.money(formatRubles(amountKopecks)),
				reason === 'running' ? words.running : wording.matters[reason],
			].join(', '),
		),
	]);
	return [words.open(open.length), ...matters, words.settle];
}

function decisionLines({decisions}: DayReport, words: ReportWording): readonly string[] {
	if (decisions.length === 0) return [];
	const lines = decisions.flatMap(({orderId, amountKopecks, as, note, there}) => [
		`  ${orderWord(orderId)}  ${formatRubles(amountKopecks)}`,
		...indented(words.decided(as, there)),
		...(note === null ? [] : indented(cleanText(note, 120))),
	]);
	return [words.byPerson(decisions.length), ...lines];
}

function differenceLines({differences}: DayReport, words: ReportWording): readonly string[] {
	if (differences.length === 0) return [];
	const lines = differences.flatMap((difference) => [
		`  ${orderWord(difference.orderId)}`,
		...indented(worded(words.difference, difference)),
	]);
	return [words.differences(differences.length), ...lines];
}

// The table has a row for each type; TypeScript cannot see that the row and the difference go together.
const worded = <Type extends Difference['type']>(
	table: {readonly [Key in Type]: (difference: Extract<Difference, {type: Key}>) => string},
	difference: Extract<Difference, {type: Type}>,
): string => cleanText(table[difference.type](difference), 300);

const comparedLines = ({compared, documents}: DayReport, {notCompared}: ReportWording): readonly string[] => [
	...(compared.gateway ? [] : [notCompared.gateway]),
	...(compared.register || documents.length === 0 ? [] : [notCompared.register]),
];

/** `31.01.2026` */
const peoplesDay = (day: string): string => day.split('-').reverse().join('.');

/** `31.01 09:12` by the till's clock. */
function localMoment(at: string, utcOffsetMinutes: number): string {
	const [day = '', time = ''] = new Date(Date.parse(at) + utcOffsetMinutes * 60_000).toISOString().split('T');
	return `${day.slice(8)}.${day.slice(5, 7)} ${time.slice(0, 5)}`;
}

/** An order's number; one that is none of ours may hold anything. */
const orderWord = (orderId: string): string => (isOrderId(orderId) ? orderId : cleanText(orderId, 30));

const indented = (sentence: string): readonly string[] => wrapped(sentence, '    ');
