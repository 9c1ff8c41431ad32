// Whole ways through the console over a real engine: what the gateway and the journal get to see of the keys.
import {cleanup} from 'ink-testing-library';
import {afterEach, expect, test} from 'vitest';
import {takeUp} from '../../source/cli/take-up.ts';
import {fakeClock} from './support/fake-engine.ts';
import {
	engineOver,
	goodRegister,
	memoryJournal,
	orderMaker,
	type Story,
	storyGateway,
} from './support/fake-world.ts';
import {consoleOptions, eventually, type Mounted, mount} from './support/mount.tsx';

afterEach(cleanup);

type Shop = {
	readonly till: Mounted;
	readonly gateway: ReturnType<typeof storyGateway>;
	readonly journal: ReturnType<typeof memoryJournal>;
	/** Lets time pass in steps (of a second), with room for answers between. */
	readonly pass: (seconds: number, stepS?: number) => Promise<void>;
};

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** A till over a journal; one that has rows is a till that was started again. */
function open(
	story: Story,
	journal = memoryJournal(),
	prefix = 'N',
	isPrinting = true,
	gateway = storyGateway(story),
): Shop {
	const clock = fakeClock();
	const register = goodRegister();
	const engine = engineOver({
		gateway,
		journal,
		clock,
		register: isPrinting
			? register
			: {
					...register,
					prepareReceipt: async () => ({
						type: 'failed',
						fault: {code: 'PAPER', text: 'Нет бумаги.', advice: ''},
					}),
				},
	});
	takeUp(engine, clock);
	const till = mount(consoleOptions(engine, {clock, makeOrder: orderMaker(5, prefix)}));
	const pass = async (seconds: number, stepS = 1): Promise<void> => {
		for (let n = 0; n < seconds; n += stepS) {
			clock.advance(stepS * 1_000);
			await turn();
			await turn();
		}
	};
	return {till, gateway, journal, pass};
}

const typesOf = ({journal}: Shop, orderId: string): readonly string[] =>
	journal.rows.filter((row) => row.orderId === orderId).map(({event}) => event.type);

test('given Enter four times in one chunk, then one order is made', async () => {
	const shop = open({polls: ['waiting'], cancel: 'cancelled'});
	shop.till.press('10\r\r\r\r');
	await shop.till.sees('Банк: ждём оплату');
	expect(shop.gateway.orders).toHaveLength(1);
});

test('given a declined payment, when the same receipt is paid at the second try, then nothing is open after a restart', async () => {
	const shop = open({polls: ['declined'], cancel: 'cancelled'});
	shop.till.press('10\r\r');
	await shop.till.sees('Банк: ждём оплату');
	await shop.pass(6);
	await shop.till.sees('ОТКАЗАНО');
	shop.till.unmount();

	const again = open({polls: ['paid'], cancel: 'cancelled'}, shop.journal, 'M');
	await again.till.sees('ОТКАЗАНО');
	again.till.press('r');
	await again.till.sees('Банк: ждём оплату');
	expect(again.gateway.orders).toMatchObject([{orderId: 'M-1', amountKopecks: 1000}]);
	await again.pass(6);
	await again.till.sees('ОПЛАЧЕНО, ЧЕК ЗАКРЫТ');
	expect(typesOf(again, 'N-1')).toContain('receipt.dropped');
	again.till.press('\r');
	await again.till.sees('Новый платёж');
	again.till.unmount();

	const third = open({polls: ['paid'], cancel: 'cancelled'}, shop.journal, 'L');
	await third.till.sees('Новый платёж');
	expect(third.till.screen()).not.toContain('открытых дел');
});

test('given a payment under way, when the console is started again, then it goes on and its QR is on the screen', async () => {
	const shop = open({polls: ['waiting'], cancel: 'cancelled'});
	shop.till.press('10\r\r');
	await shop.till.sees('Банк: ждём оплату');
	shop.till.unmount();

	const again = open({polls: ['waiting'], cancel: 'cancelled'}, shop.journal, 'M');
	await again.till.sees('Банк: ждём оплату');
	expect(again.till.screen()).toContain('▀▀▀▀▀▀▀');
	expect(again.gateway.orders).toEqual([]);
});

test('given nobody pays, when money comes an hour’s part later, then it is loud and a key closes its receipt', async () => {
	const polls = [...Array.from({length: 36}, () => 'waiting' as const), 'paid' as const];
	const shop = open({polls, cancel: 'expired'});
	shop.till.press('10\r\r');
	await shop.till.sees('Банк: ждём оплату');
	await shop.pass(185, 5);
	await shop.till.sees('ВРЕМЯ ВЫШЛО');
	shop.till.press('x\r');
	await shop.till.sees('Новый платёж');
	await shop.pass(200, 5);
	await shop.till.sees('ПРИШЛИ ПОЗДНИЕ ДЕНЬГИ');
	shop.till.press('o');
	await shop.till.sees('ПОЗДНИЕ ДЕНЬГИ · СБП · N-1');
	shop.till.press('c');
	await shop.till.sees('ОПЛАЧЕНО, ЧЕК ЗАКРЫТ');
	expect(typesOf(shop, 'N-1').at(-1)).toBe('receipt.closed');
});

test('given the register has no paper, when the receipt is closed later by a key, then paid stays paid all the time', async () => {
	const shop = open({polls: ['paid'], cancel: 'cancelled'}, memoryJournal(), 'N', false);
	shop.till.press('10\r\r');
	await shop.till.sees('Банк: ждём оплату');
	await shop.pass(6);
	await shop.till.sees('ОПЛАЧЕНО, ЧЕК НЕ ЗАКРЫТ');
	await shop.till.sees('Нет бумаги.');
	shop.till.press('\r');
	await shop.till.sees('открытых дел: 1');
	shop.till.unmount();

	const again = open({polls: ['paid'], cancel: 'cancelled'}, shop.journal, 'M');
	await again.till.sees('ОПЛАЧЕНО, ЧЕК НЕ ЗАКРЫТ');
	again.till.press('c');
	await again.till.sees('ОПЛАЧЕНО, ЧЕК ЗАКРЫТ');
	expect(again.gateway.orders).toEqual([]);
	await eventually(() => expect(again.till.screen()).not.toContain('открытых дел'));
});

test('given many payments that ended unpaid before a restart, then late money is asked for one by one, the youngest first, and seen', async () => {
	const story: Story = {polls: ['declined'], cancel: 'cancelled'};
	const shop = open(story);
	for (const n of [1, 2, 3]) {
		shop.till.press('10\r\r');
		await shop.till.sees('Банк: ждём оплату');
		await shop.pass(6);
		await shop.till.sees(`Заказ N-${n}`);
		shop.till.press('x\r');
		await shop.till.sees('Новый платёж');
	}
	shop.till.unmount();

	const asked: string[] = [];
	const again = open(story, shop.journal, 'M', true, {
		...storyGateway(story),
		async getStatus(orderId) {
			asked.push(orderId);
			return {
				type: 'status',
				answer: {
					orderId,
					gatewayOrderId: 'G-1',
					system: 'sbp',
					status: orderId === 'N-2' ? 'paid' : 'declined',
					amountKopecks: 1000,
					currency: 'RUB',
					paidAt: null,
					reason: null,
				},
			};
		},
	});
	await again.pass(1);
	expect(asked).toEqual(['N-3', 'N-2']);
	await again.till.sees('ПРИШЛИ ПОЗДНИЕ ДЕНЬГИ');
	await again.pass(1);
	expect(asked).toEqual(['N-3', 'N-2', 'N-1']);
});
