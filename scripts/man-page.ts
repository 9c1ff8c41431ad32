// The man page's text: roff from the same sentences that `--help` prints, in English as man pages are.

import type {HelpPage} from '../source/core/index.ts';
import {helpEn} from '../source/core/index.ts';

/** All of `docs/qrkassa.1`. */
export function manPage(): string {
	const {title, console: main, pages, everywhere, exitCodes} = helpEn;
	const about = title.replace(/^qrkassa:?\s*/, '');
	return `${[
		'.\\" Made by `npm run man` from the wording of the help: change that, not this.',
		'.TH QRKASSA 1',
		'.SH NAME',
		`qrkassa \\- ${text(about)}`,
		'.SH SYNOPSIS',
		...['[COMMAND] [options]', ...main.usage].flatMap((line) => ['.br', `.B qrkassa ${text(line)}`]),
		'.SH DESCRIPTION',
		text(main.summary),
		'.SH OPTIONS',
		...everywhere.flatMap(item),
		'.SH COMMANDS',
		...Object.entries(pages).flatMap(([name, page]) => commandLines(name, page)),
		'.SH EXIT STATUS',
		...exitCodes.flatMap(([code, meaning]) => item([String(code), meaning])),
		'.SH FILES',
		'The till is one folder: WebMoneySettings.txt, WebMoneyPaymentTypes.txt, till.json, the certificate POS.pfx and journal.sqlite.',
		'.SH EXAMPLES',
		...main.examples.flatMap(item),
	].join('\n')}\n`;
}

function commandLines(name: string, {summary, usage, options, examples}: HelpPage): readonly string[] {
	return [
		`.SS ${text(name)}`,
		text(summary),
		...usage.flatMap((line) => ['.PP', `.B qrkassa ${text(line)}`]),
		...options.flatMap(item),
		...(examples.length > 0 ? ['.PP', 'Examples:'] : []),
		...examples.flatMap(item),
	];
}

const item = ([head, words]: readonly [string, string]): readonly string[] => [
	'.TP',
	`.B ${text(head)}`,
	text(words),
];

/** A backslash, a hyphen that is to be typed, and a dot at the beginning of a line mean something to roff. */
const text = (words: string): string =>
	words
		.replaceAll('\\', '\\e')
		.replaceAll('-', '\\-')
		.replace(/^([.'])/, '\\&$1');
