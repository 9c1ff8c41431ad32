// The console on a real terminal line: what a cashier sees, types and finds afterwards.
import {execFile, fork} from 'node:child_process';
import {mkdtemp, readFile, readlink, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {spawn} from '@lydell/node-pty';
import {afterAll, afterEach, beforeAll, describe, expect, test, vi} from 'vitest';
import {type LiveTerminal, openLiveTerminal} from '../support/live-terminal.ts';
import {screenText, writeTo} from '../support/terminal.ts';
import {decodeQrFromScreen} from '../support/terminal-qr.ts';
import {type Bundle, bundleProgram} from './support/bundle.ts';
import {link} from './support/states.ts';

let bundle: Bundle;
let line: LiveTerminal | null = null;

beforeAll(async () => {
	bundle = await bundleProgram();
});
afterAll(() => bundle.remove());
afterEach(async () => {
	await line?.close();
	line = null;
});

type Settings = {
	readonly story?: string;
	readonly columns?: number;
	readonly rows?: number;
	readonly env?: Readonly<Record<string, string>>;
};

function start({story = 'endless', columns = 80, rows = 24, env = {}}: Settings = {}): LiveTerminal {
	const {PATH, HOME} = process.env;
	line = openLiveTerminal({
		file: process.execPath,
		args: [bundle.file],
		columns,
		rows,
		env: {PATH, HOME, LANG: 'ru_RU.UTF-8', STORY: story, ...env},
	});
	return line;
}

/** Asked again and again while a screen fills: the slow decoders look only where all of a QR's own words are there. */
const showsQr = (screen: LiveTerminal['screen']): boolean =>
	/осталось|left|\d:\d\d/.test(screenText(screen)) && decodeQrFromScreen(screen) === link;

const remaining = (text: string): number => {
	const match = /осталось (?:(\d+) мин )?(\d+) с/.exec(text);
	if (!match) throw new Error(`No time left on the screen:\n${text}`);
	return Number(match[1] ?? 0) * 60 + Number(match[2]);
};

describe('a payment on 80×24', () => {
	test('given a sum and a system, when the gateway says paid, then the QR was readable, the time fell, and the receipt is closed', async () => {
		const till = start({story: 'paid'});
		await till.waitFor('Новый платёж');
		till.type('1250,00\r');
		await till.waitFor('Способ оплаты');
		till.type('\r');
		await till.waitFor(showsQr);
		const first = remaining(till.text());
		await till.waitFor(() => remaining(till.text()) < first);
		expect(decodeQrFromScreen(till.screen)).toBe(link);
		await till.waitFor('ОПЛАЧЕНО, ЧЕК ЗАКРЫТ');
		await till.waitFor('чек 12, ФД 341');
		expect(decodeQrFromScreen(till.screen)).toBeNull();
		await till.waitFor(() => till.output().includes('\u0007'));
	});

	test('given a whole payment typed in one burst, when it arrives as one chunk, then no key is lost and one order is made', async () => {
		const till = start({story: 'paid'});
		await till.waitFor('Новый платёж');
		till.type('1250,00\r\u001b[B\r\r\r');
		await till.waitFor('Вичат');
		await till.waitFor('ОПЛАЧЕНО, ЧЕК ЗАКРЫТ');
		await till.waitFor('Заказ N-1');
		till.type('\r0,5\r');
		await till.waitFor('0,50');
		await till.waitFor('Способ оплаты');
	});

	test('given a payment, when the cashier cancels and confirms, then the end says so and the receipt is still open', async () => {
		const till = start();
		await till.waitFor('Новый платёж');
		till.type('12\r\r');
		await till.waitFor('Банк: ждём оплату');
		till.type('\u001b');
		await till.waitFor('Отменить платёж?');
		till.type('\u001b');
		await till.waitFor('Esc отменить');
		till.type('\u001b');
		await till.waitFor('Отменить платёж?');
		till.type('\r');
		await till.waitFor('ОТМЕНЕНО');
		await till.waitFor('r ещё раз');
		till.type('r');
		await till.waitFor('Банк: ждём оплату');
		await till.waitFor('начат платёж 12,00');
	});

	test('given a QR, when the window shrinks and grows again, then the QR is drawn anew, whole each time', async () => {
		const till = start();
		await till.waitFor('Новый платёж');
		till.type('1250\r\r');
		await till.waitFor(showsQr);
		till.resize({columns: 60, rows: 20});
		await till.waitFor((screen) => screen.cols === 60 && showsQr(screen));
		till.resize({columns: 36, rows: 12});
		await till.waitFor('QR не помещается');
		expect(decodeQrFromScreen(till.screen)).toBeNull();
		till.resize({columns: 100, rows: 40});
		await till.waitFor(showsQr);
		till.resize({columns: 80, rows: 24});
		await till.waitFor((screen) => screen.cols === 80 && showsQr(screen));
		await till.waitFor('Банк: ждём оплату');
	});
});

describe('a program that was stopped', () => {
	const isStopped = async (pid: number): Promise<void> =>
		vi.waitFor(async () => expect(await readFile(`/proc/${pid}/stat`, 'utf8')).toMatch(/\) T /));

	test('given another program used the screen and set its line, when it goes on in a smaller window, then all is drawn anew and keys are heard', async () => {
		const till = start();
		await till.waitFor('Новый платёж');
		till.type('1250\r\r');
		await till.waitFor(showsQr);
		process.kill(till.pid, 'SIGSTOP');
		await isStopped(till.pid);
		await writeTo(
			till.screen,
			'\u001b[?1049l\u001b[?25h\u001b[2J\u001b[5;5Huser@shop:~$ ls\r\nfiles and more files',
		);
		const line = await readlink(`/proc/${till.pid}/fd/0`);
		await promisify(execFile)('stty', ['-F', line, 'sane', 'echo']);
		till.resize({columns: 60, rows: 20});
		process.kill(till.pid, 'SIGCONT');
		await till.waitFor(showsQr);
		expect(till.screen.buffer.active.type).toBe('alternate');
		expect(till.text()).not.toContain('files');
		till.type('\u001b');
		await till.waitFor('Отменить платёж?');
		expect(till.text()).not.toContain('^[');
	});
});

describe('the terminal afterwards', () => {
	const isRawOver = /\u001b\[\?1049l\u001b\[\?25h/;

	test('given a QR on the screen, when the cashier leaves the payment running, then the old screen is back and holds no QR', async () => {
		const till = start();
		await till.waitFor('Новый платёж');
		till.type('1250\r\r');
		await till.waitFor(showsQr);
		till.type('\u0003');
		await till.waitFor('Выйти во время платежа?');
		till.type('l');
		const {exitCode} = await till.ended;
		expect(exitCode).toBe(0);
		expect(till.output()).toMatch(isRawOver);
		expect(till.text()).toContain('exit left-payment');
		expect(till.text()).not.toContain('▀');
		expect(till.screen.buffer.active.type).toBe('normal');
	});

	test('given a crash in the middle of a payment, when the program dies, then the screen is back and the fault can be read', async () => {
		const till = start({env: {CRASH_AFTER_MS: '1500'}});
		await till.waitFor('Новый платёж');
		till.type('1250\r\r');
		const {exitCode} = await till.ended;
		expect(exitCode).not.toBe(0);
		expect(till.output()).toMatch(isRawOver);
		expect(till.text()).toContain('crashed on purpose');
		expect(till.text()).not.toContain('▀');
		expect(till.screen.buffer.active.type).toBe('normal');
	});

	test('given no payment, when F10 is pressed, then the console ends at once', async () => {
		const till = start();
		await till.waitFor('Новый платёж');
		till.type('\u001b[21~');
		await till.ended;
		expect(till.text()).toContain('exit left');
	});
});

describe('a terminal that fails', () => {
	test('given SIGTERM in the middle of a payment, then the old screen is back and the payment is left for the next start', async () => {
		const till = start();
		await till.waitFor('Новый платёж');
		till.type('1250\r\r');
		await till.waitFor('Банк: ждём оплату');
		process.kill(till.pid, 'SIGTERM');
		const {exitCode} = await till.ended;
		expect(exitCode).toBe(0);
		expect(till.text()).toContain('exit left-payment');
		expect(till.screen.buffer.active.type).toBe('normal');
	});

	type Notes = {readonly file: string; read(): Promise<string>; has(text: string): Promise<void>};

	const withNotes = async (act: (notes: Notes) => Promise<void>): Promise<void> => {
		const folder = await mkdtemp(join(tmpdir(), 'qrkassa-notes-'));
		const file = join(folder, 'notes');
		const read = (): Promise<string> => readFile(file, 'utf8').catch(() => '');
		const has = (text: string): Promise<void> =>
			vi.waitFor(async () => expect(await read()).toContain(text), {timeout: 10_000});
		await act({file, read, has}).finally(() => rm(folder, {recursive: true}));
	};

	const {PATH, HOME} = process.env;
	const env = {PATH, HOME, LANG: 'ru_RU.UTF-8', TERM: 'xterm-256color', STORY: 'paid'};

	test('given the terminal is stopped and many frames wait, then the payment goes on to its closed receipt', () =>
		withNotes(async ({file, has}) => {
			const pty = spawn(process.execPath, [bundle.file], {cols: 80, rows: 24, env: {...env, NOTES: file}});
			const ended = new Promise<void>((done) => pty.onExit(() => done()));
			await has('ready');
			pty.write('1250\r\r');
			await has('qr.shown');
			pty.pause();
			pty.write('f'.repeat(60));
			await has('receipt.closed').finally(() => pty.kill('SIGKILL'));
			await ended;
		}));

	test('given the line is cut, then the console says that its terminal is gone, and the payment comes to its end', () =>
		withNotes(async ({file, has, read}) => {
			// A process in between holds the terminal's other side; its death is the line's.
			const holder = fork(join(import.meta.dirname, 'support/terminal-holder.ts'), [bundle.file], {
				env: {...env, NOTES: file},
				stdio: 'ignore',
			});
			const cut = new Promise<void>((done) => holder.once('exit', () => done()));
			await has('ready');
			holder.send('1250\r\r');
			await has('qr.shown');
			holder.kill('SIGKILL');
			await cut;
			await has('exit terminal-gone');
			await has('ended paid');
			await has('over');
			expect(await read()).not.toContain('exit left');
		}));
});

describe('poor terminals', () => {
	test.each([
		['no UTF-8', {LANG: 'C'}, 100, 50],
		['the Linux console', {TERM: 'linux'}, 120, 45],
		['NO_COLOR', {NO_COLOR: '1'}, 80, 24],
		['English', {PROGRAM_LANG: 'en'}, 80, 24],
	])('given %s, when a payment is under way, then its QR can be read', async (_name, env, columns, rows) => {
		const till = start({env, columns, rows});
		await till.waitFor(/Новый платёж|New payment/);
		till.type('1250\r\r');
		await till.waitFor(showsQr);
	});
});
