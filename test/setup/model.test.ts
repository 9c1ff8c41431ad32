// The pure parts: the table of payment types, the advised time, what is pasted and what is typed.
import {describe, expect, test, vi} from 'vitest';
import {advisedTimeS, timeOfText} from '../../source/setup/model/times.ts';
import {suggestedTypes, typesFaults} from '../../source/setup/model/types.ts';
import {createPasteGate} from '../../source/setup/terminal/paste-gate.ts';

describe('the payment types', () => {
	const good = suggestedTypes(null);
	const change = (index: number, to: object) => good.map((row, at) => (at === index ? {...row, ...to} : row));

	test('given the suggestion, when it is checked, then nothing is wrong', () => {
		expect(typesFaults(good)).toEqual([]);
		expect(suggestedTypes(new Set(['sbp'])).map(({code}) => code)).toEqual(['7', '', '', '']);
	});

	test.each([
		[change(1, {code: '007'}), {row: 1, column: 'code', fault: 'code-twice'}],
		[change(0, {code: 'x'}), {row: 0, column: 'code', fault: 'code-form'}],
		[change(0, {code: '1234567890'}), {row: 0, column: 'code', fault: 'code-form'}],
		[change(2, {name: ' '}), {row: 2, column: 'name', fault: 'name-empty'}],
		[change(3, {slot: '14'}), {row: 3, column: 'slot', fault: 'slot-form'}],
		[change(3, {slot: '2'}), {row: 3, column: 'slot', fault: 'slot-twice'}],
	])('given a wrong cell, when the table is checked, then that cell alone is named: %#', (rows, fault) => {
		expect(typesFaults(rows)).toEqual([fault]);
	});

	test('given no code at all, when the table is checked, then the whole table is wrong; a row without a code never is', () => {
		const none = good.map((row) => ({...row, code: '', name: '', slot: 'x'}));
		expect(typesFaults(none)).toEqual([{row: null, column: null, fault: 'none-linked'}]);
		expect(typesFaults(change(1, {code: '', slot: '2'}))).toEqual([]);
	});
});

describe('the response time', () => {
	test('given a gateway that answers at once, when advised, then the usual time; a slow one gets more, within the limit', () => {
		expect([null, 100, 1000].map((roundTripMs) => advisedTimeS({roundTripMs}))).toEqual([180, 180, 180]);
		expect(advisedTimeS({roundTripMs: 2500})).toBe(240);
		expect(advisedTimeS({roundTripMs: 60_000})).toBe(600);
	});

	test.each([
		['10', 10],
		['3600', 3600],
		['9', null],
		['3601', null],
		['1e2', null],
		['', null],
	])('given «%s», when read, then %s', (text, seconds) => {
		expect(timeOfText(text)).toBe(seconds);
	});
});

describe('what is pasted', () => {
	function gate() {
		const keys: string[] = [];
		const pastes: string[] = [];
		const made = createPasteGate({onKeys: (text) => keys.push(text), onPaste: (text) => pastes.push(text)});
		return {made, keys, pastes};
	}

	test('given a marked paste byte by byte, when it has arrived, then it is one text and its lines are no keys', () => {
		const {made, keys, pastes} = gate();
		for (const byte of Buffer.from('a\u001b[200~Ключ: x\r\nPOS: y\u001b[201~b')) made.feed(Buffer.of(byte));
		expect(pastes).toEqual(['Ключ: x\r\nPOS: y']);
		expect(keys.join('')).toBe('ab');
	});

	test('given an unmarked paste in two chunks, when it is quiet again, then it is one text', async () => {
		const {made, keys, pastes} = gate();
		made.feed('Номер агента: 1001\rНомер POS: A\r');
		made.feed('CrsId: 2\r');
		await vi.waitFor(() => expect(pastes).toEqual(['Номер агента: 1001\rНомер POS: A\rCrsId: 2\r']));
		expect(keys).toEqual([]);
	});

	test('given arrows, Esc and quick typing, when they come, then they are keys', async () => {
		const {made, keys, pastes} = gate();
		for (const text of ['\u001b[A', '1250\r', '\u001b']) made.feed(text);
		await vi.waitFor(() => expect(keys.join('')).toBe('\u001b[A1250\r\u001b'));
		expect(pastes).toEqual([]);
	});
});
