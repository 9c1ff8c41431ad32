// What is printed: every finding has its words in both languages, and a page fits its terminal.
import {describe, expect, test} from 'vitest';
import {type DoctorTrouble, doctorEn, doctorRu, type Language, languages} from '../../source/core/index.ts';
import {diagnose} from '../../source/doctor/diagnose.ts';
import {jsonOfRow, linesOfRow} from '../../source/doctor/index.ts';
import {describeRow} from '../../source/doctor/page/describe.ts';
import type {Row} from '../../source/doctor/row.ts';
import {allWell} from './samples.ts';

const troubles: readonly DoctorTrouble[] = [
	{
		code: 'SETTING',
		problem: {
			code: 'valueMissing',
			file: 'WebMoneySettings.txt',
			line: 3,
			column: null,
			key: 'AgentKey',
			value: null,
			params: {},
		},
		more: 2,
		isOdd: false,
	},
	{
		code: 'MAP',
		problem: {
			file: 'wcf-json.json',
			line: 4,
			path: 'sign',
			code: 'MISSING',
			expected: {type: 'object'},
			seen: '',
		},
		more: 0,
	},
	{code: 'CERTIFICATE', fault: {code: 'WRONG_PASSWORD'}},
	{
		code: 'CERTIFICATE_ODD',
		warning: {code: 'EXPIRES_SOON', validTo: '2026-02-01T00:00:00.000Z', daysLeft: 3},
	},
	{code: 'CERTIFICATE_OPEN', file: 'N100.pfx'},
	{code: 'GATEWAY', fault: {kind: 'http', code: 'HTML', detail: ''}},
	{code: 'CLOCK_DRIFTS', aheadS: -70},
	{code: 'SYSTEMS_MISSING', missing: ['sbp'], offered: []},
	{code: 'REGISTER_UNREACHABLE', address: '10.0.0.5:7778', detail: 'ECONNREFUSED'},
	{code: 'REGISTER_SILENT', address: '/dev/ttyUSB0', baudRate: 9600},
	{code: 'REGISTER', trouble: {code: 'SHIFT_EXPIRED'}},
	{code: 'REGISTER_SAYS', fault: {code: 'E4F', text: 'Неверный пароль.', advice: 'Проверьте пароль.'}},
	{code: 'STORAGE_REFUSES', error: 0x12},
	{code: 'STORAGE_REFUSES', error: null},
	{code: 'STORAGE_EXPIRED', expires: '2026-01-01'},
	{code: 'DISPLAY_MISSING', port: '/dev/ttyACM0', found: ['/dev/ttyACM1']},
	{code: 'DISPLAY_DENIED', port: '/dev/ttyACM0'},
	{code: 'DISPLAY_NO_PORT', port: '/etc/passwd'},
	{code: 'TERMINAL_LOCALE', locale: 'POSIX', isQrLost: true},
	{code: 'TERMINAL_NO_COLOURS', term: 'dumb'},
	{code: 'TERMINAL_SMALL', columns: 40, rows: 12, needed: {columns: 45, rows: 23}},
	{code: 'TERMINAL_NARROW', columns: 70, rows: 24},
	{code: 'TERMINAL_NO_QR'},
	{code: 'DISK_LOW', freeBytes: 1e7},
	{code: 'DISK_FULL'},
	{code: 'DISK_READ_ONLY'},
	{code: 'DISK_FAILS', errno: 'EIO'},
	{code: 'DISK_SLOW', fsyncMs: 2000},
	{
		code: 'JOURNAL_BROKEN',
		damage: {seq: 4, reason: 'hash', lastAt: null, rowsAfter: 1, ordersAfter: ['A-1']},
	},
	{code: 'JOURNAL_UNREADABLE', fault: {code: 'NEWER', detail: ''}},
	{code: 'JOURNAL_LONG', rows: 1_000_000},
	{code: 'JOURNAL_OPEN', orderIds: ['A-1', 'A-2', 'A-3', 'A-4']},
	{code: 'JOURNAL_KEPT', files: ['journal.broken-1.sqlite']},
	{code: 'VERSION_OLD_CONSOLE', running: '0.0.1', installed: '0.1.0'},
	{code: 'PROBE_LATE', limitS: 14},
	{code: 'PROBE_FAILED', detail: 'TypeError'},
];

const rowWith = (trouble: DoctorTrouble): Row => ({id: 'dns', verdict: 'broken', trouble, helper: 'admin'});

const look = (language: Language, columns: number | null = null) =>
	({language, hasGlyphs: true, hasColours: false, columns}) as const;

describe('words', () => {
	test('every trouble is among those looked at here', () => {
		const foreign = [
			'SETTING',
			'MAP',
			'CERTIFICATE',
			'CERTIFICATE_ODD',
			'GATEWAY',
			'REGISTER',
			'REGISTER_SAYS',
		];
		const known = [
			...foreign,
			'STORAGE_REFUSES',
			'JOURNAL_BROKEN',
			'JOURNAL_UNREADABLE',
			...Object.keys(doctorRu.troubles),
		];
		expect(new Set(troubles.map(({code}) => code))).toEqual(new Set(known));
	});

	test.each(languages)(
		'in %s every trouble says what was seen, what it means, what to do and who can',
		(language) => {
			for (const trouble of troubles) {
				const said = describeRow(rowWith(trouble), language);
				for (const part of [said.seen, said.means, said.todo, said.who]) {
					expect(part, trouble.code).toMatch(/\p{L}/u);
					expect(part, trouble.code).not.toMatch(/undefined|\[object/);
				}
			}
		},
	);

	test('in English no Russian word stands but what another side has said', () => {
		const said = troubles
			.filter(({code}) => code !== 'REGISTER_SAYS')
			.flatMap((trouble) => Object.values(describeRow(rowWith(trouble), 'en')));
		expect(said.filter((part) => part !== null && /[а-яё]/i.test(part))).toEqual([]);
		expect(Object.values(doctorEn.names).filter((name) => /[а-яё]/i.test(name))).toEqual([]);
	});

	test('what comes from outside drives no terminal', () => {
		const evil = '\u001b]0;pwned\u0007\u202e';
		const rows: Row[] = [
			rowWith({code: 'TERMINAL_NO_COLOURS', term: evil}),
			rowWith({code: 'REGISTER_UNREACHABLE', address: evil, detail: evil}),
			{id: 'registerLink', verdict: 'ok', sound: {code: 'REGISTER', name: evil, address: evil}},
			{id: 'registerLink', verdict: 'skipped', because: {code: 'HELD', command: evil, pid: 1}},
		];
		for (const row of rows) {
			expect(linesOfRow(row, look('ru')).join('\n')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
		}
	});
});

describe('the page', () => {
	test.each(languages)(
		'in %s a page of a till that is well takes twenty lines of at most 80 columns',
		(language) => {
			const lines = diagnose(allWell).flatMap((row) => linesOfRow(row, look(language, 80)));
			expect(lines).toHaveLength(20);
			expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(80);
		},
	);

	test.each(languages)('in %s no trouble makes a line wider than its terminal', (language) => {
		const lines = troubles.flatMap((trouble) => linesOfRow(rowWith(trouble), look(language, 70)));
		expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(70);
	});

	test('marks are letters where the terminal has no glyphs, and painted only where it has colours', () => {
		const row: Row = {id: 'disk', verdict: 'broken', trouble: {code: 'DISK_FULL'}, helper: 'admin'};
		const [plain = ''] = linesOfRow(row, {...look('en'), hasGlyphs: false});
		expect(plain).toMatch(/^X {2}Disk/);
		const [painted = ''] = linesOfRow(row, {...look('en'), hasColours: true});
		expect(painted.startsWith('\u001b[31m✗\u001b[0m Disk')).toBe(true);
	});

	test('for programs a row has the code of the room that knows best, and the row that it waits for', () => {
		expect(
			jsonOfRow(rowWith({code: 'GATEWAY', fault: {kind: 'http', code: 'HTML', detail: ''}}), 'en'),
		).toMatchObject({
			type: 'check',
			id: 'dns',
			verdict: 'broken',
			code: 'HTML',
			who: 'admin',
			after: null,
		});
		expect(
			jsonOfRow({id: 'tls', verdict: 'skipped', because: {code: 'AFTER', id: 'tcp'}}, 'en'),
		).toMatchObject({
			code: 'AFTER',
			after: 'tcp',
			who: null,
			todo: null,
		});
	});
});
