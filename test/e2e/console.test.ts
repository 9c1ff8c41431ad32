// The console as a cashier has it: a real terminal line, a real gateway, a real register, and the QR read off the screen.
import {execFile} from 'node:child_process';
import {readFile, readlink} from 'node:fs/promises';
import {promisify} from 'node:util';
import {type IPty, spawn as spawnOnTerminal} from '@lydell/node-pty';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import type {LiveTerminal} from '../support/live-terminal.ts';
import {writeTo} from '../support/terminal.ts';
import {decodeQrFromScreen} from '../support/terminal-qr.ts';
import {
	givenQr,
	keys,
	openConsole,
	openConsoleUnderShell,
	openProgram,
	qrIsRead,
	readQr,
	secondsLeft,
} from './support/console.ts';
import {rowSeen, rowsOf} from './support/journal.ts';
import {bareEnvironment, programFile, run} from './support/program.ts';
import {openWorld, type RegisterTill, type TillOptions, type World} from './support/world.ts';

// A console draws, which costs more than waiting: a few at a time, and this process hears them all.
vi.setConfig({maxConcurrency: 6});

let world: World;

beforeAll(async () => {
	world = await openWorld();
});
afterAll(() => world.close());

/** A till with a gateway of its own, whose orders are all the till's. */
const openTill = async (options: TillOptions = {}): Promise<RegisterTill> =>
	world.openTill({gateway: await world.openGateway(), ...options});

/** Runs the work on a terminal and ends the program whatever comes. */
async function on(live: LiveTerminal, work: (live: LiveTerminal) => Promise<void>): Promise<void> {
	try {
		await work(live);
	} finally {
		await live.close();
	}
}

async function startPayment(live: LiveTerminal, sum: string): Promise<void> {
	await live.waitFor(/Новый платёж|New payment/);
	live.type(`${sum}\r`);
	await live.waitFor(/Способ оплаты|Payment method|How to pay|Payment type/i);
	live.type('\r');
}

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

/** The console on a terminal whose bytes nobody draws: for a line that is cut or stands still. */
function onBareTerminal({folder}: RegisterTill): {
	readonly pty: IPty;
	shows(text: string): Promise<unknown>;
	readonly ended: Promise<void>;
} {
	const pty = spawnOnTerminal(process.execPath, [programFile(), '--till', folder], {
		name: 'xterm-256color',
		cols: 80,
		rows: 24,
		env: bareEnvironment(),
	});
	let seen = '';
	pty.onData((bytes) => {
		seen += bytes;
	});
	return {
		pty,
		shows: (text) => vi.waitUntil(() => seen.includes(text), {timeout: 60_000}),
		ended: new Promise((done) => pty.onExit(() => done())),
	};
}

const bell = '\u0007';

const kindsOfAll = ({folder}: RegisterTill): readonly string[] =>
	rowsOf(folder)
		.filter(({orderId}) => orderId !== null)
		.map(({type}) => type);

describe.concurrent('a payment at the till', () => {
	test('given a sum and СБП, when the customer pays, then the QR was the gateway’s, the time fell, and the receipt is closed', async () => {
		const till = await openTill();
		await on(openConsole(till), async (live) => {
			await startPayment(live, '1250,00');
			await qrIsRead(live, till.gateway);
			expect(decodeQrFromScreen(live.screen)).toBe(givenQr(till.gateway));
			const first = secondsLeft(live.text());
			await live.waitFor(() => secondsLeft(live.text()) < first);
			await live.waitFor('ОПЛАЧЕНО, ЧЕК ЗАКРЫТ');
			expect(live.text()).toContain('чек 1, ФД 3');
			expect(decodeQrFromScreen(live.screen)).toBeNull();
			await live.waitFor(() => live.output().includes(bell));
			expect(till.gateway.orders()).toMatchObject([{system: 'sbp', amountKopecks: 125_000, status: 'paid'}]);
			expect(till.register.closedReceipts()).toBe(1);
			live.type(keys.enter);
			await live.waitFor('Новый платёж');
			live.type(keys.f10);
			expect((await live.ended).exitCode).toBe(0);
		});
	});

	test('given a payment under way, when the cashier presses Esc and Enter, then it is cancelled, and the receipt stays open', async () => {
		const till = await openTill();
		await on(openConsole(till), async (live) => {
			await startPayment(live, '12,02');
			await qrIsRead(live, till.gateway);
			live.type(keys.esc);
			await live.waitFor('Отменить платёж?');
			live.type(keys.esc);
			await live.waitFor('Esc отменить');
			live.type(keys.esc);
			await live.waitFor('Отменить платёж?');
			live.type(keys.enter);
			await live.waitFor('ОТМЕНЕНО');
			await live.waitFor('r ещё раз');
			expect(till.gateway.orders()).toMatchObject([{status: 'cancelled'}]);
			const asked = rowsOf(till.folder).find(({type}) => type === 'cancel.requested');
			expect(asked?.body).toMatchObject({by: 'cashier'});
			expect(till.register.closedReceipts()).toBe(0);
		});
	});

	test('given money in the moment of the cancel, then the end is paid, whatever was wished', async () => {
		const till = await openTill();
		await on(openConsole(till), async (live) => {
			await startPayment(live, '12,05');
			await qrIsRead(live, till.gateway);
			live.type(keys.esc);
			await live.waitFor('Отменить платёж?');
			live.type(keys.enter);
			await live.waitFor('ОПЛАЧЕНО, ЧЕК ЗАКРЫТ');
			expect(till.register.closedReceipts()).toBe(1);
		});
	});

	test('given nobody pays, when the time is over, then the screen says so', async () => {
		const till = await openTill({responseTimeoutS: 10});
		await on(openConsole(till), async (live) => {
			await startPayment(live, '12,02');
			await live.waitFor('ВРЕМЯ ВЫШЛО');
			expect(readQr(live.screen)).toBeNull();
		});
	});

	test('given sum, choice and a double Enter in one chunk, then one order is made', async () => {
		const till = await openTill();
		await on(openConsole(till), async (live) => {
			await live.waitFor('Новый платёж');
			live.type(`12,00\r${keys.down}\r\r\r`);
			await live.waitFor('ОПЛАЧЕНО, ЧЕК ЗАКРЫТ');
			expect(till.gateway.orders()).toMatchObject([{system: 'webmoney', amountKopecks: 1200}]);
			expect(till.gateway.requests().filter(({operation}) => operation === 'CreateOrder')).toHaveLength(1);
		});
	});

	test('given a register without paper, when paying, then a panel says so and nothing is sent; with paper `r` goes on', async () => {
		const till = await openTill();
		till.register.control.setPaper(false);
		await on(openConsole(till), async (live) => {
			await startPayment(live, '12,00');
			await live.waitFor('АППАРАТ НЕ ГОТОВ');
			expect(till.gateway.orders()).toEqual([]);
			till.register.control.loadPaper();
			live.type('r');
			await live.waitFor('ОПЛАЧЕНО, ЧЕК ЗАКРЫТ');
			expect(till.gateway.orders()).toHaveLength(1);
		});
	});

	test('given --lang en, then every screen of a payment is English', async () => {
		const till = await openTill({name: 'Till 1'});
		await on(openConsole(till, {args: ['--lang', 'en']}), async (live) => {
			await startPayment(live, '12.02');
			await qrIsRead(live, till.gateway);
			live.type(keys.esc);
			await live.waitFor('Cancel the payment?');
			live.type(keys.enter);
			await live.waitFor('CANCELLED');
			// СБП is the system's own name, in capitals.
			expect(live.output()).not.toMatch(/[а-яё]{2}/);
		});
	});
});

describe.concurrent('terminals of all kinds', () => {
	test('given a QR on the screen, when the window is resized in the middle, then it is drawn anew, whole each time', async () => {
		const till = await openTill();
		await on(openConsole(till), async (live) => {
			const qrIsReadAt = async (columns: number): Promise<void> => {
				await live.waitFor(({cols}) => cols === columns);
				await qrIsRead(live, till.gateway);
			};
			await startPayment(live, '12,02');
			await qrIsRead(live, till.gateway);
			live.resize({columns: 60, rows: 20});
			await qrIsReadAt(60);
			live.resize({columns: 36, rows: 12});
			await live.waitFor('QR не помещается');
			expect(readQr(live.screen)).toBeNull();
			live.resize({columns: 132, rows: 43});
			await qrIsReadAt(132);
			live.resize({columns: 80, rows: 24});
			await qrIsReadAt(80);
		});
	});

	test('given 60×20, when paying, then the QR takes the whole screen, and the payment ends as ever', async () => {
		const till = await openTill();
		await on(openConsole(till, {columns: 60, rows: 20}), async (live) => {
			await live.waitFor('80×24');
			await startPayment(live, '12,00');
			await qrIsRead(live, till.gateway);
			await live.waitFor('ОПЛАЧЕНО, ЧЕК ЗАКРЫТ');
		});
	});

	test.each([
		['NO_COLOR', {NO_COLOR: '1'}, 80, 24],
		['the Linux console', {TERM: 'linux'}, 120, 45],
		['no UTF-8', {LANG: 'C'}, 100, 50],
		['tmux', {TERM: 'screen-256color', TMUX: '/run/tmux'}, 80, 24],
	] as const)('given %s, when paying, then the QR can be read', async (_name, env, columns, rows) => {
		const till = await openTill();
		await on(openConsole(till, {env, columns, rows}), async (live) => {
			await startPayment(live, '12,02');
			await qrIsRead(live, till.gateway);
		});
	});

	test('given a machine without a folder of roots, when Node complains of it, then it does so before the screen is opened', async () => {
		const till = await openTill();
		await on(openConsole(till, {env: {SSL_CERT_DIR: '/nowhere'}}), async (live) => {
			await startPayment(live, '12,02');
			await qrIsRead(live, till.gateway);
			const complaints = [...live.output().matchAll(/Cannot open directory \/nowhere/g)];
			expect(complaints).toHaveLength(1);
			expect(complaints[0]?.index).toBeLessThan(live.output().indexOf('\u001b[?1049h'));
		});
	});

	test('given a Russian layout, when the keys of l, f and p are pressed, then they do what they say', async () => {
		const till = await openTill();
		await on(openConsole(till), async (live) => {
			await startPayment(live, '12,02');
			await qrIsRead(live, till.gateway);
			live.type('д');
			await live.waitFor(/Журнал: 1/);
			live.type(keys.esc);
			await live.waitFor('осталось');
			live.type('а');
			await live.waitFor(/f .*обычно/);
			live.type('А');
			await live.waitFor(/f .*крупно/);
			const slips = (): number =>
				till.register.tape().filter((line) => line.includes('ОПЛАТА ПО QR-КОДУ')).length;
			await live.waitFor('QR напечатан на чеке');
			expect(slips()).toBe(1);
			live.type('з');
			await vi.waitUntil(() => slips() === 2, {timeout: 60_000});
		});
	});
});

describe.concurrent('a program or a terminal that stands still', () => {
	const isStopped = (pid: number): Promise<void> =>
		vi.waitFor(async () => expect(await readFile(`/proc/${pid}/stat`, 'utf8')).toMatch(/\) T /));

	test.runIf(process.platform === 'linux')(
		'given another program used the screen and set its line, when it goes on in a smaller window, then all is drawn anew and keys are heard',
		async () => {
			const till = await openTill();
			await on(openConsole(till), async (live) => {
				await startPayment(live, '12,02');
				await qrIsRead(live, till.gateway);
				process.kill(live.pid, 'SIGSTOP');
				await isStopped(live.pid);
				await writeTo(
					live.screen,
					'\u001b[?1049l\u001b[?25h\u001b[2J\u001b[5;5Huser@shop:~$ ls\r\nfiles and more files',
				);
				const line = await readlink(`/proc/${live.pid}/fd/0`);
				await promisify(execFile)('stty', ['-F', line, 'sane', 'echo']);
				live.resize({columns: 60, rows: 20});
				process.kill(live.pid, 'SIGCONT');
				await qrIsRead(live, till.gateway);
				expect(live.screen.buffer.active.type).toBe('alternate');
				expect(live.text()).not.toContain('files');
				live.type(keys.esc);
				await live.waitFor('Отменить платёж?');
				expect(live.text()).not.toContain('^[');
			});
		},
	);

	test('given a terminal that takes no more while many frames wait, then the payment goes on to its closed receipt', async () => {
		const till = await openTill();
		const {pty, shows, ended} = onBareTerminal(till);
		await shows('Новый платёж');
		pty.write('12,00\r');
		await shows('Способ оплаты');
		pty.write('\r');
		await rowSeen(till.folder, ({type}) => type === 'qr.shown');
		pty.pause();
		pty.write('f'.repeat(60));
		await rowSeen(till.folder, ({type}) => type === 'receipt.closed').finally(() => pty.kill('SIGKILL'));
		await ended;
		expect(till.register.closedReceipts()).toBe(1);
	});
});

describe.concurrent('leaving, crashing and coming back', () => {
	test('given a console killed in a payment, when it starts again, then the payment is taken up and ends; no second order', async () => {
		const till = await openTill();
		await on(openConsole(till), async (live) => {
			await startPayment(live, '12,00');
			await qrIsRead(live, till.gateway);
			process.kill(live.pid, 'SIGKILL');
			await live.ended;
		});
		await on(openConsole(till), async (live) => {
			await live.waitFor('ОПЛАЧЕНО, ЧЕК ЗАКРЫТ');
			expect(till.gateway.orders()).toHaveLength(1);
			expect(till.register.closedReceipts()).toBe(1);
			expect(kindsOfAll(till).filter((kind) => kind === 'payment.started')).toHaveLength(1);
		});
	});

	test('given a console killed while nobody has paid, when it starts again, then the same QR is shown with the time that is left', async () => {
		const till = await openTill();
		await on(openConsole(till), async (live) => {
			await startPayment(live, '12,02');
			await qrIsRead(live, till.gateway);
			process.kill(live.pid, 'SIGKILL');
			await live.ended;
		});
		await on(openConsole(till), async (live) => {
			await qrIsRead(live, till.gateway);
			expect(secondsLeft(live.text())).toBeLessThan(180);
			expect(till.gateway.orders()).toHaveLength(1);
		});
	});

	test('given a declined payment left behind, when the console starts again, then its receipt is still open with one key to try again', async () => {
		const till = await openTill();
		await on(openConsole(till), async (live) => {
			await startPayment(live, '12,01');
			await live.waitFor('ОТКАЗАНО');
			live.type(keys.f10);
			expect((await live.ended).exitCode).toBe(0);
		});
		await on(openConsole(till), async (live) => {
			await live.waitFor('ОТКАЗАНО');
			live.type('r');
			await vi.waitUntil(() => till.gateway.orders().length === 2, {timeout: 60_000});
			await qrIsRead(live, till.gateway);
			expect(till.gateway.orders().map(({amountKopecks}) => amountKopecks)).toEqual([1201, 1201]);
		});
	});

	test('given money that came while no console ran, when it starts, then the late money is shown', async () => {
		const till = await openTill({responseTimeoutS: 10});
		const call = ['pay', '--till', till.folder, '--method', 'sbp', '--amount', '12.09', '--order', 'C-LATE'];
		expect((await run(call)).code).toBe(5);
		await vi.waitUntil(() => till.gateway.orders()[0]?.status === 'paid', {timeout: 60_000});
		await on(openConsole(till), async (live) => {
			await live.waitFor(/ПОЗДНИЕ ДЕНЬГИ/);
		});
	});

	test('given the line drops in a payment, then it goes on without a screen to its closed receipt', async () => {
		const till = await openTill();
		const {pty, shows} = onBareTerminal(till);
		await shows('Новый платёж');
		pty.write('12,00\r');
		await shows('Способ оплаты');
		pty.write('\r');
		await rowSeen(till.folder, ({type}) => type === 'qr.shown');
		// What a dropped SSH line does: the other end of the terminal is closed.
		if ('destroy' in pty && typeof pty.destroy === 'function') pty.destroy();
		await rowSeen(till.folder, ({type}) => type === 'receipt.closed');
		await vi.waitUntil(() => !isRunning(pty.pid), {timeout: 60_000});
		const left = await run(['resolve', '--till', till.folder, '--json']);
		expect([left.lines(), left.code]).toEqual([[], 0]);
		expect(till.register.closedReceipts()).toBe(1);
	});

	const crash = 'process.on("SIGUSR2", () => {throw new Error("crashed on purpose")})';
	test.each([
		['the cashier leaves', null, {}, 0],
		['SIGTERM comes', 'SIGTERM', {}, 0],
		[
			'the program crashes',
			'SIGUSR2',
			{NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(crash)}`},
			1,
		],
	] as const)(
		'given a QR on the screen, when %s, then the terminal is as it was found',
		async (_name, signal, env, exitCode) => {
			const till = await openTill();
			await on(openConsoleUnderShell(till, {env}), async (live) => {
				await live.waitFor('Новый платёж');
				live.type('12,02\r');
				await live.waitFor('Способ оплаты');
				live.type('\r');
				await qrIsRead(live, till.gateway);
				expect(live.screen.buffer.active.type).toBe('alternate');
				const holder = rowsOf(till.folder).find(({type}) => type === 'till.opened');
				if (signal) process.kill(Number(holder?.body['pid']), signal);
				else {
					live.type(keys.ctrlC);
					await live.waitFor('Выйти во время платежа?');
					live.type('l');
				}
				await live.ended;
				expect(live.screen.buffer.active.type).toBe('normal');
				const output = live.output();
				expect(output.lastIndexOf('\u001b[?25h')).toBeGreaterThan(output.lastIndexOf('\u001b[?25l'));
				const text = live.text();
				expect(text).toContain(`ended with ${exitCode}`);
				expect(text).not.toContain('▀');
				const settings = [...output.matchAll(/^[0-9a-f]+(?::[0-9a-f]+){10,}/gm)].map(([found]) => found);
				expect(settings).toHaveLength(2);
				expect(settings[1]).toBe(settings[0]);
				if (signal === 'SIGUSR2') expect(text).toContain('crashed on purpose');
			});
		},
	);
});

describe.concurrent('the demo on a terminal', () => {
	test('given `demo`, when a payment is made, then its QR is whole, it is paid, and leaving leaves nothing behind', async () => {
		await on(openProgram(['demo']), async (live) => {
			await startPayment(live, '1250,00');
			await vi.waitUntil(() => readQr(live.screen) !== null, {timeout: 20_000, interval: 100});
			expect(readQr(live.screen)).toMatch(
				/^https:\/\/qr\.example\/\w{32}\?.*sum=125000&cur=RUB&crc=[0-9A-F]{4}$/,
			);
			await live.waitFor('ОПЛАЧЕНО, ЧЕК ЗАКРЫТ');
			live.type('?');
			await live.waitFor(/[,.]02/);
			live.type(keys.esc);
			live.type(keys.f10);
			expect((await live.ended).exitCode).toBe(0);
		});
	});
});
