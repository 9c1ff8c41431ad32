// Every end has its own screen: what happened, what is safe, what to press; and what is pressed is done.
import {cleanup} from 'ink-testing-library';
import {afterEach, describe, expect, test} from 'vitest';
import {actionsOf, presentScreen} from '../../source/console/actions/table.ts';
import {describeEnd, endKindOf, isReceiptOpen, languages} from '../../source/core/index.ts';
import {fakeEngine} from './support/fake-engine.ts';
import {consoleOptions, eventually, flat, mount} from './support/mount.tsx';
import {endedAfter, endNames, ends, liveAfter, shown} from './support/states.ts';
import {till as sampleTill} from './support/till.ts';

afterEach(cleanup);

const atEnd = (name: (typeof endNames)[number], change: Parameters<typeof consoleOptions>[1] = {}) => {
	const engine = fakeEngine();
	const till = mount(consoleOptions(engine, change));
	const current = ends[name]();
	engine.show({current});
	return {engine, till, current};
};

describe.each(languages)('in %s', (language) => {
	test.each(endNames)(
		'given %s, then its screen says what happened, what is safe, what to press',
		async (name) => {
			const {till, current} = atEnd(name, {language});
			expect(endKindOf(current)).toBe(name);
			const {title, happened, safe, press} = describeEnd(current, language);
			for (const text of [title, happened, safe, press])
				await till.sees(flat(text).replaceAll('\u00a0', ' '));
		},
	);

	test.each(endNames)('given %s, then every key that its sentence names is on the table', (name) => {
		const {till, current} = atEnd(name, {language});
		const keys = actionsOf(till.desk, presentScreen(till.desk)).flatMap((action) => action.keys);
		const named = [...describeEnd(current, language).press.matchAll(/(?:^|[\s])(\w+) — /g)].map(
			([, key]) => key,
		);
		if (name !== 'settled') expect(named.length).toBeGreaterThan(0);
		for (const key of named) expect(keys).toContain(key?.toLowerCase());
	});
});

test('given late money on a till without a register, then no key is named that closes a receipt', () => {
	const current = ends.late({slot: null});
	for (const language of languages) {
		expect(describeEnd(current, language).press).not.toMatch(/(?:^|\s)c —/);
	}
});

describe('an open receipt', () => {
	const unpaid = endNames.filter((name) => isReceiptOpen(ends[name]()));

	test('given the ends but the paid ones, then the receipt is open at each of them', () => {
		expect(unpaid).toEqual([
			'declined',
			'expired',
			'cancelled',
			'cancelled-errors',
			'refunded',
			'unresolved',
			'quarantined',
			'rejected',
		]);
	});

	test.each(['declined', 'expired', 'cancelled', 'rejected'] as const)(
		'given %s, when r is pressed, then the same receipt is paid for by the same way, and the old order offers it no longer',
		async (name) => {
			const {engine, till, current} = atEnd(name);
			till.press('r');
			await eventually(() => expect(engine.sent).toEqual([{orderId: 'A-1', command: {type: 'dropReceipt'}}]));
			expect(engine.payments).toHaveLength(1);
			expect(engine.payments[0]).toMatchObject({
				code: '7',
				order: {amountKopecks: 125_000},
				receipt: current.facts.receipt,
			});
		},
	);

	test('given an end, when t is pressed, then another type takes the same lines', async () => {
		const {engine, till, current} = atEnd('declined');
		till.press('t');
		await till.sees('К оплате: 1 250,00 руб.');
		till.press('2\r');
		await eventually(() => expect(engine.payments).toHaveLength(1));
		expect(engine.payments[0]).toMatchObject({code: '8', receipt: current.facts.receipt});
	});

	test('given Enter is hammered at an unpaid end, then no payment is begun', async () => {
		const {engine, till} = atEnd('rejected');
		till.press('\r\r\r\r');
		await till.sees('ЗАКАЗ НЕ ПРИНЯТ');
		expect(engine.payments).toEqual([]);
	});

	test('given the register refuses the new try, then the old receipt is still open', async () => {
		const {engine, till} = atEnd('declined');
		engine.answerPay = {type: 'register', fault: {code: 'LINK', text: 'Нет связи.', advice: ''}};
		till.press('r');
		await till.sees('АППАРАТ НЕ ГОТОВ');
		till.press('\u001b');
		await till.sees('ОТКАЗАНО');
		expect(engine.sent).toEqual([]);
	});

	test('given the till no longer has that way to pay, when r is pressed, then the choice is offered', async () => {
		const {engine, till} = atEnd('declined', {till: {...sampleTill, systems: sampleTill.systems.slice(1)}});
		till.press('r');
		await till.sees('Способ оплаты');
		expect(engine.payments).toEqual([]);
	});

	test('given x, then it asks once, Esc keeps the receipt, Enter lets it go', async () => {
		const {engine, till} = atEnd('cancelled');
		till.press('x');
		await till.sees('Отпустить чек без оплаты?');
		till.press('\u001b');
		await till.sees('r ещё раз');
		expect(engine.sent).toEqual([]);
		till.press('x\r');
		await till.sees('Новый платёж');
		expect(engine.sent).toEqual([{orderId: 'A-1', command: {type: 'dropReceipt'}}]);
	});

	test('given money may still come, when another try is wished, then it is asked about first', async () => {
		const {engine, till} = atEnd('unresolved');
		till.press('r');
		await till.sees('Деньги первого платежа ещё могут прийти');
		till.press('\u001b');
		await till.sees('a спросить');
		expect(engine.payments).toEqual([]);
		till.press('r\r');
		await eventually(() => expect(engine.payments).toHaveLength(1));
	});
});

describe('a receipt that is owed', () => {
	test.each(['receipt-failed', 'receipt-unknown', 'late'] as const)(
		'given %s, when c is pressed, then its closing is asked for',
		async (name) => {
			const {engine, till} = atEnd(name);
			till.press('c');
			await eventually(() =>
				expect(engine.sent).toEqual([{orderId: 'A-1', command: {type: 'closeReceipt'}}]),
			);
		},
	);

	test('given the engine refuses, then the reason is said', async () => {
		const {engine, till} = atEnd('receipt-failed');
		engine.answerSent = {type: 'refused', code: 'RECEIPT_CLOSED'};
		till.press('c');
		await till.sees('Чек этого платежа уже закрыт');
	});
});

test.each(['unresolved', 'refund-running'] as const)(
	'given %s, when a is pressed, then it is asked about now',
	async (name) => {
		const {engine, till} = atEnd(name);
		till.press('a');
		await till.sees('Спрашиваем');
		const [sent] = engine.sent;
		expect(sent?.command).toMatchObject(
			name === 'unresolved' ? {type: 'askNow'} : {type: 'refund', refundId: 'R-1', amountKopecks: 125_000},
		);
	},
);

test('given a declined payment with a hostile reason, then the reason is one clean line of the sentence', async () => {
	const engine = fakeEngine();
	const till = mount(consoleOptions(engine));
	engine.show({
		current: endedAfter([shown, {type: 'payment.declined', reason: '\u001b[31mнет\u202e денег\r\n!'}]),
	});
	await till.sees('Причина: [31mнет денег.');
	expect(till.frame()).not.toContain('\u001b[31mнет');
});

describe('starting again', () => {
	test('given an open receipt of a former run, then it is there', async () => {
		const till = mount(consoleOptions(fakeEngine({current: ends.declined()})));
		await till.sees('ОТКАЗАНО');
		await till.sees('r ещё раз');
	});

	test('given a paid payment whose receipt is owed, then it is shown first', async () => {
		const current = ends['receipt-failed']();
		const till = mount(consoleOptions(fakeEngine({current, open: [current]})));
		await till.sees('ОПЛАЧЕНО, ЧЕК НЕ ЗАКРЫТ');
	});

	test('given a matter whose receipt was let go, then the till takes the next customer and the badge reminds', async () => {
		const current = {...ends.unresolved(), isDropped: true};
		const till = mount(consoleOptions(fakeEngine({current, open: [current]})));
		await till.sees('Новый платёж');
		await till.sees('открытых дел: 1');
	});

	test('given a payment under way, then it is on the screen before anything else', async () => {
		const waiting = liveAfter([shown]);
		const till = mount(consoleOptions(fakeEngine({live: waiting, current: waiting})));
		await till.sees('Банк: ждём оплату');
	});
});
