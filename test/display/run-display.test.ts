// The customer's screen as it runs: rows come, bytes go to a terminal, and at the end the terminal is as it was.
import {afterEach, describe, expect, test} from 'vitest';
import {type DisplayOptions, type JournalListeners, runDisplay} from '../../source/display/index.ts';
import {paintScreen} from '../support/screen-picture.ts';
import {writeTo} from '../support/terminal.ts';
import {decodeHere, decodeWithZbar, hasZbar} from '../support/terminal-qr.ts';
import {type FakeTerminal, fakeTerminal} from './fake-terminal.ts';
import {handClock} from './hand-clock.ts';
import {link, till} from './till.ts';

const open = new Set<() => Promise<void>>();
afterEach(async () => {
	for (const quit of open) await quit();
	open.clear();
});

async function display(change: Partial<DisplayOptions> = {}, size = {columns: 80, rows: 24}) {
	const terminal = fakeTerminal(size);
	const clock = handClock();
	await writeTo(terminal.screen, 'what stood there before\r\n');
	let listeners: JournalListeners | undefined;
	let isFollowing = false;
	const ended = runDisplay({
		language: 'ru',
		rendering: {type: 'cells', kind: 'half-blocks', colours: '256'},
		glyphs: 'unicode',
		hasColours: true,
		name: 'Кофейня «Утро»',
		qrOn: ['screen'],
		sound: true,
		stdin: terminal.stdin,
		stdout: terminal.stdout,
		clock,
		term: 'xterm-256color',
		follow(given) {
			listeners = given;
			isFollowing = true;
			return () => {
				isFollowing = false;
			};
		},
		...change,
	});
	const quit = async (): Promise<void> => {
		terminal.stdin.write('q');
		await ended;
	};
	open.add(quit);
	const shop = till(clock, {
		onRow: (row) => listeners?.onRow(row),
		onPulse: (pulse) => listeners?.onPulse(pulse),
	});
	await terminal.waitFor((text) => buffer(terminal) === 'alternate' && text.trim() !== '');
	return {...shop, terminal, clock, ended, isFollowing: () => isFollowing};
}

/** The code that a phone would read off the screen as it is now; both decoders where both are there. */
function codeOn({screen}: FakeTerminal): string | null {
	const picture = paintScreen(screen);
	const seen = decodeHere(picture);
	if (hasZbar()) expect(decodeWithZbar(picture)).toEqual({type: 'looked', text: seen});
	return seen;
}

const buffer = ({screen}: FakeTerminal): string => screen.buffer.active.type;

describe('a payment on the customer’s screen', () => {
	test('given a payment from begin to paid, the screen follows: name, code, thanks, name', async () => {
		const {terminal, clock, begin, created, say} = await display();
		expect(buffer(terminal)).toBe('alternate');
		expect(terminal.text().trim()).toBe('Кофейня «Утро»');
		begin();
		created();
		await terminal.waitFor('Осталось 3:00');
		expect(codeOn(terminal)).toBe(link);
		say('A-1', {type: 'payment.paid', paidAt: null, amountKopecks: 125_000});
		await terminal.waitFor('Оплачено, спасибо!');
		expect(codeOn(terminal)).toBeNull();
		clock.advance(5_000);
		await terminal.waitFor('Кофейня «Утро»');
		expect(terminal.text().trim()).toBe('Кофейня «Утро»');
	});

	test('given a second passes, only the time is written, and the code not touched', async () => {
		const {terminal, clock, begin, created} = await display();
		begin();
		created();
		await terminal.waitFor('Осталось 3:00');
		terminal.written();
		clock.advance(1_000);
		await terminal.waitFor('Осталось 2:59');
		const bytes = terminal.written();
		expect(bytes).not.toContain('▀');
		expect(Buffer.byteLength(bytes)).toBeLessThan(160);
		expect(codeOn(terminal)).toBe(link);
	});

	test('given a payment that began before the screen was started, its code is there at once', async () => {
		const {terminal} = await display({
			follow(listeners) {
				const earlier = till(handClock('2026-01-31T08:59:30.000Z'), listeners);
				earlier.begin();
				earlier.created();
				return () => undefined;
			},
		});
		expect(codeOn(terminal)).toBe(link);
		expect(terminal.text()).toContain('Осталось 2:30');
	});

	test('given an unfinished payment of an hour ago, nothing of it is ever written', async () => {
		let from = '';
		const {terminal} = await display({
			follow(listeners) {
				from = listeners.from;
				const earlier = till(handClock('2026-01-31T08:00:00.000Z'), listeners);
				earlier.begin();
				earlier.created();
				return () => undefined;
			},
		});
		expect(from).toBe('2026-01-31T07:59:10.000Z');
		expect(terminal.written()).not.toMatch(/▀|250/);
		expect(terminal.text().trim()).toBe('Кофейня «Утро»');
	});

	test('given a payment is made, the bell rings once where sound is wanted, and never else', async () => {
		for (const [sound, bells] of [
			[true, 1],
			[false, 0],
		] as const) {
			const {terminal, clock, begin, created, say} = await display({sound});
			begin();
			created();
			say('A-1', {type: 'payment.paid', paidAt: null, amountKopecks: 125_000});
			await terminal.waitFor('Оплачено');
			clock.advance(6_000);
			await terminal.waitFor('Кофейня «Утро»');
			expect(terminal.written().split('\u0007').length - 1).toBe(bells);
		}
	});

	test('given a Linux console, it is kept lit while a customer is there', async () => {
		const {terminal, begin} = await display({term: 'linux'});
		expect(terminal.written()).not.toContain('\u001b[13]');
		begin();
		await terminal.waitFor('Готовим код');
		expect(terminal.written()).toContain('\u001b[13]');
	});
});

describe('the window', () => {
	test('given it is resized in the middle of a payment, the code goes where it fits and comes back', async () => {
		const {terminal, begin, created} = await display();
		begin();
		created();
		await terminal.waitFor('Осталось');
		for (const [columns, rows, isRead, wanted] of [
			[60, 20, true, '1 250,00 руб.'],
			[40, 15, false, 'покажет кассир'],
			[132, 43, true, 'Осталось'],
			[80, 24, true, '▄█    ▀▀█'],
		] as const) {
			terminal.resize({columns, rows});
			const isRight = (text: string): boolean =>
				text.includes(wanted) &&
				text.match(/1 250,00|▄█ {4}▀▀█/g)?.length === 1 &&
				text.match(/Осталось/g)?.length === 1 &&
				codeOn(terminal) === (isRead ? link : null);
			await terminal.waitFor(isRight);
		}
	});
});

describe('the end', () => {
	test.each([
		['q', 'q'],
		['the same key in the Russian layout', 'й'],
		['Esc', '\u001b'],
		['Ctrl-C', '\u0003'],
	])(
		'given %s, the screen is cleared, the terminal is as it was and nothing is followed any more',
		async (_, keys) => {
			const {terminal, begin, created, ended, isFollowing} = await display();
			begin();
			created();
			await terminal.waitFor('Осталось');
			expect(terminal.isRaw()).toBe(true);
			terminal.stdin.write(keys);
			await ended;
			open.clear();
			await terminal.waitFor('what stood there before');
			expect(buffer(terminal)).toBe('normal');
			expect(terminal.text().trim()).toBe('what stood there before');
			expect(terminal.isRaw()).toBe(false);
			expect(isFollowing()).toBe(false);
			// What another program finds if it looks at the other screen.
			await writeTo(terminal.screen, '\u001b[?47h');
			expect(codeOn(terminal)).toBeNull();
			expect(terminal.text().trim()).toBe('');
		},
	);

	test('given another key, nothing happens', async () => {
		const {terminal, begin} = await display();
		terminal.stdin.write('x');
		begin();
		await terminal.waitFor('Готовим код');
		expect(buffer(terminal)).toBe('alternate');
	});

	test('given the terminal goes away, the screen ends by itself', async () => {
		const {terminal, ended} = await display();
		terminal.stdin.end();
		await ended;
		open.clear();
	});

	test('given no keyboard, the screen stays until a signal', async () => {
		const {terminal, ended} = await display({
			stdin: Object.assign(fakeTerminal().stdin, {isTTY: false}),
		});
		expect(buffer(terminal)).toBe('alternate');
		process.emit('SIGTERM');
		await ended;
		open.clear();
		await terminal.waitFor('what stood there before');
	});

	test('given the journal cannot be followed, the terminal is given back and the error goes on', async () => {
		const terminal = fakeTerminal();
		const clock = handClock();
		const failing = runDisplay({
			language: 'en',
			rendering: {type: 'none', because: 'setting'},
			glyphs: 'ascii',
			hasColours: false,
			name: 'Till 1',
			qrOn: [],
			sound: false,
			stdin: terminal.stdin,
			stdout: terminal.stdout,
			clock,
			term: undefined,
			follow() {
				throw new Error('no journal');
			},
		});
		await expect(failing).rejects.toThrow('no journal');
		await terminal.waitFor(() => buffer(terminal) === 'normal');
	});
});
