import {describe, expect, test} from 'vitest';
import {recogniseLetter} from '../../source/setup/letter/recognise.ts';
import {letters} from './letters.ts';

describe('a pasted letter', () => {
	test('there are enough of them to mean something', () => {
		expect(letters.length).toBeGreaterThanOrEqual(20);
	});

	test.each(letters)(
		'given $title, when it is pasted, then all that it says is recognised',
		({text, fields}) => {
			expect(recogniseLetter(text).fields).toEqual(fields);
		},
	);

	test('given two different values for one field, when it is pasted, then the first is taken and the field is doubtful', () => {
		const {fields, doubtful} = recogniseLetter('Номер агента: 1001\nНомер POS: A1\nНомер агента: 1002');
		expect(fields.agentId).toBe('1001');
		expect(doubtful).toEqual(['agentId']);
	});

	test('given a huge text, when it is pasted, then it is still read at once', () => {
		const startMs = performance.now();
		recogniseLetter('номер агента ключ pos '.repeat(50_000));
		expect(performance.now() - startMs).toBeLessThan(1_000);
	});
});
