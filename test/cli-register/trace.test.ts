// What goes over the line, for support: live, in a file while the till works, and sent again to a register of the sandbox.
import {readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {openCliTill} from './support/till.ts';

/** The variable for one test. */
function traceInto(file: string): void {
	process.env['QRKASSA_REGISTER_TRACE'] = file;
	onTestFinished(() => {
		delete process.env['QRKASSA_REGISTER_TRACE'];
	});
}

test('given a file for the trace, when commands use the register, then every word of both sides is in it, the password in none', async () => {
	const {folder, call} = await openCliTill('tcp');
	const file = join(folder, 'trace.jsonl');
	traceInto(file);
	expect((await call('register', 'open-shift')).code).toBe(0);
	expect((await call('register', 'names')).code).toBe(0);
	expect((await call('register', 'table', '2', '30', '1')).code).toBe(0);
	expect(statSync(file).mode & 0o777).toBe(0o600);
	const text = readFileSync(file, 'utf8');
	const lines = text
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line));
	expect(lines[0]).toEqual({
		type: 'trace',
		at: expect.stringMatching(/^\d{4}-.*Z$/),
		from: 'line',
		what: 'opened',
		detail: '',
	});
	const said = lines.map(({control, command}) => control ?? command);
	expect(said.slice(1, 7)).toEqual(['ENQ', 'NAK', '10', 'ACK', '10', 'ACK']);
	expect(said).toEqual(expect.arrayContaining(['E0', '1F', '2E']));
	// 30 as four bytes, behind any command: the administrator's password.
	expect(text).not.toContain('1e000000');
	expect(text).toContain('102a2a2a2a');
});

test('given a file that cannot be opened, when the register is used, then that is said, and the command does its work', async () => {
	const {folder, call} = await openCliTill('tcp');
	const said: string[] = [];
	const write = process.stderr.write;
	process.stderr.write = (text: string | Uint8Array) => said.push(String(text)) > 0;
	onTestFinished(() => {
		process.stderr.write = write;
	});
	for (const place of [join(folder, 'nowhere', 'trace'), join(folder, 'link')]) {
		if (place.endsWith('link')) symlinkSync(join(folder, 'till.json'), place);
		traceInto(place);
		expect((await call('register', 'names')).code).toBe(0);
	}
	expect(said.join('')).toMatch(/ENOENT[\s\S]*ELOOP/);
	expect(readFileSync(join(folder, 'till.json'), 'utf8')).not.toContain('trace');
});

test('given a trace, when it is replayed, then a sound register gives the same answers, for people and for programs', async () => {
	const {folder, call} = await openCliTill('tcp', {model: 'light', state: {lastFd: 340}});
	const file = join(folder, 'trace.jsonl');
	traceInto(file);
	for (const verb of ['status', 'open-shift', 'test-print', 'x-report']) {
		expect((await call('register', verb)).code).toBe(0);
	}
	delete process.env['QRKASSA_REGISTER_TRACE'];
	const people = await call('register', 'replay', file);
	expect(people.err).toBe('');
	expect(people.out).toMatch(/^Виртуальный ККТ ШТРИХ-ЛАЙТ-02Ф, смена закрыта/);
	expect(people.out).toMatch(/^ {2}E0 {4}открытие смены: выполнено → выполнено$/m);
	expect(people.out).toMatch(/Ответы те же\.\n$/);
	expect(people.code).toBe(0);
	const programs = (await call('register', 'replay', file, '--json')).lines();
	expect(programs.at(-1)).toMatchObject({type: 'replay', model: 'ШТРИХ-ЛАЙТ-02Ф', differ: 0});
	expect(programs).toContainEqual({type: 'replayed', command: 'E0', recorded: 0, replayed: 0, isSame: true});
	// FF01h of the trace told where the storage stood.
	expect(programs.length).toBeGreaterThan(30);
});

test('given a trace of a register in trouble, when it is replayed, then the answers that differ stand out, exit 1', async () => {
	const {folder, call} = await openCliTill('tcp', {
		faults: [
			{fault: 'refuse', error: 0x14, command: 'E0'},
			{fault: 'ackWithoutAnswer', command: '10'},
		],
	});
	const file = join(folder, 'trace.jsonl');
	traceInto(file);
	expect((await call('register', 'open-shift')).code).toBe(1);
	delete process.env['QRKASSA_REGISTER_TRACE'];
	const replayed = await call('register', 'replay', file, '--lang', 'en');
	expect(replayed.out).toMatch(/^≠ E0 {4}open the shift: 14h .* → done$/m);
	expect(replayed.out).toMatch(/Answers that differ: 1\.\n$/);
	expect(replayed.code).toBe(1);
});

test('given a trace that writes a password or breaks off, when it is replayed, then neither is sent nor compared', async () => {
	const {folder, device, call} = await openCliTill('tcp');
	const file = join(folder, 'trace.jsonl');
	traceInto(file);
	expect((await call('register', 'table', '2', '1', '1', '77')).code).toBe(0);
	delete process.env['QRKASSA_REGISTER_TRACE'];
	const lost = {from: 'host', command: '10', error: null, payload: '102a2a2a2a', isWhole: true};
	writeFileSync(file, `${readFileSync(file, 'utf8')}\n${JSON.stringify(lost)}\n`);
	const lines = (await call('register', 'replay', file, '--json')).lines();
	expect(lines).toContainEqual({type: 'replayed', command: '1E', recorded: 0, replayed: null, isSame: true});
	expect(lines).toContainEqual({type: 'replayed', command: '10', recorded: null, replayed: 0, isSame: true});
	expect(device.state().tables['2.1.1']).toBe('4d000000');
});

test.each([
	['a file that is not there', null, /не читается/],
	['words', 'ENQ\n', /строка 1/],
	['other JSON', '{"type":"trace","from":"line","what":"opened","detail":""}\n{"a":1}\n', /строка 2/],
	[
		'a frame of no hex',
		'{"from":"host","command":"10","error":null,"payload":"zz","isWhole":true}',
		/строка 1/,
	],
	['no command', '{"from":"host","control":"ENQ"}\n\n', /ни одной команды/],
])(
	'given %s instead of a trace, when it is replayed, then exit 2 and where it is wrong',
	async (_name, text, words) => {
		const {folder, call} = await openCliTill('none');
		const file = join(folder, 'trace.jsonl');
		if (text !== null) writeFileSync(file, text);
		const called = await call('register', 'replay', file);
		expect([called.code, called.out]).toEqual([2, '']);
		expect(called.err).toMatch(words);
	},
);

test('given a live trace, when it is stopped, then it was decoded in the words of the language, and the till is free again', async () => {
	const {call, device} = await openCliTill('tcp');
	const tracing = call('register', 'trace');
	await expect.poll(() => device.commands().length).toBeGreaterThan(12);
	process.emit('SIGINT');
	const {code, out} = await tracing;
	expect(code).toBe(0);
	expect(out).toMatch(/^\d\d:\d\d:\d\d\.\d{3} · {2}линия открыта$/m);
	expect(out).toMatch(/→ {2}ENQ\n.*← {2}NAK\n.*→ {2}10 {2}короткий запрос состояния {2}102a2a2a2a\n/);
	expect(out).toMatch(/← {2}10 {2}выполнено {2}1000/);
	expect((await call('register', 'names')).code).toBe(0);
});

test('given what a register can do, when it was asked once, then the till keeps it in a file of its owner, and a spoilt one does no harm', async () => {
	const {folder, device, call} = await openCliTill('tcp');
	const file = join(folder, 'register.capabilities.json');
	const probes = () => device.commands().filter(({code}) => ['FC', 'F7', '26'].includes(code)).length;
	expect((await call('register', 'print-qr', 'https://example.com/1')).code).toBe(0);
	expect(statSync(file).mode & 0o777).toBe(0o600);
	expect(probes()).toBe(3);
	expect((await call('register', 'print-qr', 'https://example.com/2')).code).toBe(0);
	expect(probes()).toBe(3);
	writeFileSync(file, '{"version":1,');
	expect((await call('register', 'print-qr', 'https://example.com/3')).code).toBe(0);
	expect(probes()).toBe(6);
	expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({version: 1});
	expect((await call('register', 'status')).out).toMatch(/Умеет/);
	expect(probes()).toBe(9);
});
