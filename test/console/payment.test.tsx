// While a payment is under way: what is seen, asked and sent.
import {cleanup} from 'ink-testing-library';
import {afterEach, describe, expect, test} from 'vitest';
import {decodeQrFromTerminal} from '../support/terminal-qr.ts';
import {fakeClock, fakeEngine} from './support/fake-engine.ts';
import {consoleOptions, eventually, type Mounted, mount} from './support/mount.tsx';
import {hostile, longLog} from './support/scenes.ts';
import {
	askedToCancel,
	closed,
	closing,
	creating,
	ends,
	link,
	liveAfter,
	paid,
	shown,
	stateAfter,
} from './support/states.ts';
import {till as sampleTill} from './support/till.ts';

afterEach(cleanup);

const waiting = liveAfter([shown]);
const underWay = {live: waiting, current: waiting};
const esc = '\u001b';

const qrOf = (till: Mounted, columns: number, rows: number): Promise<string | null> =>
	decodeQrFromTerminal(till.frame().replaceAll('\n', '\r\n'), {columns, rows});

describe('the screen', () => {
	test.each([
		[80, 24],
		[100, 40],
		[60, 20],
		[48, 30],
	])('given %i×%i, then the QR is read off it and sum and time stand beside', async (columns, rows) => {
		const till = mount(consoleOptions(fakeEngine(underWay)), {columns, rows});
		expect(await qrOf(till, columns, rows)).toBe(link);
		await till.sees('1 250,00 руб.');
		await till.sees(/3:00|осталось 3 мин 0 с/);
	});

	test('given the clock moves, then the time falls and the QR stays as it is', async () => {
		const clock = fakeClock();
		const till = mount(consoleOptions(fakeEngine(underWay), {clock}));
		await till.sees('осталось 3 мин 0 с');
		const left = till
			.frame()
			.split('\n')
			.map((line) => line.slice(0, 60));
		const passes = (ms: number, words: string): Promise<void> => {
			clock.advance(ms);
			// The part that ticks may have set its timer a moment later than the clock was moved.
			return eventually(() => {
				clock.advance(5);
				expect(till.screen()).toContain(words);
			});
		};
		await passes(1_000, 'осталось 2 мин 59 с');
		await passes(170_000, 'осталось 9 с');
		await passes(60_000, 'время вышло');
		expect(
			till
				.frame()
				.split('\n')
				.map((line) => line.slice(0, 60))[20],
		).toEqual(left[20]);
		expect(await qrOf(till, 80, 24)).toBe(link);
	});

	test('given what is said to the customer, the bank, the register and the log, then each has its words', async () => {
		const engine = fakeEngine({...underWay, log: longLog.slice(0, 2), slip: {state: 'printed'}});
		const till = mount(consoleOptions(engine));
		await till.sees('Скажите покупателю');
		await till.sees('Банк: ждём оплату');
		await till.sees('QR напечатан на чеке');
		await till.sees('ждём оплату, 12 мс');
		engine.show({notice: {code: 'PAPER', text: 'Кончилась бумага.', advice: 'Вставьте рулон.'}});
		await till.sees('Аппарат: Кончилась бумага. Вставьте рулон.');
	});

	test('given a long line of the log, then the pane tells it in two lines, and what is asked about other payments is not in it', async () => {
		const at = '2026-01-31T09:00:05.000Z';
		const event = {type: 'cancel.requested', by: 'signal', qrReason: null} as const;
		const log = [
			{n: 1, at, orderId: 'A-1', event: {type: 'qr.shown', where: ['screen', 'paper']}} as const,
			{n: 2, at, orderId: 'A-0', event},
		];
		const till = mount(consoleOptions(fakeEngine({...underWay, log})));
		await till.sees(/QR показан: на экране, .*на чеке/);
		expect(till.screen()).not.toContain('просим отменить');
		till.press('l');
		await till.sees('просим отменить');
	});

	test('given a cancel is waited for, then it says how long at most', async () => {
		const live = liveAfter([shown, askedToCancel]);
		const till = mount(consoleOptions(fakeEngine({live, current: live})));
		await till.sees('Ждём ещё не дольше 10 с.');
	});

	test('given money has gone back, when its receipt is printed, then it is called that', async () => {
		const state = stateAfter([
			shown,
			paid,
			closing,
			closed,
			{type: 'refund.requested', refundId: 'R-1', amountKopecks: 50_000},
			{type: 'refund.done', refundId: 'R-1', amountKopecks: 50_000},
		]);
		if (state.phase !== 'fiscalising') throw new Error(state.phase);
		const till = mount(consoleOptions(fakeEngine({live: state, current: state})));
		await till.sees('ДЕНЬГИ ВОЗВРАЩЕНЫ. Готовим чек возврата');
		await till.sees('500,00 руб. · СБП');
	});

	test('given a QR that fills a low screen, then the bank’s word stands beside it', async () => {
		const till = mount(consoleOptions(fakeEngine(underWay)), {columns: 60, rows: 20});
		await till.sees('Банк: ждём');
	});

	test('given errors in a row, then they are counted against the limit', async () => {
		const live = liveAfter([
			shown,
			{type: 'status.failed', operation: 'status', kind: 'timeout', code: 'T', text: '', errorsInRow: 3},
		]);
		const till = mount(consoleOptions(fakeEngine({live, current: live})));
		await till.sees('ошибок связи подряд: 3, допустимо 5');
	});

	test('given the phases of a payment, then each is named and the QR is there only while it can be paid', async () => {
		const engine = fakeEngine();
		const till = mount(consoleOptions(engine));
		const phases = [
			[creating(), 'Создаём заказ'],
			[liveAfter([shown, askedToCancel]), 'Отменяем: ждём ответа'],
			[liveAfter([shown, paid]), '✔ ОПЛАЧЕНО. Готовим чек'],
			[liveAfter([shown, paid, closing]), 'ОПЛАЧЕНО. Печатаем чек'],
		] as const;
		for (const [live, words] of phases) {
			engine.show({live, current: live});
			await till.sees(words);
			// The row of a finder pattern: without one nothing can be read.
			expect(till.screen()).not.toContain('▀▀▀▀▀▀▀');
		}
		expect(await qrOf(till, 80, 24)).toBeNull();
	});

	test('given a till that shows the QR on paper only, then the screen shows it on a key', async () => {
		const onPaper = liveAfter([{type: 'qr.shown', where: ['paper']}]);
		const till = mount(
			consoleOptions(fakeEngine({live: onPaper, current: onPaper}), {till: {...sampleTill, qrOn: ['paper']}}),
		);
		await till.sees('Отдайте покупателю чек с QR');
		expect(await qrOf(till, 80, 24)).toBeNull();
		till.press('f');
		await eventually(async () => expect(await qrOf(till, 80, 24)).toBe(link));
	});

	test('given no QR fits and there is no register, then size, need and the link are shown', async () => {
		const till = mount(consoleOptions(fakeEngine(underWay), {till: {...sampleTill, hasRegister: false}}), {
			columns: 40,
			rows: 14,
		});
		await till.sees(/QR не помещается: нужно \d+×\d+, есть 40×14/);
		expect(till.screen().replace(/\s/g, '')).toContain(link);
	});
});

describe('keys', () => {
	test('given Esc, then the payment goes on until Enter confirms, and Esc returns', async () => {
		const engine = fakeEngine(underWay);
		const till = mount(consoleOptions(engine));
		till.press(esc);
		await till.sees('Отменить платёж?');
		expect(await qrOf(till, 80, 24)).toBe(link);
		till.press(esc);
		await till.sees('Esc отменить');
		expect(engine.sent).toEqual([]);
		till.press(esc);
		await till.sees('Отменить платёж?');
		till.press('\r\r\r');
		await eventually(() =>
			expect(engine.sent).toEqual([{orderId: 'A-1', command: {type: 'cancel', by: 'cashier'}}]),
		);
	});

	test('given other keys at the question, then none of them is a yes', async () => {
		const engine = fakeEngine(underWay);
		const till = mount(consoleOptions(engine));
		till.press(esc);
		await till.sees('Отменить платёж?');
		till.press('yдY1 lfp?o\u001b[A\u001b[21~');
		await till.sees('Выйти во время платежа?');
		expect(engine.sent).toEqual([]);
		expect(till.exits).toEqual([]);
	});

	test('given the payment ends while the question is open, then the Enter meant for it leaves the end on the screen', async () => {
		const engine = fakeEngine(underWay);
		const till = mount(consoleOptions(engine));
		till.press(esc);
		await till.sees('Отменить платёж?');
		const current = ends.paid();
		engine.show({live: null, current});
		await till.sees('вопрос снят');
		till.press('\r');
		await till.sees('Enter следующий покупатель');
		expect(till.screen()).toContain('ОПЛАЧЕНО, ЧЕК ЗАКРЫТ');
		expect(engine.sent).toEqual([]);
		till.press('\r');
		await till.sees('Новый платёж');
	});

	test.each(['f', '\u001bOR', 'а'])('given %j, then the QR fills the screen, and goes back', async (key) => {
		const till = mount(consoleOptions(fakeEngine(underWay)));
		till.press(key);
		await till.sees('f обычно');
		expect(await qrOf(till, 80, 24)).toBe(link);
		till.press(key);
		await till.sees('крупно');
	});

	test.each(['p', '\u001bOS', 'з'])(
		'given %j, then the slip is printed again, and not twice at once',
		async (key) => {
			const engine = fakeEngine(underWay);
			const till = mount(consoleOptions(engine));
			till.press(key);
			await eventually(() => expect(engine.printed).toEqual(['A-1']));
			engine.show({slip: {state: 'printing'}});
			till.press(key);
			await till.sees('QR уже печатается.');
			expect(engine.printed).toEqual(['A-1']);
		},
	);

	test.each(['l', '\u001bOQ', 'д'])('given %j, then the whole log opens and scrolls', async (key) => {
		const till = mount(consoleOptions(fakeEngine({...underWay, log: longLog})));
		till.press(key);
		await till.sees('Журнал: 99–120 из 120');
		till.press('\u001b[5~\u001b[A');
		await till.sees('Журнал: 77–98 из 120');
		till.press('\u001b[H');
		await till.sees('Журнал: 1–22 из 120');
		till.press('\u001b[F');
		await till.sees('Журнал: 99–120 из 120');
		till.press(key);
		await till.sees('Банк: ждём оплату');
	});

	test('given hostile text in the log, then every line is one line without control characters', async () => {
		const till = mount(consoleOptions(fakeEngine({...underWay, log: longLog})));
		till.press('l');
		await till.sees('Журнал');
		expect(till.lines()).toHaveLength(24);
		expect(till.frame()).not.toContain(hostile.slice(0, 4));
	});
});

describe('leaving', () => {
	test.each(['\u0003', '\u001b[21~'])(
		'given no payment, when %j is pressed, then the console is left',
		async (key) => {
			const till = mount(consoleOptions(fakeEngine()));
			till.press(key);
			await eventually(() => expect(till.exits).toEqual([{type: 'left'}]));
		},
	);

	test('given a payment, when the cashier leaves and confirms, then it is cancelled and its unpaid end ends the console', async () => {
		const engine = fakeEngine(underWay);
		const till = mount(consoleOptions(engine));
		till.press('\u0003');
		await till.sees('Выйти во время платежа?');
		till.press('\u0003\u0003');
		till.press('\r');
		await eventually(() => expect(engine.sent).toHaveLength(1));
		expect(till.exits).toEqual([]);
		const live = liveAfter([shown, askedToCancel]);
		engine.show({live, current: live});
		await till.sees('Отменяем');
		engine.show({live: null, current: ends.cancelled()});
		await eventually(() => expect(till.exits).toEqual([{type: 'left'}]));
	});

	test('given the cancel came too late, then the console stays and shows that it is paid', async () => {
		const engine = fakeEngine(underWay);
		const till = mount(consoleOptions(engine));
		till.press('\u0003\r');
		await eventually(() => expect(engine.sent).toHaveLength(1));
		engine.show({live: null, current: ends.paid()});
		await till.sees('ОПЛАЧЕНО, ЧЕК ЗАКРЫТ');
		expect(till.exits).toEqual([]);
	});

	test('given a payment, when l is chosen, then it is left for the next start', async () => {
		const engine = fakeEngine(underWay);
		const till = mount(consoleOptions(engine));
		till.press('\u001b[21~l');
		await eventually(() => expect(till.exits).toEqual([{type: 'left-payment', orderId: 'A-1'}]));
		expect(engine.sent).toEqual([]);
	});

	test('given a payment is just being begun, when Ctrl-C is pressed, then the console stays', async () => {
		const till = mount(consoleOptions(fakeEngine({isStarting: true})));
		till.press('\u0003');
		await till.sees('Проверяем кассовый аппарат');
		expect(till.exits).toEqual([]);
	});
});
