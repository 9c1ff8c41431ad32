// A person decides about a matter: late money back in one key, an end by hand with a note, the PIN before either.
import {cleanup} from 'ink-testing-library';
import {afterEach, describe, expect, test, vi} from 'vitest';
import type {PinCheck} from '../../source/console/index.ts';
import {type FakeEngine, fakeEngine} from './support/fake-engine.ts';
import {consoleOptions, eventually, type Mounted, mount} from './support/mount.tsx';
import {endedAfter, ends, shown} from './support/states.ts';

afterEach(cleanup);

const esc = '\u001b';

function open(state = ends.late(), checkPin: PinCheck | null = null): {engine: FakeEngine; till: Mounted} {
	const engine = fakeEngine({open: [state]});
	const till = mount(consoleOptions(engine, {checkPin}));
	till.press('o');
	return {engine, till};
}

const refunded = {
	orderId: 'A-1',
	command: {type: 'refund', refundId: 'A-1-r1', amountKopecks: 125_000},
};

describe('late money, v', () => {
	test('given no PIN, then it asks once: Esc keeps the money, Enter sends it back whole', async () => {
		const {engine, till} = open();
		till.press('v');
		await till.sees('ВЕРНУТЬ ДЕНЬГИ ПОКУПАТЕЛЮ?');
		till.press(esc);
		await till.sees('v вернуть');
		expect(engine.sent).toEqual([]);
		till.press('м');
		await till.sees('Отменить возврат будет нельзя');
		till.press('\r\r\r');
		await eventually(() => expect(engine.sent).toEqual([refunded]));
		engine.show({open: [], current: ends['refund-done']()});
		await till.sees('ДЕНЬГИ ВОЗВРАЩЕНЫ');
	});

	test('given it is on its own screen, then v is there as well', async () => {
		const current = ends.late();
		const engine = fakeEngine({open: [current], current});
		const till = mount(consoleOptions(engine));
		till.press('v\r');
		await eventually(() => expect(engine.sent).toEqual([refunded]));
	});

	test('given a refund was declined, then it says so and the next one has a number of its own', async () => {
		const {engine, till} = open(
			endedAfter([
				shown,
				{type: 'payment.expired', reason: 'deadline'},
				{type: 'payment.late', status: 'paid', paidAt: null, amountKopecks: 125_000},
				{type: 'refund.requested', refundId: 'A-1-r1', amountKopecks: 125_000},
				{type: 'refund.declined', refundId: 'A-1-r1', reason: 'нет средств'},
			]),
		);
		await till.sees('В возврате отказано: нет средств.');
		till.press('v\r');
		await eventually(() =>
			expect(engine.sent).toMatchObject([{command: {type: 'refund', refundId: 'A-1-r2'}}]),
		);
	});

	test('given the engine refuses, then the reason is said', async () => {
		const {engine, till} = open();
		engine.answerSent = {type: 'refused', code: 'REFUND_RUNNING'};
		till.press('v\r');
		await till.sees('уже идёт или сделан возврат');
	});
});

describe('the PIN', () => {
	const pinIs1234 = async (pin: string) => (pin === '1234' ? 'ok' : 'wrong');

	test('given a PIN, when a wrong one is typed, then nothing moves and no digit was seen; the right one sends the money back', async () => {
		const {engine, till} = open(ends.late(), pinIs1234);
		till.press('v');
		await till.sees('PIN старшего:');
		till.press('99л99\r');
		await till.sees('PIN не подошёл.');
		expect(till.screen()).not.toContain('99');
		expect(engine.sent).toEqual([]);
		till.press('12345\u007f');
		await till.sees('❯ ****');
		till.press('\r');
		await eventually(() => expect(engine.sent).toEqual([refunded]));
	});

	test('given too many wrong ones, then it says how long to wait', async () => {
		const {till} = open(ends.late(), async () => ({waitS: 30}));
		till.press('v1\r');
		await till.sees('следующая попытка через 30 с');
	});

	test('given Esc while the PIN is being checked, then a right PIN is no wish any more', async () => {
		const checked = Promise.withResolvers<'ok'>();
		const {engine, till} = open(ends.late(), () => checked.promise);
		till.press('v1234\r');
		await till.sees('Проверяем PIN');
		till.press(`55${esc}`);
		await till.sees('Открытые дела');
		await till.sees('v вернуть');
		checked.resolve('ok');
		await checked.promise;
		expect(engine.sent).toEqual([]);
	});

	test('given Enter without a PIN, then nothing is asked of the check', () => {
		const check = vi.fn(async () => 'ok' as const);
		const {engine, till} = open(ends.late(), check);
		till.press('v\r\r');
		expect(check).not.toHaveBeenCalled();
		expect(engine.sent).toEqual([]);
	});
});

describe('by hand, h', () => {
	test('given not paid and a note with letters that are keys elsewhere, then both are written down', async () => {
		const {engine, till} = open(ends.unresolved());
		till.press('р');
		await till.sees('Чем кончился платёж на самом деле?');
		till.press('2');
		await till.sees('Откуда это известно?');
		till.press('\r');
		await till.sees('Без заметки нельзя');
		till.press('rvc выписка\u202e, Анна');
		await till.sees('❯ rvc выписка, Анна');
		till.press('\r');
		await eventually(() =>
			expect(engine.sent).toEqual([
				{
					orderId: 'A-1',
					command: {type: 'resolveByPerson', as: 'cancelled', note: 'rvc выписка, Анна'},
				},
			]),
		);
	});

	test('given a PIN, then it comes after the note, and what is decided is still to be read', async () => {
		const {engine, till} = open(ends.quarantined(), async () => 'ok');
		till.press('h1выписка\r');
		await till.sees('PIN старшего:');
		await till.sees('Заметка: выписка');
		expect(engine.sent).toEqual([]);
		till.press('1234\r');
		await eventually(() =>
			expect(engine.sent).toMatchObject([{command: {type: 'resolveByPerson', as: 'paid', note: 'выписка'}}]),
		);
	});

	test('given the gateway settles it while the note is typed, then it says so, and what is typed on does nothing', async () => {
		const {engine, till} = open(ends.unresolved());
		till.press('h1вып');
		await till.sees('❯ вып');
		engine.show({open: [], current: ends.paid()});
		await till.sees('дело закрылось само');
		till.press('rcv');
		expect(engine.sent).toEqual([]);
		expect(engine.payments).toEqual([]);
		till.press('\r');
		await till.sees('Дело закрыто.');
	});
});
