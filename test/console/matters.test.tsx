// Open matters, help, and the key table: each key that is named does something.
import {cleanup} from 'ink-testing-library';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {actionsOf, presentScreen, pressKey} from '../../source/console/actions/table.ts';
import {splitKeys} from '../../source/console/keys/split.ts';
import {createDesk} from '../../source/console/ui/desk.ts';
import {fakeEngine} from './support/fake-engine.ts';
import {consoleOptions, eventually, mount} from './support/mount.tsx';
import {scenes} from './support/scenes.ts';
import {endedAfter, ends, shown} from './support/states.ts';

afterEach(cleanup);

describe('open matters', () => {
	const open = [
		ends.unresolved({orderId: 'A-1'}),
		ends['receipt-failed']({orderId: 'A-2'}),
		ends.late({orderId: 'A-3'}),
	];

	test('given o, then the list opens; the one under the cursor is told in full and its keys work', async () => {
		const engine = fakeEngine({open});
		const till = mount(consoleOptions(engine));
		till.press('щ');
		await till.sees(/❯ 31\.01 \d\d:00 · 1 250,00 руб\. · конец не выяснен · СБП · A-1/);
		await till.sees('НЕ ВЫЯСНЕНО');
		till.press('a');
		await till.sees('Спрашиваем');
		till.press('\u001b[B');
		await till.sees('ОПЛАЧЕНО, ЧЕК НЕ ЗАКРЫТ');
		till.press('c');
		await eventually(() =>
			expect(engine.sent).toEqual([
				{orderId: 'A-1', command: {type: 'askNow'}},
				{orderId: 'A-2', command: {type: 'closeReceipt'}},
			]),
		);
	});

	test('given the chosen matter is settled while the list is open, then it is told closed, and no key acts on another one', async () => {
		const engine = fakeEngine({open});
		const till = mount(consoleOptions(engine));
		till.press('o\u001b[B\u001b[B');
		await till.sees(/❯ 31\.01 \d\d:00 · 1 250,00 руб\. · ПОЗДНИЕ ДЕНЬГИ · СБП · A-3/);
		engine.show({open: open.slice(0, 2), current: ends['refund-done']({orderId: 'A-3'})});
		await till.sees('ДЕНЬГИ ВОЗВРАЩЕНЫ');
		await till.sees('Дело закрыто.');
		till.press('cvah');
		till.press('\u001b[B');
		await till.sees(/❯ .* A-1/);
		expect(engine.sent).toEqual([]);
		engine.show({open: []});
		till.press('\u001b');
		await till.sees('Enter следующий покупатель');
	});

	test('given nothing is open, then the list says so', async () => {
		const till = mount(consoleOptions(fakeEngine()));
		till.desk.ui.set({page: 'matters'});
		await till.sees('Открытых дел нет.');
	});

	test('given a question comes back with an answer, then the answer is told in place of the question', async () => {
		const state = ends.unresolved();
		const engine = fakeEngine({open: [state]});
		const till = mount(consoleOptions(engine));
		till.press('oa');
		await till.sees('Спрашиваем');
		const event = {
			type: 'status.failed',
			operation: 'status',
			kind: 'timeout',
			code: 'T',
			text: 'нет ответа',
			errorsInRow: 7,
		} as const;
		engine.show({log: [{n: 1, at: '2026-01-31T09:00:05.000Z', orderId: 'A-1', event}]});
		await till.sees('Спросили: ошибка 7 подряд, статус: нет ответа');
	});

	test('given the receipt cannot be closed now, then the list stays and says why', async () => {
		const engine = fakeEngine({open: [ends['receipt-failed']()]});
		engine.answerSent = {type: 'refused', code: 'PAYMENT_RUNNING'};
		const till = mount(consoleOptions(engine));
		till.press('oc');
		await till.sees('На кассе уже идёт платёж');
		expect(till.screen()).toContain('Открытые дела');
	});
});

test('given a person has said not paid, then that is the word, with the note', async () => {
	const current = endedAfter([
		shown,
		{type: 'payment.unresolved', reason: 'no-answer'},
		{type: 'resolved', by: 'person', as: 'cancelled', note: 'выписка'},
	]);
	const till = mount(consoleOptions(fakeEngine({current})));
	await till.sees('Записано человеком: не оплачено. Заметка: выписка.');
});

test('given the demo, when ? is pressed, then the stories stand in the help', async () => {
	const stories = [
		{kopecks: 0, title: 'оплачено'},
		{kopecks: 5, title: 'оплачено в момент отмены'},
	];
	const till = mount(consoleOptions(fakeEngine(), {demo: {stories}}));
	till.press('?');
	await till.sees(',00 оплачено');
	await till.sees(',05 оплачено в момент отмены');
	till.press('?');
	await till.sees('Новый платёж');
});

test('given settings can be opened, when s is pressed, then they are', async () => {
	const onOpenSettings = vi.fn();
	const till = mount(consoleOptions(fakeEngine(), {onOpenSettings}));
	await till.sees(/s (?:F9 )?настройки/);
	till.press('ы');
	await eventually(() => expect(onOpenSettings).toHaveBeenCalledTimes(1));
});

/** What F2 … send, and what other names send. */
const sequences: Readonly<Record<string, string>> = {
	enter: '\r',
	esc: '\u001b',
	up: '\u001b[A',
	down: '\u001b[B',
	pageup: '\u001b[5~',
	pagedown: '\u001b[6~',
	home: '\u001b[H',
	end: '\u001b[F',
	'ctrl-c': '\u0003',
	f1: '\u001bOP',
	f2: '\u001bOQ',
	f3: '\u001bOR',
	f4: '\u001bOS',
	f10: '\u001b[21~',
};

test('given every screen, when any key of its table is pressed, then something changes or is sent', () => {
	for (const {name, snapshot, ui} of scenes) {
		const open = () => {
			const engine = fakeEngine(snapshot);
			const exits: unknown[] = [];
			const desk = createDesk(
				consoleOptions(engine, {checkPin: async () => 'wrong'}),
				{columns: 80, rows: 24},
				(exit) => exits.push(exit),
			);
			desk.ui.set({dismissedOrderId: null, ...ui});
			const {sent, payments, printed} = engine;
			const trace = (): string => JSON.stringify([desk.ui.getSnapshot(), sent, payments, printed, exits]);
			return {desk, trace};
		};
		const {desk: first} = open();
		const keys = actionsOf(first, presentScreen(first)).flatMap((action) => action.keys);
		// The digit of the type that is chosen already moves nothing.
		for (const key of keys.filter((one) => !(name === 'picker' && one === '2'))) {
			const {desk, trace} = open();
			const before = trace();
			const [press] = splitKeys(sequences[key] ?? key, true).keys;
			if (!press) throw new Error(`No key is sent for ${key}`);
			pressKey(desk, press, () => expect.unreachable(`${name}: ${key} types`));
			expect(trace(), `${name}: ${key}`).not.toBe(before);
		}
	}
});
