import {describe, expect, test} from 'vitest';
import {
	asking,
	begun,
	crashed,
	created,
	done,
	fault,
	paid,
	phase,
	printing,
	ready,
	request,
	status,
	type Till,
	waiting,
} from './till.ts';

const told = (made: Till): readonly string[] => [
	...made.gateway.asked.map(({operation}) => operation),
	...made.register.told.map(({operation}) => operation),
];

const cancelling = async (): Promise<Till> => {
	const made = await waiting();
	made.engine.send('A-1', {type: 'cancel', by: 'cashier'});
	return made;
};

const unresolved = async (): Promise<Till> => {
	const made = await cancelling();
	await made.gateway.last('cancelOrder').answer(status('waiting'));
	return made;
};

const settling = async (): Promise<Till> => {
	const made = await printing();
	await made.register
		.last('printReceipt')
		.answer({type: 'unknown', fault: {code: 'LINK', text: '', advice: ''}});
	return made;
};

describe('after a crash', () => {
	test.each([
		['while the order is being made', begun, ['createOrder'], ['cancelOrder']],
		['while it waits for the customer', waiting, ['getStatus'], ['cancelOrder']],
		['while a question is in flight', asking, ['getStatus'], ['cancelOrder']],
		['while a cancel is in flight', cancelling, ['cancelOrder'], ['cancelOrder']],
		['when paid is on disk', paid, ['prepareReceipt'], ['prepareReceipt']],
		['while the receipt is being printed', printing, ['settleReceipt'], ['settleReceipt']],
		['while the documents decide', settling, ['settleReceipt'], ['settleReceipt']],
		['when it is unresolved', unresolved, ['getStatus'], ['getStatus']],
		['when all is done', done, [], []],
	] as const)(
		'%s: loading asks nothing of the world; then it goes on, or is brought to its end',
		async (_when, make, resumed, ended) => {
			const before = await make();
			for (const [take, expected] of [
				['resume', resumed],
				['bringToEnd', ended],
			] as const) {
				const made = crashed(before);
				const [state] = made.engine.load();
				expect(state?.phase).toBe(phase(before));
				await made.clock.advance(60_000);
				expect(told(made)).toEqual([]);
				made.engine[take]('A-1');
				expect(told(made)).toEqual(expected);
				// Taken up twice by mistake, nothing runs twice.
				made.engine.resume('A-1');
				made.engine.bringToEnd('A-1');
				expect(told(made).filter((word) => word !== 'getStatus')).toEqual(
					expected.filter((word) => word !== 'getStatus'),
				);
			}
		},
	);

	test('given an order that may have been made, then it is asked for with the same body, byte for byte', async () => {
		const before = await begun();
		const made = crashed(before);
		made.engine.load();
		made.engine.resume('A-1');
		expect(JSON.stringify(made.gateway.last('createOrder').about)).toBe(
			JSON.stringify(before.gateway.last('createOrder').about),
		);
	});

	test('given a QR that nobody saw yet, then it is shown; one that was shown is not printed again', async () => {
		const unseen = crashed(
			await waiting({places: {qrOn: ['paper'], hasScreen: () => false}}, {printSlip: true}),
			1_000,
			{
				places: {qrOn: ['paper'], hasScreen: () => false},
			},
		);
		unseen.engine.load();
		unseen.engine.resume('A-1');
		expect(unseen.register.slips()).toHaveLength(1);
		await unseen.register.last('printSlip').answer({type: 'printed'});
		const seen = crashed(unseen, 1_000, {places: {qrOn: ['paper'], hasScreen: () => false}});
		seen.engine.load();
		seen.engine.resume('A-1');
		expect(seen.register.slips()).toHaveLength(0);
	});

	test('given the time of the operation is over meanwhile, then a cancel is the last look', async () => {
		const made = crashed(await waiting(), 200_000);
		made.engine.load();
		made.engine.resume('A-1');
		await made.gateway.last('cancelOrder').answer(status('paid'));
		expect(phase(made)).toBe('fiscalising');
	});

	test('given a slow register before the order, then the time still runs from Enter', async () => {
		const before = await waiting();
		const late = crashed(before);
		const row = late.journal.rows[0];
		if (row?.event.type !== 'payment.started') throw new Error('no start');
		// The row was written 20 s after Enter: the deadline says so.
		const deadline = new Date(Date.parse(row.at) + 160_000).toISOString();
		const moved = crashed(
			{...before, journal: {...before.journal, rows: [{...row, event: {...row.event, deadline}}]}},
			0,
		);
		moved.engine.load();
		const state = moved.engine.stateOf('A-1');
		expect(state.phase === 'creating' && state.facts.deadlineMs - moved.clock.nowMs()).toBe(160_000);
	});

	test('given a wall clock that was set back meanwhile, then the payment gets no more than its whole time', async () => {
		const made = crashed(await waiting(), -86_400_000);
		made.engine.load();
		const state = made.engine.stateOf('A-1');
		expect(state.phase === 'waiting' && state.facts.deadlineMs - made.clock.nowMs()).toBe(180_000);
	});

	test('given the end reached by the second process, then it stands as if there had been no crash', async () => {
		const made = crashed(await printing());
		made.engine.load();
		const ended = made.engine.whenEnded('A-1');
		made.engine.resume('A-1');
		await made.register
			.last('settleReceipt')
			.answer({type: 'closed', number: 12, fiscalDocument: 341, fiscalSign: null});
		expect(await ended).toMatchObject({outcome: 'paid', receipt: {state: 'closed', number: 12}});
		expect(made.journal.types().at(-1)).toBe('receipt.closed');
	});

	test('given a receipt proven not closed, then it is printed once more, with a new intent', async () => {
		const made = crashed(await printing());
		made.engine.load();
		made.engine.resume('A-1');
		await made.register
			.last('settleReceipt')
			.answer({type: 'notClosed', fault: {code: 'OPEN', text: '', advice: ''}});
		await made.register.last('prepareReceipt').answer(ready);
		made.register.last('printReceipt');
		expect(made.journal.types().filter((type) => type === 'receipt.closing')).toHaveLength(2);
	});

	test('given a loaded payment, then no other begins before it has ended, also when nobody has taken it up', async () => {
		const made = crashed(await waiting());
		made.engine.load();
		expect(await made.engine.pay(request({}, 'A-2'))).toEqual({type: 'refused', code: 'PAYMENT_RUNNING'});
		expect(made.gateway.asked).toEqual([]);
	});

	test('given a loaded payment that refuses a wish, then it can still be taken up', async () => {
		const made = crashed(await printing());
		made.engine.load();
		expect(made.engine.send('A-1', {type: 'cancel', by: 'cashier'})).toEqual({
			type: 'refused',
			code: 'ALREADY_PAID',
		});
		made.engine.resume('A-1');
		made.register.last('settleReceipt');
	});

	test('given an unpaid end not long ago, when a process starts, then late money is looked for, and the screen stays as it was', async () => {
		const before = await waiting();
		before.engine.send('A-1', {type: 'cancel', by: 'cashier'});
		await before.gateway.last('cancelOrder').answer(status('cancelled'));
		const made = crashed(before, 600_000);
		expect(made.engine.load()).toMatchObject([{phase: 'ended', outcome: 'cancelled'}]);
		expect(made.engine.getSnapshot()).toMatchObject({current: {phase: 'idle'}, open: [], live: null});
		made.engine.resume('A-1');
		await made.gateway.last('getStatus').answer(status('paid'));
		expect(made.engine.getSnapshot().open).toMatchObject([{isLate: true}]);
		expect(crashed(before, 90_000_000).engine.load()).toEqual([]);
	});

	test('given another crash at each step of the way back, then the order is still the one', async () => {
		let made = await begun();
		for (let n = 0; n < 5; n += 1) {
			made = crashed(made);
			made.engine.load();
			made.engine.resume('A-1');
			await made.gateway.last('createOrder').answer(n === 4 ? created : fault);
		}
		expect(made.journal.types().filter((type) => type === 'payment.started')).toHaveLength(1);
		expect(phase(made)).toBe('waiting');
	});
});
