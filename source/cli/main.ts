// The program: reads the command line, loads the command that is meant, ends with its exit code.
import {cleanText, exitCodes, isLanguage, type Language} from '../core/index.ts';
import {type LineFault, parseLine} from './command-line.ts';
import {helpText, wordsIn} from './help.ts';
import {type Command, invocationOf, refuse} from './invocation.ts';
import {programVersion} from './program-files.ts';
import {processSink, quoted} from './sink.ts';

/** Each command in a chunk of its own: `--version` loads no React, `pay` no console. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
	demo: async () => (await import('./commands/demo.ts')).demo,
	pay: async () => (await import('./commands/pay.ts')).pay,
	setup: async () => (await import('./commands/setup.ts')).setup,
	settings: async () => (await import('./commands/settings.ts')).settings,
	doctor: async () => (await import('./commands/doctor.ts')).doctor,
	register: async () => (await import('./commands/register.ts')).register,
	display: async () => (await import('./commands/display.ts')).display,
	tail: async () => (await import('./commands/tail.ts')).tail,
	report: async () => (await import('./commands/report.ts')).report,
	journal: async () => (await import('./commands/journal.ts')).journal,
	resolve: async () => (await import('./commands/resolve.ts')).resolve,
	refund: async () => (await import('./commands/refund.ts')).refund,
	'support-bundle': async () => (await import('./commands/support-bundle.ts')).supportBundle,
	sandbox: async () => (await import('./commands/sandbox.ts')).sandbox,
	completion: async () => (await import('./commands/completion.ts')).completion,
};

/** Runs one call and sets the process's exit code. */
export async function main(argv: readonly string[]): Promise<void> {
	const sink = processSink();
	const spoken = languageOf(argv);
	const isJson = argv.includes('--json');
	try {
		process.exitCode = await run(argv, sink, spoken);
	} catch (error) {
		process.exitCode = refuse(
			{sink, isJson},
			{exitCode: exitCodes.fault, code: 'INTERNAL', text: wordsIn(spoken).bug(bugLine(error))},
		);
	}
	await sink.drained();
	// A terminal that is stopped or a socket that lingers must not keep an ended program.
	process.exit();
}

async function run(
	argv: readonly string[],
	sink: ReturnType<typeof processSink>,
	spoken: Language,
): Promise<number> {
	const parsed = parseLine(argv);
	if (!parsed.ok) {
		const text = lineFaultText(parsed.fault, spoken);
		return refuse(
			{sink, isJson: parsed.isJson},
			{exitCode: exitCodes.arguments, code: parsed.fault.code, text},
		);
	}
	const {command, words, options} = parsed.line;
	const lang = options['lang'];
	if (typeof lang === 'string' && !isLanguage(lang)) {
		const text = wordsIn('ru').language(quoted(lang));
		return refuse(
			{sink, isJson: options['json'] === true},
			{exitCode: exitCodes.arguments, code: 'LANG', text},
		);
	}
	if (options['version'] === true) {
		sink.out(`qrkassa ${programVersion()}`);
		return 0;
	}
	if (options['help'] === true || command === 'help') {
		sink.out(helpText(command === 'help' ? (words[0] ?? null) : command, spoken));
		return 0;
	}
	const invocation = invocationOf(parsed.line, sink);
	const load =
		command === null ? async () => (await import('./commands/console.ts')).console : commands[command];
	if (!load) throw new Error(`command without a chunk: ${command}`);
	return (await load())(invocation);
}

/** What is known of the language before the till is read. */
function languageOf(argv: readonly string[]): Language {
	const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
	const word = argv[at]?.includes('=') ? argv[at]?.slice('--lang='.length) : argv[at + 1];
	return at >= 0 && word !== undefined && isLanguage(word) ? word : 'ru';
}

/** One line about a bug of ours: no stack for people, and nothing long that could hold a secret. */
const bugLine = (error: unknown): string =>
	error instanceof Error ? cleanText(`${error.name}: ${error.message}`, 160) : 'unknown';

function lineFaultText(fault: LineFault, language: Language): string {
	const words = wordsIn(language);
	switch (fault.code) {
		case 'UNKNOWN_COMMAND':
			return `${words.unknownCommand(quoted(fault.word), fault.nearest)} ${words.seeHelp(null)}`;
		case 'UNKNOWN_OPTION':
			return `${words.unknownOption(quoted(fault.word), fault.command, fault.nearest)} ${words.seeHelp(fault.command)}`;
		case 'OPTION_VALUE':
			return words.optionValue(quoted(fault.word));
		case 'OPTION_TWICE':
			return words.optionTwice(quoted(fault.word));
		case 'WORDS':
			return `${words.wordCount(fault.command, fault.least, fault.most)} ${words.seeHelp(fault.command)}`;
	}
}
