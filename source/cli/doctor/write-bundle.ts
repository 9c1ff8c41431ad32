// What support gets, as one JSON: program, settings without secrets, the doctor's findings, the journal with its codes shortened.
import {release} from 'node:os';
import {jsonText} from '../../core/index.ts';
import {type RowLine, type Summary, secretsRemover, shortenBody} from '../../doctor/index.ts';
import {exportJournal, type ReadEnd} from '../../journal/index.ts';
import {loadTill, showSettings} from '../../settings/index.ts';
import {programVersion} from '../program-files.ts';

export type BundleParts = {
	readonly folder: string;
	readonly checks: readonly RowLine[];
	readonly summary: Summary;
	readonly now: Date;
};

/** Nobody sends years: the current journal, and the past months that reach into this time. */
const bundleReachMs = 62 * 86_400_000;

/** Hands on the text of the bundle piece by piece; answers how many rows of the journal are in it. */
export function writeBundle(
	{folder, checks, summary, now}: BundleParts,
	write: (text: string) => void,
): number {
	const remove = secretsRemover(secretsOf(folder));
	const put = (value: object): void => write(remove(jsonText(value)));
	const field = (name: string, value: object): void => {
		write(`,\n${JSON.stringify(name)}:`);
		put(value);
	};
	write('{"format":"qrkassa-support-bundle","formatVersion":1');
	field('made', {at: now.toISOString()});
	field('program', programFacts());
	const {rows: settings, problems, warnings} = showSettings(folder);
	field('settings', {rows: settings, problems, warnings});
	field('doctor', {checks, summary});
	write(',\n"journal":{"rows":[');
	let rows = 0;
	const take = (line: string): void => {
		write(rows === 0 ? '\n' : ',\n');
		put(shortenRow(line));
		rows += 1;
	};
	const end = exportJournal(folder, take, {
		monthsSince: new Date(now.getTime() - bundleReachMs).toISOString(),
	});
	write('],"end":');
	put(endFacts(end));
	write('}}\n');
	return rows;
}

/** Row and hash as they stand in the journal; the body alone is shortened. */
function shortenRow(line: string): object {
	const row = JSON.parse(line) as {readonly body: unknown};
	return {...row, body: shortenBody(row.body)};
}

const endFacts = (end: ReadEnd): object => {
	switch (end.type) {
		case 'read':
			return {type: end.damage ? 'broken' : 'whole', damage: end.damage};
		case 'none':
			return {type: 'none'};
		case 'failed':
			return {type: 'failed', fault: end.fault};
	}
};

function programFacts(): object {
	const {LANG, LC_ALL, LC_CTYPE, TERM, COLORTERM, NO_COLOR} = process.env;
	return {
		version: programVersion(),
		versions: {
			node: process.versions.node,
			openssl: process.versions.openssl,
			sqlite: process.versions['sqlite'],
		},
		system: {platform: process.platform, arch: process.arch, release: release()},
		zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
		env: {LANG, LC_ALL, LC_CTYPE, TERM, COLORTERM, NO_COLOR},
	};
}

/** Where the settings cannot be read as a whole, nothing of them goes anywhere but masked. */
function secretsOf(folder: string): readonly string[] {
	const loaded = loadTill(folder);
	if (!loaded.ok) return [];
	const {agentKey, certificatePassword, pinHash} = loaded.till;
	return [agentKey, certificatePassword, pinHash ?? ''];
}
