// A shift that grows too old between the order and the money: said before the order where it is known; after the money the receipt
// is owed, said in words, and closed by `resolve` once the shift is closed. Midnight itself is no border.
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {kindsOf} from '../e2e/support/journal.ts';
import {run, start} from '../e2e/support/program.ts';
import {askedAbout, openWorld, orderAt, type RegisterTill, type World} from '../e2e/support/world.ts';

let world: World;

beforeAll(async () => {
	world = await openWorld();
});
afterAll(() => world.close());

const payCall = (till: RegisterTill, orderId: string): readonly string[] => [
	...['pay', '--till', till.folder, '--method', 'sbp', '--json'],
	...['--order', orderId, '--amount', '12.00'],
];
const resolve = (till: RegisterTill, orderId: string) =>
	run(['resolve', orderId, '--till', till.folder, '--json']);

/** The shift becomes so many hours older while the customer looks at the QR. */
async function payWhileItAges(till: RegisterTill, orderId: string, hours: number) {
	const paying = start(payCall(till, orderId));
	await paying.line(({type}) => type === 'qr');
	till.register.control.ageShift(hours);
	return paying.ended;
}

describe.concurrent('a shift that grows old while the customer pays', () => {
	test('given it passes midnight and stays under 24 hours, then the receipt is closed in it like any other', async () => {
		const till = await world.openTill();
		const ended = await payWhileItAges(till, 'T-MIDNIGHT', 23);
		expect(ended.code).toBe(0);
		expect(ended.lines().at(-1)).toMatchObject({outcome: 'paid', receipt: {state: 'closed', number: 1}});
	});

	test('given it passes 24 hours, then paid stays paid, the receipt is owed, and the words say which report closes it; after that `resolve` prints it once', async () => {
		const till = await world.openTill();
		const ended = await payWhileItAges(till, 'T-OLD', 25);
		expect(ended.code).toBe(8);
		expect(ended.lines().at(-1)).toMatchObject({type: 'result', outcome: 'paid', receipt: {state: 'failed'}});
		expect(ended.stderr).toMatch(/24 час/);
		expect(ended.stderr).toMatch(/Z-отчёт/);
		expect(ended.stderr).toContain('qrkassa resolve T-OLD');
		expect(orderAt(world.gateway, 'T-OLD')).toMatchObject([{status: 'paid'}]);
		expect(till.register.closedReceipts()).toBe(0);
		expect(till.register.state().receipt).toBeNull();

		const tooEarly = await resolve(till, 'T-OLD');
		expect(tooEarly.code).toBe(8);
		expect(till.register.closedReceipts()).toBe(0);

		expect((await run(['register', 'close-shift', '--yes', '--till', till.folder])).code).toBe(0);
		const resolved = await resolve(till, 'T-OLD');
		expect(resolved.code).toBe(0);
		expect(till.register.closedReceipts()).toBe(1);
		expect(kindsOf(till.folder, 'T-OLD').at(-1)).toBe('receipt.closed');
		// Resolved once more, and the same call again: nothing is printed a second time.
		await resolve(till, 'T-OLD');
		expect((await run(payCall(till, 'T-OLD'))).code).toBe(0);
		expect(till.register.closedReceipts()).toBe(1);
		expect(
			askedAbout(world.gateway, 'T-OLD').filter((operation) => operation === 'CreateOrder'),
		).toHaveLength(1);
	});

	test('given it is too old before the order, then nothing is sent and no money is asked for', async () => {
		const till = await world.openTill();
		till.register.control.sellForeign(100);
		till.register.control.ageShift(25);
		const ended = await run(payCall(till, 'T-BEFORE'));
		expect(ended.code).toBe(1);
		expect(ended.lines()[0]).toMatchObject({type: 'error', code: 'REGISTER'});
		expect(String(ended.lines()[0]?.['text'])).toMatch(/24 час/);
		expect(askedAbout(world.gateway, 'T-BEFORE')).toEqual([]);
	});
});
