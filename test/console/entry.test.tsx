// Before a payment: the sum, the payment type, what stands in the way.
import {cleanup} from 'ink-testing-library';
import {afterEach, describe, expect, test} from 'vitest';
import {fakeEngine} from './support/fake-engine.ts';
import {consoleOptions, eventually, mount} from './support/mount.tsx';
import {ends} from './support/states.ts';
import {till as sampleTill} from './support/till.ts';

afterEach(cleanup);

describe('the sum', () => {
	test('given a comma or a dot, when Enter is pressed, then the payment types are offered for that sum', async () => {
		for (const typed of ['1250,5\r', '1250.50\r']) {
			const till = mount(consoleOptions(fakeEngine()));
			till.press(typed);
			await till.sees('К оплате: 1 250,50 руб.');
			till.unmount();
		}
	});

	test('given a Russian layout, when the key of the comma is pressed, then it types a comma', async () => {
		const till = mount(consoleOptions(fakeEngine()));
		till.press('3б5\r');
		await till.sees('К оплате: 3,50 руб.');
	});

	test.each([
		['12,345', 'Копеек не больше двух цифр'],
		['12,,', 'Только цифры'],
		['1 2', 'Только цифры'],
		['abz', 'Только цифры'],
		['0,00', 'не меньше 0,01'],
		['100000000', 'не больше 99 999 999,99'],
	])('given %s, then the mistake is explained while typing', async (typed, mistake) => {
		const till = mount(consoleOptions(fakeEngine()));
		till.press(typed);
		await till.sees(mistake);
	});

	test.each(['0', '0,', '0,0', '12,'])(
		'given %s, which may still become a sum, then nothing is wrong until Enter',
		async (typed) => {
			const till = mount(consoleOptions(fakeEngine()));
			till.press(typed);
			await till.sees(`❯ ${typed}`);
			expect(till.screen()).not.toContain('✖');
			till.press('\r');
			await till.sees('✖');
			expect(till.screen()).toContain('Новый платёж');
		},
	);

	test('given a typed sum, when keys correct it, then the text follows each of them', async () => {
		const till = mount(consoleOptions(fakeEngine()));
		till.press('12\u007f3\u001b[D4');
		await till.sees('❯ 143');
		till.press('\u001b');
		await till.sees('например');
	});

	test('given 120 digits from a scanner in one chunk, then the sum is refused and the screen holds', async () => {
		const till = mount(consoleOptions(fakeEngine()));
		till.press(`${'7'.repeat(120)}\r`);
		await till.sees('Только цифры');
		for (const line of till.lines()) expect(line.length).toBeLessThanOrEqual(80);
	});

	test('given open matters and late money, then the badge counts them and the late money is loud', async () => {
		const open = [ends.late(), ends.unresolved({orderId: 'A-0'})];
		const till = mount(consoleOptions(fakeEngine({open})));
		await till.sees('открытых дел: 2');
		await till.sees('ПРИШЛИ ПОЗДНИЕ ДЕНЬГИ');
	});

	test('given money came for a payment that was put aside, then its receipt is asked for loudly', async () => {
		const till = mount(consoleOptions(fakeEngine({open: [ends['receipt-failed']()]})));
		await till.sees('ДЕНЬГИ ПРИШЛИ, ЧЕК НЕ ЗАКРЫТ: нажмите o');
	});

	test('given a small window, then it says what it needs', async () => {
		const till = mount(consoleOptions(fakeEngine()), {columns: 60, rows: 20});
		await till.sees('Окно 60×20: для QR рядом с текстом нужно 80×24');
	});

	test('given warnings of the till, then the first screen shows them', async () => {
		const till = mount(consoleOptions(fakeEngine(), {warnings: ['Сертификат кончается через 12 дней']}));
		await till.sees('! Сертификат кончается через 12 дней');
	});
});

describe('the payment type', () => {
	test('given arrows and digits, when they are pressed, then the till’s own names are walked', async () => {
		const engine = fakeEngine();
		const till = mount(consoleOptions(engine));
		till.press('10\r\u001b[B\u001b[B\u001b[B\u001b[A');
		await till.sees('❯ 3 WebMoney');
		till.press('2');
		await till.sees('❯ 2 Вичат · WeChat Pay');
		till.press('\r');
		await eventually(() => expect(engine.payments).toHaveLength(1));
		expect(engine.payments[0]).toMatchObject({code: '8', order: {system: 'wechat', amountKopecks: 1000}});
	});

	test('given a digit beyond the list, when it is pressed, then nothing moves', async () => {
		const till = mount(consoleOptions(fakeEngine()));
		till.press('10\r9');
		await till.sees('❯ 1 СБП');
	});

	test('given Esc, then the sum is still there', async () => {
		const till = mount(consoleOptions(fakeEngine()));
		till.press('10\r');
		await till.sees('Способ оплаты');
		till.press('\u001b');
		await till.sees('❯ 10');
	});

	test('given no payment type is set up, then it says so and Enter does nothing', async () => {
		const engine = fakeEngine();
		const till = mount(consoleOptions(engine, {till: {...sampleTill, systems: []}}));
		till.press('10\r\r');
		await till.sees('Ни один способ не настроен');
		expect(engine.payments).toHaveLength(0);
	});
});

describe('what stands in the way', () => {
	const fault = {code: 'SHIFT_EXPIRED', text: 'Смена длится больше 24 часов.', advice: 'Закройте смену.'};

	test('given the register is not ready, then the panel says so, nothing was sent, and r tries again', async () => {
		const engine = fakeEngine();
		engine.answerPay = {type: 'register', fault};
		const till = mount(consoleOptions(engine));
		till.press('10\r\r');
		await till.sees('АППАРАТ НЕ ГОТОВ');
		await till.sees('Смена длится больше 24 часов.');
		await till.sees('Ничего не отправлено');
		await till.sees('Закройте смену.');
		till.press('к');
		await eventually(() => expect(engine.payments).toHaveLength(2));
		till.press('\u001b');
		await till.sees('❯ 10');
	});

	test('given the disk takes no rows, then the payment is not begun and the reason is shown', async () => {
		const engine = fakeEngine();
		engine.answerPay = {type: 'journal', text: 'SQLITE_FULL'};
		const till = mount(consoleOptions(engine));
		till.press('10\r\r');
		await till.sees('ДИСК НЕ ПРИНИМАЕТ ЗАПИСИ');
		await till.sees('SQLITE_FULL');
		till.press('t');
		await till.sees('Способ оплаты');
	});

	test('given no place for the QR at all, then no order is asked for', async () => {
		const engine = fakeEngine();
		const till = mount(
			consoleOptions(engine, {
				qrRendering: {type: 'none', because: 'no-colours'},
				till: {...sampleTill, hasRegister: false},
			}),
		);
		till.press('10\r\r');
		await till.sees('ПОКАЗАТЬ QR НЕГДЕ');
		expect(engine.payments).toHaveLength(0);
	});

	test('given a payment is already running, then a refusal in words, and no second one', async () => {
		const engine = fakeEngine();
		engine.answerPay = {type: 'refused', code: 'PAYMENT_RUNNING'};
		const till = mount(consoleOptions(engine));
		till.press('10\r\r');
		await till.sees('На кассе уже идёт платёж');
	});
});
