// Help pages and shell completion, drawn from the wording and the command table.
import {
	type CliWording,
	cliEn,
	cliRu,
	type HelpPage,
	type HelpWording,
	helpEn,
	helpRu,
	type Language,
} from '../core/index.ts';
import {commandSpecs, globalOptions} from './command-line.ts';

export const helpIn = (language: Language): HelpWording => (language === 'en' ? helpEn : helpRu);

/** The command line's sentences in a language. */
export const wordsIn = (language: Language): CliWording => (language === 'en' ? cliEn : cliRu);

const indent = (rows: readonly (readonly [string | number, string])[]): string[] => {
	const width = Math.max(...rows.map(([head]) => String(head).length));
	return rows.map(([head, text]) => `  ${String(head).padEnd(width)}  ${text}`);
};

/** The page of one command, or of the whole program where `command` is null. */
export function helpText(command: string | null, language: Language): string {
	const help = helpIn(language);
	const page = command === null ? help.console : help.pages[command];
	if (!page) return helpText(null, language);
	const parts = [
		command === null ? [help.title] : [],
		[page.summary],
		[`${help.usageWord}:`, ...usageLines(command, page)],
		command === null
			? [
					`${help.commandsWord}:`,
					...indent(Object.entries(help.pages).map(([name, {summary}]) => [name, summary])),
				]
			: [],
		[`${help.optionsWord}:`, ...indent([...page.options, ...help.everywhere])],
		[`${help.examplesWord}:`, ...indent(page.examples)],
		command === null || command === 'pay' ? [`${help.exitCodesWord}:`, ...indent(help.exitCodes)] : [],
	];
	return parts
		.filter((lines) => lines.length > 0)
		.map((lines) => lines.join('\n'))
		.join('\n\n');
}

const usageLines = (command: string | null, page: HelpPage): string[] => [
	...page.usage.map((line) => `  qrkassa ${line}`),
	...(command === null ? ['  qrkassa COMMAND --help'] : []),
];

export type Shell = 'bash' | 'zsh' | 'fish';

/** A completion script for a shell: commands, their options, their first words. */
export function completionScript(shell: Shell): string {
	const commands = commandSpecs.map(({name}) => name);
	const optionsOf = (name: string): string[] =>
		Object.keys({...globalOptions, ...commandSpecs.find((spec) => spec.name === name)?.options}).map(
			(option) => `--${option}`,
		);
	switch (shell) {
		case 'bash':
		case 'zsh': {
			const cases = commands.map(
				(name) => `    ${name}) words="${[...firstWords(name), ...optionsOf(name)].join(' ')}" ;;`,
			);
			return [
				...(shell === 'zsh' ? ['autoload -U +X bashcompinit && bashcompinit'] : []),
				'_qrkassa() {',
				'  local words current="${COMP_WORDS[COMP_CWORD]}" command="${COMP_WORDS[1]}"',
				'  [ "$COMP_CWORD" -eq 1 ] && command=""',
				'  case "$command" in',
				...cases,
				`    *) words="${[...commands, ...Object.keys(globalOptions).map((name) => `--${name}`)].join(' ')}" ;;`,
				'  esac',
				'  COMPREPLY=($(compgen -W "$words" -- "$current"))',
				'}',
				'complete -o default -F _qrkassa qrkassa',
			].join('\n');
		}
		case 'fish':
			return [
				'complete -c qrkassa -f',
				...commands.map(
					(name) =>
						`complete -c qrkassa -n __fish_use_subcommand -a ${name} -d '${(helpEn.pages[name]?.summary ?? '').replaceAll("'", "\\'")}'`,
				),
				...commands.flatMap((name) => [
					...firstWords(name).map(
						(word) => `complete -c qrkassa -n '__fish_seen_subcommand_from ${name}' -a ${word}`,
					),
					...optionsOf(name).map(
						(option) => `complete -c qrkassa -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}`,
					),
				]),
			].join('\n');
	}
}

/** The fixed words that may follow a command (`register status` …). */
const firstWords = (command: string): string[] =>
	(helpEn.pages[command]?.usage ?? []).flatMap((line) => {
		const word = line.split(' ')[1] ?? '';
		return /^[a-z][a-z|-]*$/.test(word) ? word.split('|') : [];
	});
