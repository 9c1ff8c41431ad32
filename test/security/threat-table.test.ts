// docs/security.md promises a test for each threat: each is looked up.
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Rows of a table whose last cell is «`test/….ts`: words of its title». */
function rowsOf(document: string): readonly {threat: string; file: string; title: string}[] {
	const lines = readFileSync(join(root, 'docs', document), 'utf8').split('\n');
	return lines.flatMap((line) => {
		const cells = line.split('|').map((cell) => cell.trim());
		const [, file, title] = /^`(test\/[^`]+)`: (.+)$/.exec(cells.at(-2) ?? '') ?? [];
		return cells.length === 5 && file && title ? [{threat: cells[1] ?? '', file, title}] : [];
	});
}

test('given the table of threats, then each row names a test that there is', () => {
	const rows = rowsOf('security.md');
	expect(rows.length).toBeGreaterThan(20);
	for (const {threat, file, title} of rows) {
		const path = join(root, file);
		expect(existsSync(path), `${threat}: ${file}`).toBe(true);
		expect(readFileSync(path, 'utf8'), `${threat}: ${title}`).toContain(title);
	}
});

test('given the table of threats, then no row is without a test', () => {
	const text = readFileSync(join(root, 'docs', 'security.md'), 'utf8');
	const rows = text.split('\n').filter((line) => line.startsWith('|') && !/^\|(?:---|\s*threat)/.test(line));
	expect(rows.length).toBe(rowsOf('security.md').length);
});
