// A register in trouble: before the order nothing is sent, after the money the receipt is closed exactly once.
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import type {Fault, VirtualRegister} from '../../source/sandbox/index.ts';
import {kindsOf} from './support/journal.ts';
import {closedReceipt, errorLine, resultLine} from './support/pay-lines.ts';
import {type Ended, run, start} from './support/program.ts';
import {askedAbout, openWorld, type RegisterTill, type TestTill, type World} from './support/world.ts';

let world: World;

beforeAll(async () => {
	world = await openWorld();
});
afterAll(() => world.close());

const payCall = (till: TestTill, orderId: string): readonly string[] => [
	...['pay', '--till', till.folder, '--method', 'sbp', '--json'],
	...['--order', orderId, '--amount', '12.00'],
];
const pay = (till: TestTill, orderId: string): Promise<Ended> => run(payCall(till, orderId));
const resolve = (till: TestTill, ...words: readonly string[]): Promise<Ended> =>
	run(['resolve', ...words, '--till', till.folder, '--json']);

function expectOneReceipt(till: RegisterTill, orderId: string): void {
	expect(till.register.closedReceipts()).toBe(1);
	expect(till.register.state().receipt).toBeNull();
	expect(kindsOf(till.folder, orderId).filter((kind) => kind === 'receipt.closed')).toHaveLength(1);
}

describe.concurrent('what the register can tell before an order is made', () => {
	test.each([
		['no paper', ({control}: VirtualRegister) => control.setPaper(false), /лента|ленту|бумаг/i],
		['a register that is off', ({control}: VirtualRegister) => control.setPower(false), /не отвечает/],
		['a shift of 25 hours', ({control}: VirtualRegister) => control.ageShift(25), /24 час/],
		[
			'somebody else’s receipt',
			({control}: VirtualRegister) => control.openForeignReceipt(45_000),
			/чужой чек.*450/,
		],
		['a broken storage mode', ({control}: VirtualRegister) => control.setMode(6), /режим/],
	])('given %s, when paying, then REGISTER in words, and no order is made', async (name, trouble, words) => {
		const till = await world.openTill();
		// A shift that is open already: a closed one is opened and is no trouble.
		till.register.control.sellForeign(100);
		trouble(till.register);
		const orderId = `F-BEFORE-${name.length}`;
		const ended = await pay(till, orderId);
		expect(ended.lines()).toEqual([errorLine(1, 'REGISTER', expect.stringMatching(words))]);
		expect(ended.lines()[0]?.['text']).toContain('ничего не отправлено');
		expect(ended.code).toBe(1);
		expect(askedAbout(world.gateway, orderId)).toEqual([]);
		expect(kindsOf(till.folder, orderId)).toEqual([]);
		expect(till.register.closedReceipts()).toBe(1);
	});

	test('given the trouble is gone, when the same order comes again, then it is paid', async () => {
		const till = await world.openTill();
		till.register.control.setPaper(false);
		expect((await pay(till, 'F-MENDED')).code).toBe(1);
		till.register.control.loadPaper();
		expect((await pay(till, 'F-MENDED')).code).toBe(0);
		expectOneReceipt(till, 'F-MENDED');
	});

	test('given a closed shift, when paying, then it is opened first', async () => {
		const till = await world.openTill();
		const ended = await pay(till, 'F-SHIFT');
		expect(ended.lines().at(-1)).toMatchObject({receipt: closedReceipt(1, 3)});
		expect(till.register.documents().map(({type}) => type)).toEqual([2, 3]);
	});

	test('given a till without a register, when the one beside it is off, then nobody minds', async () => {
		const till = await world.openTillWithout();
		expect((await pay(till, 'F-NONE')).code).toBe(0);
	});
});

describe.concurrent('the receipt of a paid order', () => {
	test('given paper that ends inside the receipt, when it is loaded, then the same receipt goes on to its close', async () => {
		const till = await world.openTill({register: {faults: [{fault: 'paperOutInside', command: '8D'}]}});
		const running = start(payCall(till, 'F-PAPER'));
		await running.says('Вставьте ленту');
		expect(till.register.state().paper.isPresent).toBe(false);
		expect(till.register.closedReceipts()).toBe(0);
		till.register.control.loadPaper();
		const ended = await running.ended;
		expect(ended.lines().at(-1)).toMatchObject({outcome: 'paid', receipt: closedReceipt(1, 3)});
		expect(ended.code).toBe(0);
		expectOneReceipt(till, 'F-PAPER');
	});

	test('given paper that ends in the QR slip, when it is loaded after the money, then both come out', async () => {
		const till = await world.openTill({register: {faults: [{fault: 'paperOutInside', command: 'DE'}]}});
		const running = start(payCall(till, 'F-SLIP'));
		await running.line(({status}) => status === 'paid');
		till.register.control.loadPaper();
		const ended = await running.ended;
		expect(ended.lines().at(-1)).toMatchObject({outcome: 'paid', receipt: closedReceipt(1, 3)});
		expectOneReceipt(till, 'F-SLIP');
	});

	const lostCloses: readonly (readonly [string, readonly Fault[]])[] = [
		['closed, the line broken', [{fault: 'lineBroken', command: 'FF45', end: 'done'}]],
		['not closed, the line broken', [{fault: 'lineBroken', command: 'FF45', end: 'notDone'}]],
		['closed, the power gone for a moment', [{fault: 'powerLostInsideClose', end: 'closed', offMs: 300}]],
		[
			'not closed, the power gone for a moment',
			[{fault: 'powerLostInsideClose', end: 'notClosed', offMs: 300}],
		],
		[
			'not closed and cancelled by the register itself',
			[{fault: 'powerLostInsideClose', end: 'notClosed', receipt: 'cancelled', offMs: 300}],
		],
	];
	test.each(lostCloses)(
		'given a close that is %s, then there is one receipt in the end',
		async (name, faults) => {
			const till = await world.openTill({register: {faults}});
			const orderId = `F-LOST-${name.length}`;
			const first = await pay(till, orderId);
			expect(first.lines().at(-1)).toMatchObject({outcome: 'paid'});
			expect([0, 8]).toContain(first.code);
			// What the process could not learn itself, `resolve` does, once the register is there again.
			await vi.waitUntil(() => till.register.isOn());
			const resolved = await resolve(till, orderId);
			expect(resolved.lines()).toMatchObject([
				{outcome: 'paid', receipt: {state: 'closed', fiscalDocument: 3}},
			]);
			expect(resolved.code).toBe(0);
			expectOneReceipt(till, orderId);
			const again = await pay(till, orderId);
			expect(again.lines()).toMatchObject([{type: 'result', outcome: 'paid', exitCode: 0}]);
			expectOneReceipt(till, orderId);
		},
	);

	test.each([
		['forgotten', {fault: 'loseClose'}],
		['kept', {fault: 'ackWithoutAnswer', command: 'FF45'}],
	] as const)(
		'given a close whose answer is lost and %s, when a stop signal comes, then 8 with the receipt unknown; the same call again finds it closed',
		async (name, fault) => {
			let closing = (): void => undefined;
			const till = await world.openTill({
				register: {faults: [fault], onCommand: ({code}) => code === 'FF45' && closing()},
			});
			const orderId = `F-SILENT-${name}`;
			const running = start(payCall(till, orderId));
			closing = () => running.signal('SIGTERM');
			const ended = await running.ended;
			expect(ended.lines().at(-1)).toMatchObject({
				type: 'result',
				outcome: 'paid',
				receipt: {state: 'unknown', number: null, fiscalDocument: null},
				exitCode: 8,
			});
			expect(ended.code).toBe(8);
			const again = await pay(till, orderId);
			expect(again.lines().at(-1)).toMatchObject({
				outcome: 'paid',
				receipt: closedReceipt(1, 3),
				exitCode: 0,
			});
			expect(again.code).toBe(0);
			expectOneReceipt(till, orderId);
		},
	);

	test('given a register that goes off once it is paid, then 8 with the money safe; once it is on, `resolve` closes the receipt: 0', async () => {
		const till = await world.openTill();
		const facts = {orderId: 'F-OFF', method: 'sbp', amountKopecks: 1200};
		const running = start(payCall(till, 'F-OFF'));
		await running.line(({type, n}) => type === 'poll' && n === 2);
		till.register.control.setPower(false);
		const ended = await running.ended;
		expect(ended.lines().at(-1)).toEqual(
			resultLine(facts, {
				outcome: 'paid',
				receipt: {state: 'failed', number: null, fiscalDocument: null},
				exitCode: 8,
			}),
		);
		expect(ended.code).toBe(8);
		expect(ended.stderr).toContain('qrkassa resolve F-OFF');
		const off = await resolve(till);
		expect(off.code).toBe(8);
		till.register.control.setPower(true);
		const on = await resolve(till);
		expect(on.lines()).toMatchObject([{orderId: 'F-OFF', outcome: 'paid', receipt: closedReceipt(1, 3)}]);
		expect(on.code).toBe(0);
		expectOneReceipt(till, 'F-OFF');
		const rest = await resolve(till);
		expect([rest.lines(), rest.code]).toEqual([[], 0]);
	});

	test('given a receipt owed, when the next customer pays, then both are served, and the owed one stays to `resolve`', async () => {
		const till = await world.openTill({register: {faults: [{fault: 'refuse', command: '8D', error: 0x46}]}});
		const first = await pay(till, 'F-OWED');
		expect(first.lines().at(-1)).toMatchObject({outcome: 'paid', receipt: {state: 'failed'}, exitCode: 8});
		const second = await pay(till, 'F-NEXT');
		expect(second.lines().at(-1)).toMatchObject({orderId: 'F-NEXT', receipt: closedReceipt(1, 3)});
		expect(second.lines().filter(({type}) => type === 'settled')).toEqual([]);
		const resolved = await resolve(till, 'F-OWED');
		expect(resolved.lines()).toMatchObject([{orderId: 'F-OWED', receipt: closedReceipt(2, 4)}]);
		expect(till.register.closedReceipts()).toBe(2);
	});
});

describe.concurrent('`register` by itself', () => {
	test('given a till with a register, when it is asked for its status and a test print, then both come', async () => {
		const till = await world.openTill();
		const status = await run(['register', 'status', '--till', till.folder]);
		expect(status.code).toBe(0);
		expect(status.stdout).toContain('ШТРИХ-М-02Ф');
		const print = await run(['register', 'test-print', '--till', till.folder]);
		expect(print.code).toBe(0);
		await vi.waitUntil(() => till.register.tape().join('\n').includes('ПРОВЕРКА ПЕЧАТИ'), {timeout: 20_000});
		expect(till.register.closedReceipts()).toBe(0);
	});
});
