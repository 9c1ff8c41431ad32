// Every error of the register has words in both languages: what happened, what is safe, what to do.
import {expect, test} from 'vitest';
import {registerEn, registerRu} from '../../source/core/index.ts';
import {deviceTrouble} from '../../source/register/driver/trouble.ts';
import {errorCodes, factsOfError} from '../../source/register/errors/codes.ts';
import {faultOf} from '../../source/register/errors/fault.ts';

/** The rows of the reference: `n` nothing was done, `?` not known. */
const unknown = [
	0x03, 0x04, 0x2f, 0x30, 0x38, 0x39, 0x6a, 0x71, 0x74, 0x75, 0x76, 0x77, 0x7b, 0x93, 0xc8, 0xc9,
];

test('given the table of errors, then each code has its sentence in Russian and in English, and no sentence is without a code', () => {
	const codes = [...errorCodes.keys()].sort((one, other) => one - other);
	const worded = (errors: Readonly<Record<number, string>>) =>
		Object.keys(errors)
			.map(Number)
			.sort((one, other) => one - other);
	expect(worded(registerRu.errors)).toEqual(codes);
	expect(worded(registerEn.errors)).toEqual(codes);
	expect(codes).toHaveLength(102);
});

test('given an error, then «nothing was done» is said exactly where the reference says it', () => {
	for (const [code, {taken}] of errorCodes)
		expect([code, taken]).toEqual([code, unknown.includes(code) ? 'unknown' : 'no']);
	expect(factsOfError(0xee).taken).toBe('unknown');
});

test('given a fault, then its code has the register’s own number and its advice says what is safe and what to do', () => {
	const fault = faultOf(deviceTrouble(0x4e, '8D'), 'ru');
	expect(fault).toEqual({
		code: 'E4E',
		text: 'Смена длится больше 24 часов.',
		advice: 'Команда не выполнена. Закройте смену (Z-отчёт) и откройте новую.',
	});
	expect(faultOf(deviceTrouble(0x4e, '8D'), 'en').text).toBe('The shift is older than 24 hours.');
	expect(faultOf(deviceTrouble(0xee, '10', 'нечто'), 'ru').text).toBe('Ошибка ККТ EEh: нечто.');
	expect(faultOf({code: 'LINK', detail: 'ECONNREFUSED'}, 'ru').text).toContain('ECONNREFUSED');
});
