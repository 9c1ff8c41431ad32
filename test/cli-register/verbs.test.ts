// Each verb of `qrkassa register` over TCP and over a serial line, in both languages, as people and as programs call it.
import {describe, expect, test} from 'vitest';
import {callProgram, openCliTill} from './support/till.ts';

describe.each(['tcp', 'serial'] as const)('given a register on %s', (link) => {
	test('when its day is gone through, then every verb does what it says', async () => {
		const {device, call} = await openCliTill(link);
		const json = async (...words: readonly string[]) => {
			const called = await call('register', ...words, '--json');
			return [called.code, ...called.lines()];
		};
		expect(await json('status')).toMatchObject([
			0,
			{type: 'register', device: {name: 'ШТРИХ-М-02Ф'}, short: {mode: 4}, paperDots: 576},
		]);
		expect(await json('open-shift')).toEqual([0, {type: 'done'}]);
		expect(device.state().isShiftOpen).toBe(true);
		expect(await json('open-shift')).toMatchObject([1, {type: 'error', code: 'E3C'}]);
		expect(await json('x-report')).toEqual([0, {type: 'done'}]);
		expect(await json('test-print')).toEqual([0, {type: 'done'}]);
		expect(device.tape().join('\n')).toContain('ПРОВЕРКА ПЕЧАТИ');
		expect(await json('print-qr', 'https://example.com/7')).toEqual([0, {type: 'done'}]);
		expect(await json('continue')).toMatchObject([1, {type: 'error', code: 'E72'}]);
		device.control.openForeignReceipt(4200);
		expect(await json('status')).toMatchObject([0, {short: {mode: 8}, totalKopecks: 4200}]);
		expect(await json('cancel-receipt')).toMatchObject([2, {type: 'error', code: 'YES'}]);
		expect(device.state().receipt).not.toBeNull();
		expect(await json('cancel-receipt', '--yes')).toEqual([0, {type: 'done'}]);
		expect(device.state().receipt).toBeNull();
		expect(await json('close-shift')).toMatchObject([2, {type: 'error', code: 'YES'}]);
		expect(device.state().isShiftOpen).toBe(true);
		expect(await json('close-shift', '--yes')).toEqual([0, {type: 'done'}]);
		expect(device.documents().map(({type}) => type)).toEqual([2, 5]);
	});

	test('when its tables are asked for, then they are read, written within their bounds, and compared with the till', async () => {
		const {device, call} = await openCliTill(link, {state: {}});
		const json = async (...words: readonly string[]) => {
			const called = await call('register', ...words, '--json');
			return [called.code, ...called.lines()];
		};
		expect(await json('table', '5')).toMatchObject([
			0,
			{type: 'table', name: 'НАИМЕНОВАНИЯ ТИПОВ ОПЛАТЫ', rows: 16, fieldInfos: [{type: 'text'}]},
		]);
		expect(await json('table', '5', '2', '1')).toMatchObject([0, {type: 'field', value: 'ОПЛАТА 1'}]);
		expect(await json('table', '1', '1', '7', '9')).toMatchObject([1, {code: 'TABLE_VALUE'}]);
		expect(await json('table', '1', '1', '7', '1')).toMatchObject([0, {type: 'field', value: 1}]);
		expect(await json('table', '99')).toMatchObject([1, {code: 'E5D'}]);
		const names = await json('names');
		expect(names).toMatchObject([
			1,
			{type: 'names', names: [{slot: 2, name: 'СБП', found: 'ОПЛАТА 1'}, {}, {}, {}]},
		]);
		expect(await json('names', '--write')).toMatchObject([0, {names: [{isSame: true}, {}, {}, {}]}]);
		expect(await json('names')).toMatchObject([0, {names: [{found: 'СБП'}, {}, {}, {}]}]);
		expect(device.state().tables['5.2.1']).toMatch(/^d1c1cf00/);
	});
});

test('given people who call, when they speak either language, then words answer, and no JSON', async () => {
	const {call, device} = await openCliTill('tcp');
	const ru = await call('register', 'status');
	expect(ru.out).toMatch(/^Аппарат +ШТРИХ-М-02Ф \(1\.14\)$/m);
	expect(ru.out).toMatch(/^Умеет +.*graphics512/m);
	expect(ru.out).toMatch(/^Режим +4 смена закрыта$/m);
	const en = await call('register', 'status', '--lang', 'en');
	expect(en.out).toMatch(/ШТРИХ-М-02Ф/);
	expect(en.out.replace('ШТРИХ-М-02Ф', '').replaceAll(/^Payment.*$/gm, '')).not.toMatch(/[а-яё]{3}/);
	expect(await call('register', 'names')).toMatchObject({
		code: 0,
		out: expect.stringMatching(/^ 2 {2}= {2}СБП$/m),
	});
	expect((await call('register', 'open-shift')).out).toBe('Готово.\n');
	expect((await call('register', 'x-report', '--lang', 'en')).out).toBe('Done.\n');
	expect((await call('register', 'table', '5', '2', '1')).out).toBe('СБП\n');
	expect((await call('register', 'table', '1')).out).toMatch(/^ {2}7 {2}ОТРЕЗКА ЧЕКА {2}number 0 … 2$/m);
	device.control.setPaper(false);
	expect(await call('register', 'x-report')).toMatchObject({
		code: 1,
		out: '',
		err: expect.stringMatching(/бумаг|лент/i),
	});
	expect(await call('register', 'x-report', '--lang', 'en')).toMatchObject({
		code: 1,
		err: expect.stringMatching(/paper/i),
	});
});

test('given words that mean nothing, when they are typed, then help is named, exit 2, and the register hears nothing', async () => {
	const {device, call} = await openCliTill('tcp');
	const wrong: readonly (readonly string[])[] = [
		['nonsense'],
		['toString'],
		['status', 'now'],
		['open-shift', '1'],
		['print-qr'],
		['print-qr', ''],
		['print-qr', 'a', 'b'],
		['table'],
		['table', 'five'],
		['table', '5', '2'],
		['table', '5', '0', '1'],
		['table', '-5'],
		['continue', 'all'],
		['replay'],
		['replay', 'a', 'b'],
	];
	for (const words of wrong) {
		const called = await call('register', '--', ...words);
		expect([words, called.code, called.out]).toEqual([words, 2, '']);
		expect(called.err).toContain('qrkassa register --help');
	}
	expect(device.commands()).toEqual([]);
});

test('given a till without a register, or no till, when it is asked, then exit 3 with the way to one', async () => {
	const {call} = await openCliTill('none');
	expect(await call('register', 'status', '--json')).toMatchObject({
		code: 3,
		out: expect.stringContaining('"code":"NO_REGISTER"'),
	});
	const nowhere = await callProgram(['register', 'status', '--till', '/nonexistent/till', '--json']);
	expect(nowhere).toMatchObject({code: 3, out: expect.stringContaining('"code":"NO_TILL"')});
});

test('given a register that is off, when it is asked, then exit 1, what happened and what to do', async () => {
	const {device, call} = await openCliTill('tcp');
	await device.stop();
	const called = await call('register', 'status', '--json');
	expect(called.code).toBe(1);
	expect(called.lines()).toMatchObject([
		{type: 'error', code: 'LINK', text: expect.stringMatching(/питание/)},
	]);
});

test('given the register somewhere, when it is looked for, then places are told and what is there is named', async () => {
	const {device, call} = await openCliTill('tcp');
	const place = `${device.host}:${device.port}`;
	const found = await call('register', 'find', '127.0.0.1:1', place, 'no such:place:1');
	expect(found).toMatchObject({code: 0, out: `tcp ${place}  ШТРИХ-М-02Ф\n`});
	expect(found.err).toBe(`· 127.0.0.1:1 ECONNREFUSED\n✓ ${place}\n· no such:place:1 EADDRESS\n`);
	const none = await call('register', 'find', '127.0.0.1:1', '--json');
	expect([none.code, none.lines()]).toEqual([1, [{type: 'found', registers: []}]]);
});
