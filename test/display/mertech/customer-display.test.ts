// The display on its line: the newest picture wins, an old code never stays, a dead device is never in the payment's way.
import {afterEach, describe, expect, test} from 'vitest';
import {type CustomerDisplay, openCustomerDisplay} from '../../../source/display/index.ts';
import {type HandClock, handClock} from '../hand-clock.ts';
import {link} from '../till.ts';
import {type FakeLine, fakeLine} from './fake-line.ts';

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());

/** Lets promises run until nothing moves any more; time stands still. */
const calm = async (): Promise<void> => {
	for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
};

type Desk = {
	readonly line: FakeLine;
	readonly clock: HandClock;
	readonly display: CustomerDisplay;
	readonly health: boolean[];
	/** Lets time pass and all follow that it sets off. */
	readonly pass: (ms: number) => Promise<void>;
};

async function opened(line = fakeLine()): Promise<Desk> {
	const clock = handClock();
	const health: boolean[] = [];
	const display = openCustomerDisplay({
		port: '/dev/ttyACM0',
		clock,
		openLine: line.open,
		onHealth: (isTaking) => health.push(isTaking),
	});
	const pass = async (ms: number): Promise<void> => {
		await calm();
		clock.advance(ms);
		await calm();
	};
	close = async () => {
		const closing = display.close();
		await pass(3_000);
		await closing;
	};
	await pass(300);
	return {line, clock, display, health, pass};
}

describe('what the customer sees', () => {
	test('given an old code of a crashed process, opening clears it', async () => {
		const {line, health} = await opened();
		expect(line.display.history).toEqual([{type: 'empty'}]);
		expect(health).toEqual([true]);
	});

	test('given a device that resets when it is opened, nothing is sent for 300 ms', async () => {
		const line = fakeLine();
		const clock = handClock();
		const display = openCustomerDisplay({port: 'COM5', clock, openLine: line.open});
		await calm();
		clock.advance(299);
		await calm();
		expect(line.display.history).toEqual([]);
		clock.advance(1);
		await calm();
		expect(line.display.history).toEqual([{type: 'empty'}]);
		await display.close();
	});

	test('given a code, it is cleared first, then shown, and the answer is true', async () => {
		const {line, display} = await opened();
		expect(await display.showQr(link)).toBe(true);
		expect(line.display.history).toEqual([{type: 'empty'}, {type: 'empty'}, {type: 'qr', text: link}]);
		expect(line.display.rubbish).toBe(0);
	});

	test.each([
		['success', 'success'],
		['failure', 'failure'],
	] as const)('given %s, its picture stands for five seconds', async (end, type) => {
		const {line, display, pass} = await opened();
		await display.showQr(link);
		display[end]();
		await pass(4_999);
		expect(line.display.seen).toEqual({type});
		await pass(1);
		expect(line.display.seen).toEqual({type: 'empty'});
	});

	test('given the next code within the five seconds, it is not cleared away', async () => {
		const {line, display, pass} = await opened();
		display.success();
		await pass(2_000);
		await display.showQr(link);
		await pass(10_000);
		expect(line.display.seen).toEqual({type: 'qr', text: link});
	});

	test('given a cancel, the code is cleared', async () => {
		const {line, display} = await opened();
		await display.showQr(link);
		display.clear();
		await calm();
		expect(line.display.seen).toEqual({type: 'empty'});
	});

	test('given a text that never passed the check, nothing is sent and what stood there goes', async () => {
		const {line, display} = await opened();
		await display.showQr(link);
		expect(await display.showQr('Оплата\u001b')).toBe(false);
		await calm();
		expect(line.display.seen).toEqual({type: 'empty'});
		expect(line.display.rubbish).toBe(0);
	});

	test('given three pictures in one breath, only the newest is sent', async () => {
		const {line, display} = await opened();
		line.display.history.length = 0;
		const first = display.showQr(`${link}1`);
		display.clear();
		const last = display.showQr(link);
		expect(await last).toBe(true);
		expect(await first).toBe(false);
		await calm();
		expect(line.display.history.filter(({type}) => type === 'qr').at(-1)).toEqual({type: 'qr', text: link});
		expect(line.display.seen).toEqual({type: 'qr', text: link});
	});

	test('given the end of the program, the display is cleared and the line closed', async () => {
		const {line, display} = await opened();
		await display.showQr(link);
		await display.close();
		expect(line.display.seen).toEqual({type: 'empty'});
		expect(line.isOpen()).toBe(false);
		expect(await display.showQr(link)).toBe(false);
	});
});

describe('a dead display', () => {
	test('given none is plugged in, a code answers false and health is told once', async () => {
		const line = fakeLine();
		line.unplug();
		const {display, health, pass} = await opened(line);
		const shown = display.showQr(link);
		await pass(2_500);
		expect(await shown).toBe(false);
		expect(health).toEqual([false]);
	});

	test('given it is unplugged and comes back, it is tried after 1, 2 and 5 s and gets the present code once', async () => {
		const {line, display, health, pass} = await opened();
		await display.showQr(link);
		line.unplug();
		line.display.history.length = 0;
		await pass(1_000);
		expect(line.opened().failed).toBe(1);
		await pass(2_000);
		expect(line.opened().failed).toBe(2);
		line.plugIn();
		await pass(4_999);
		expect(line.opened().times).toBe(1);
		await pass(1);
		await pass(300);
		expect(line.display.history).toEqual([{type: 'empty'}, {type: 'qr', text: link}]);
		expect(health).toEqual([true, false, true]);
	});

	test('given the payment ended meanwhile, what comes back is cleared and shows no old code', async () => {
		const {line, display, pass} = await opened();
		await display.showQr(link);
		line.unplug();
		display.success();
		await pass(6_000);
		line.plugIn();
		line.display.history.length = 0;
		await pass(10_000);
		await pass(300);
		expect(line.display.history).toEqual([{type: 'empty'}]);
	});

	test('given a port that takes no bytes, the code answers false and the line is opened anew', async () => {
		const {line, display, health, pass} = await opened();
		line.block(true);
		expect(await display.showQr(link)).toBe(false);
		expect(health).toEqual([true, false]);
		line.block(false);
		await pass(1_000);
		await pass(300);
		expect(line.display.seen).toEqual({type: 'qr', text: link});
	});

	test('given an opening that never answers, neither a code nor closing waits for it', async () => {
		const clock = handClock();
		const display = openCustomerDisplay({port: 'COM5', clock, openLine: () => new Promise(() => undefined)});
		const shown = display.showQr(link);
		clock.advance(2_500);
		expect(await shown).toBe(false);
		const closing = display.close();
		clock.advance(2_500);
		await closing;
	});
});
