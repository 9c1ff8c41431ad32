// A row as lines of text: mark, name and what was seen; under a trouble what it means, what to do, who can.
import type {Language} from '../../core/index.ts';
import type {Row} from '../row.ts';
import {describeRow} from './describe.ts';
import {wordsFor} from './wording.ts';
import {wrap} from './wrap.ts';

export type Look = {
	readonly language: Language;
	/** False: marks of plain letters. */
	readonly hasGlyphs: boolean;
	readonly hasColours: boolean;
	/** Null: lines are as long as they are. */
	readonly columns: number | null;
};

const glyphs = {ok: '✓', warning: '!', broken: '✗', skipped: '–'} as const;
const letters = {ok: 'ok', warning: '!', broken: 'X', skipped: '-'} as const;
const colours = {ok: 32, warning: 33, broken: 31, skipped: 2} as const;

export function linesOfRow(row: Row, look: Look): readonly string[] {
	const {doctor} = wordsFor(look.language);
	const {name, seen, means, todo, who} = describeRow(row, look.language);
	const {labels} = doctor;
	const marks = look.hasGlyphs ? glyphs : letters;
	const mark = marks[row.verdict].padEnd(look.hasGlyphs ? 1 : 2);
	const nameColumns = Math.max(...Object.values(doctor.names).map((one) => one.length));
	const head = `${mark} ${name.padEnd(nameColumns)}  `;
	const [first = '', ...rest] = wrap(seen, look.columns, head.length);
	const painted = look.hasColours ? `\u001b[${colours[row.verdict]}m${mark}\u001b[0m` : mark;
	const indent = ' '.repeat(head.length);
	const detail = (label: string, text: string | null): readonly string[] => {
		if (text === null || text === '') return [];
		const [start = '', ...more] = wrap(`${label}: ${text}`, look.columns, detailIndent.length);
		return [`${detailIndent}${start}`, ...more.map((line) => `${detailIndent}  ${line}`)];
	};
	return [
		`${painted}${head.slice(mark.length)}${first}`,
		...rest.map((line) => `${indent}${line}`),
		...detail(labels.means, means),
		...detail(labels.todo, todo),
		...detail(labels.who, who),
	];
}

const detailIndent = '    ';
