// `qrkassa doctor [--json] [--fix]`: each link of the till's chain alone; the broken one is named.
import {cleanText, type DoctorDeed, doctorEn, doctorRu, type Language} from '../../core/index.ts';
import {
	examine,
	jsonOfRow,
	type Look,
	linesOfRow,
	type Row,
	summaryOf,
	tidyTill,
} from '../../doctor/index.ts';
import {isUtf8Locale} from '../../qr/index.ts';
import {loadTill} from '../../settings/index.ts';
import {boundNameService} from '../doctor/name-service.ts';
import {doctorPorts} from '../doctor/ports.ts';
import type {Invocation} from '../invocation.ts';

export async function doctor(invocation: Invocation): Promise<number> {
	const {sink, isJson, folder} = invocation;
	boundNameService(process.env);
	const language = languageFor(invocation);
	if (invocation.options['fix'] === true) tellDeeds(invocation, tidyTill(folder, Date.now()), language);
	const look = lookOf(invocation, language);
	const tell = (row: Row): void => {
		if (isJson) sink.json(jsonOfRow(row, language));
		else sink.out(linesOfRow(row, look).join('\n'));
	};
	const rows = await examine(doctorPorts(folder), tell);
	const summary = summaryOf(rows);
	const words = wordsOf(language);
	const named = (ids: typeof summary.broken): readonly string[] => ids.map((id) => words.names[id]);
	if (isJson) sink.json({type: 'summary', ...summary});
	else sink.out(`\n${words.summary(named(summary.broken), named(summary.warnings), summary.skipped.length)}`);
	return summary.exitCode;
}

const wordsOf = (language: Language) => (language === 'en' ? doctorEn : doctorRu);

/** The till's own language where it can be read: it may be the very thing that is broken. */
export function languageFor({language, folder}: Pick<Invocation, 'language' | 'folder'>): Language {
	if (language !== null) return language;
	const loaded = loadTill(folder);
	return loaded.ok ? loaded.till.ui.language : 'ru';
}

function lookOf({noColor}: Invocation, language: Language): Look {
	const {env, stdout} = process;
	const isPlain = noColor || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
	return {
		language,
		hasGlyphs: !stdout.isTTY || isUtf8Locale(env),
		hasColours: stdout.isTTY && !isPlain,
		columns: stdout.isTTY ? stdout.columns || 80 : null,
	};
}

function tellDeeds({sink, isJson}: Invocation, deeds: readonly DoctorDeed[], language: Language): void {
	const words = wordsOf(language);
	for (const deed of deeds) {
		const describe = words.deeds[deed.code] as (one: DoctorDeed) => string;
		if (isJson) sink.json({type: 'fixed', ...deed});
		else sink.out(cleanText(describe(deed), 300));
	}
	if (!isJson) sink.out(deeds.length === 0 ? `${words.nothingToFix}\n` : '');
}
