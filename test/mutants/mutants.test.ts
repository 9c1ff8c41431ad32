import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {mutants} from './all.ts';
import {broken, type Mutant} from './mutant.ts';

const root = join(import.meta.dirname, '..', '..');

describe('rules broken on purpose', () => {
	test('there are enough of them, each of its own', () => {
		expect(mutants.length).toBeGreaterThanOrEqual(20);
		expect(new Set(mutants.map(({name}) => name)).size).toBe(mutants.length);
	});

	test.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
		'%s: the patch fits the file as it is',
		(_name, mutant) => {
			const text = readFileSync(join(root, mutant.file), 'utf8');
			expect(broken(text, mutant)).not.toBe(text);
		},
	);

	test('a patch whose text is gone, or is there twice, says so', () => {
		const mutant: Mutant = {name: 'x', file: '', changes: [['a', 'b']], tests: []};
		expect(() => broken('c', mutant)).toThrow('0 times');
		expect(() => broken('aa', mutant)).toThrow('2 times');
		expect(broken('a$&', {...mutant, changes: [['a', '$&']]})).toBe('$&$&');
	});
});
