// The last line of every screen: the keys that do something here, as many words as fit.
import {Box, Text} from 'ink';
import type {Action} from '../actions/action.ts';
import {widthOf} from '../terminal/width.ts';
import {useSurroundings} from '../ui/context.ts';
import type {Signs} from '../ui/looks.ts';

/** One action in the key line: all its keys, its shortest key, its label. */
export type KeyHint = {readonly full: string; readonly short: string; readonly label: string};

const names: Readonly<Record<string, string>> = {
	enter: 'Enter',
	esc: 'Esc',
	pageup: 'PgUp',
	pagedown: 'PgDn',
	home: 'Home',
	end: 'End',
	'ctrl-c': 'Ctrl-C',
};

/** The keys of a screen as they are named in its last line; actions of one name stand together. */
export function keyHints<Id extends string>(
	actions: readonly {readonly id: Id; readonly keys: readonly string[]; readonly shown?: string | null}[],
	labels: Readonly<Record<Id, string>>,
	signs: Pick<Signs, 'up' | 'down'>,
): readonly KeyHint[] {
	const hints = new Map<Id, KeyHint>();
	for (const {id, keys, shown} of actions) {
		if (shown === null) continue;
		const all = shown === undefined ? keys.map((key) => nameOf(key, signs)) : [shown];
		const before = hints.get(id);
		hints.set(id, {
			full: before ? `${before.full} ${all.join(' ')}` : all.join(' '),
			short: before ? `${before.short} ${all[0]}` : (all[0] ?? ''),
			label: labels[id],
		});
	}
	return [...hints.values()];
}

const nameOf = (key: string, {up, down}: Pick<Signs, 'up' | 'down'>): string =>
	key === 'up'
		? `${up} ${down}`
		: key === 'pageup'
			? 'PgUp PgDn'
			: (names[key] ?? (/^f\d/.test(key) ? key.toUpperCase() : key));

/** The hints as one line of at most `columns`: with function keys, else letters alone, else closer together; null where they do not fit. */
function oneLine(hints: readonly KeyHint[], columns: number): string | null {
	const long = hints.map(({full, label}) => `${full} ${label}`);
	const short = hints.map(({short: key, label}) => `${key} ${label}`);
	const lines = [long.join('   '), long.join('  '), short.join('  '), short.join(' ')];
	return lines.find((line) => widthOf(line) <= columns) ?? null;
}

/** One line, with as many hints as fit into it, the first before the last. */
export function keyLineText(hints: readonly KeyHint[], columns: number): string {
	for (let count = hints.length; count > 0; count--) {
		const line = oneLine(hints.slice(0, count), columns);
		if (line !== null) return line;
	}
	return '';
}

/** All hints, in two lines where a narrow screen cannot name them in one. */
export function keyLines(hints: readonly KeyHint[], columns: number): readonly string[] {
	const line = oneLine(hints, columns);
	if (line !== null) return [line];
	for (let count = hints.length - 1; count > 0; count--) {
		const first = oneLine(hints.slice(0, count), columns);
		if (first !== null) return [first, keyLineText(hints.slice(count), columns)];
	}
	return [keyLineText(hints, columns)];
}

type KeyLineProps = {readonly actions: readonly Action[]; readonly columns: number};

/** The last column stays empty: a character in the screen's last cell makes some terminals scroll. */
export function KeyLine({actions, columns}: KeyLineProps) {
	const {looks, words} = useSurroundings();
	const lines = keyLines(keyHints(actions, words.actions, looks.signs), columns - 1);
	return (
		<Box height={lines.length} flexShrink={0}>
			<Text bold wrap="truncate">
				{lines.join('\n')}
			</Text>
		</Box>
	);
}
