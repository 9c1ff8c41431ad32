// Fewer bytes, the same picture.
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {thrifty} from '../../source/console/terminal/thrift.ts';
import {cellsOfScreen} from '../support/screen-cells.ts';
import {renderToGrid} from '../support/terminal.ts';
import {themes} from '../support/theme.ts';

const size = {columns: 20, rows: 6};
const codes = ['0', '1', '2', '22', '3', '23', '4', '24', '7', '27', '31', '39', '97', '44', '49', '107'];
const long = ['38;5;16', '48;5;231', '38;5;231', '48;5;16', '38;2;1;2;3', '1;32', '49;39'];
const piece = fc.oneof(
	fc.constantFrom(...codes, ...long).map((code) => `\u001b[${code}m`),
	fc.constantFrom(
		'a',
		'▀',
		' ',
		'\r\n',
		'\u001b[E',
		'\u001b[E\u001b[E\u001b[E',
		'\u001b[3G',
		'\u001b[K',
		'\u001b[m',
	),
);

test('given any mix of colours, text and moves, then the thrifty output leaves the same cells', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(piece, {maxLength: 60}), async (pieces) => {
			const output = pieces.join('');
			const seen = await renderToGrid(output, size);
			const thriftySeen = await renderToGrid(thrifty(output), size);
			expect(cellsOfScreen(thriftySeen, themes.dark)).toEqual(cellsOfScreen(seen, themes.dark));
			expect(thrifty(output).length).toBeLessThanOrEqual(output.length);
		}),
		{numRuns: 150},
	);
});

test('given the colour history of a QR before a digit, then one sequence is left of it', () => {
	const history =
		'\u001b[48;5;231m\u001b[38;5;231m\u001b[48;5;16m\u001b[38;5;16m\u001b[49m\u001b[39m\u001b[32m';
	expect(thrifty(`${history}7`)).toBe('\u001b[49;32m7');
});
