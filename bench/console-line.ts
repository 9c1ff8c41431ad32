// What goes over the line to the cashier's terminal: counted in bytes on a real pty.
import {type LiveTerminal, openLiveTerminal} from '../test/support/live-terminal.ts';
import {median, printTable} from './measure.ts';

const openConsole = (args: readonly string[] = ['demo']): LiveTerminal =>
	openLiveTerminal({
		file: process.execPath,
		args: ['bin/qrkassa.js', ...args],
		env: {...process.env, LANG: 'C.UTF-8'},
	});

/** Asks it to end, so that it takes its folder with it. */
async function end(live: LiveTerminal): Promise<void> {
	process.kill(live.pid, 'SIGTERM');
	await live.ended;
	await live.close();
}

/** Milliseconds from the start of a console (`demo`, `--till …`) to its first screen. */
export async function firstFrameMs(args: readonly string[]): Promise<number> {
	const started = performance.now();
	const live = openConsole(args);
	try {
		await live.waitFor('Сумма');
		return performance.now() - started;
	} finally {
		await end(live);
	}
}

/** Bytes that one change costs, the median of several. */
async function bytesOf(live: LiveTerminal, changes: readonly (() => Promise<void>)[]): Promise<number> {
	const counts: number[] = [];
	for (const change of changes) {
		const before = Buffer.byteLength(live.output());
		await change();
		counts.push(Buffer.byteLength(live.output()) - before);
	}
	return median(counts);
}

export async function benchLine(): Promise<void> {
	const live = openConsole();
	try {
		await live.waitFor('Сумма');
		const whole = Buffer.byteLength(live.output());
		const keys = [...'125000'].map((key, index) => async () => {
			const text = '125000'.slice(0, index + 1);
			live.type(key);
			await live.waitFor(`❯ ${text}`);
		});
		const key = await bytesOf(live, keys);
		live.type('\r');
		await live.waitFor('Способ оплаты');
		live.type('\r');
		await live.waitFor('QR показан');
		await live.waitFor('57 с');
		const ticks = ['56', '54', '53'].map((second) => async () => live.waitFor(`${second} с`));
		const tick = await bytesOf(live, ticks);
		printTable('bytes to the terminal, 80×24', [
			{what: 'the first screen', figure: String(whole)},
			{what: 'a key press in the sum', figure: String(key)},
			{what: 'a tick of the countdown beside the QR', figure: String(tick)},
		]);
	} finally {
		await end(live);
	}
}
