// The driver against the virtual register over a real TCP line: a day at the till without anything going wrong.
import {afterEach, describe, expect, test} from 'vitest';
import type {DocumentsBefore, FiscalReceipt} from '../../source/core/index.ts';
import {type Pair, receiptOf, startPair} from './support/till.ts';

let pair: Pair | null = null;
afterEach(async () => {
	await pair?.end();
	pair = null;
});

async function documentsOf(of: Pair): Promise<DocumentsBefore> {
	const checked = await of.driver.preflight();
	expect(checked).toEqual({type: 'ready', warnings: []});
	const prepared = await of.driver.prepareReceipt();
	if (prepared.type !== 'ready') throw new Error(prepared.fault.text);
	return prepared.before;
}

describe('given a register with a closed shift', () => {
	test('when it is checked before an order, then the shift is opened and the register is ready', async () => {
		pair = await startPair();
		expect(await pair.driver.preflight()).toEqual({type: 'ready', warnings: []});
		expect(pair.device.commands().map(({code}) => code)).toContain('E0');
		expect(pair.device.documents().map(({type}) => type)).toEqual([2]);
	});

	test('when a receipt is to be made without a check, then it is refused and nothing is sold', async () => {
		pair = await startPair();
		const prepared = await pair.driver.prepareReceipt();
		expect(prepared).toMatchObject({type: 'failed', fault: {code: 'SHIFT_CLOSED'}});
		expect(pair.device.closedReceipts()).toBe(0);
	});
});

describe('given an open shift', () => {
	test('when a receipt of one line is printed, then it is closed with its numbers in seven commands', async () => {
		pair = await startPair();
		await pair.driver.preflight();
		const from = pair.device.commands().length;
		const prepared = await pair.driver.prepareReceipt();
		if (prepared.type !== 'ready') throw new Error(prepared.fault.text);
		const end = await pair.driver.printReceipt(receiptOf(125_000), prepared.before);
		const codes = pair.device
			.commands()
			.slice(from, from + 7)
			.map(({code}) => code);
		expect(codes).toEqual(['10', 'FF01', 'FF40', '8D', 'FF46', '89', 'FF45']);
		const receipt = pair.device.documents().at(-1);
		expect(receipt?.type).toBe(3);
		expect(end).toEqual({
			type: 'closed',
			number: 1,
			fiscalDocument: prepared.before.fiscalDocument === null ? null : prepared.before.fiscalDocument + 1,
			fiscalSign: expect.stringMatching(/^\d+$/),
		});
		expect(pair.device.tape().join('\n')).toContain('Кофе');
	});

	test('when a refund is printed, then the register has a refund of that sum', async () => {
		pair = await startPair();
		const documents = await documentsOf(pair);
		const end = await pair.driver.printReceipt(receiptOf(9900, 3, 'refund'), documents);
		expect(end.type).toBe('closed');
		expect(pair.device.documents().at(-1)).toMatchObject({type: 3, kind: 2, totalKopecks: 9900});
	});

	test('when a receipt has many lines, VAT and an e-mail, then all of it is in the document and commands grow by one a line', async () => {
		pair = await startPair();
		const documents = await documentsOf(pair);
		const lines = Array.from({length: 200}, (_, index) => ({
			name: `Товар ${index + 1}`,
			priceKopecks: 333,
			quantity: '1.500',
			vat: '20' as const,
		}));
		const receipt: FiscalReceipt = {
			kind: 'sale',
			slot: 13,
			sumKopecks: 200 * 500,
			receipt: {lines, email: 'buyer@example.com', phone: null},
		};
		const from = pair.device.commands().length;
		const end = await pair.driver.printReceipt(receipt, documents);
		expect(end.type).toBe('closed');
		const codes = pair.device
			.commands()
			.slice(from)
			.map(({code}) => code);
		expect(codes.filter((code) => code === 'FF46')).toHaveLength(200);
		expect(codes.slice(0, 204).filter((code) => code !== 'FF46')).toEqual(['8D', 'FF0C', '89', 'FF45']);
	});

	test('when quantity and price make a fraction of a kopeck, then the register and we agree on the sum', async () => {
		pair = await startPair();
		const documents = await documentsOf(pair);
		const line = {name: 'Сыр', priceKopecks: 33_333, quantity: '0.333', vat: '10' as const};
		const end = await pair.driver.printReceipt(
			{
				kind: 'sale',
				slot: 4,
				sumKopecks: 11_100,
				receipt: {lines: [line], email: null, phone: '+79990000000'},
			},
			documents,
		);
		expect(end.type).toBe('closed');
	});

	test('when the lines do not make the sum, then nothing is sent', async () => {
		pair = await startPair();
		const documents = await documentsOf(pair);
		const from = pair.device.commands().length;
		const end = await pair.driver.printReceipt({...receiptOf(1000), sumKopecks: 1001}, documents);
		expect(end).toMatchObject({type: 'failed', fault: {code: 'SUM_DIFFERS'}});
		expect(pair.device.commands()).toHaveLength(from);
	});
});

describe('given a register that is not ready', () => {
	test('when the shift is over 24 hours old, then the check says so and closes nothing', async () => {
		pair = await startPair();
		await pair.driver.preflight();
		pair.device.control.ageShift(25);
		expect(await pair.driver.preflight()).toMatchObject({type: 'problem', fault: {code: 'SHIFT_EXPIRED'}});
		expect(pair.device.commands().map(({code}) => code)).not.toContain('41');
	});

	test('when there is no paper, then the check says so at once', async () => {
		pair = await startPair();
		pair.device.control.setPaper(false);
		expect(await pair.driver.preflight()).toMatchObject({type: 'problem', fault: {code: 'PAPER'}});
	});

	test('when somebody else has left a receipt open, then the check names it and nobody cancels it', async () => {
		pair = await startPair();
		pair.device.control.openForeignReceipt(777);
		const checked = await pair.driver.preflight();
		expect(checked).toMatchObject({type: 'problem', fault: {code: 'FOREIGN_RECEIPT'}});
		expect(checked.type === 'problem' && checked.fault.text).toContain('7,77');
		expect(await pair.driver.prepareReceipt()).toMatchObject({
			type: 'failed',
			fault: {code: 'FOREIGN_RECEIPT'},
		});
		expect(pair.device.commands().map(({code}) => code)).not.toContain('88');
		expect(await pair.driver.cancelReceipt()).toEqual({type: 'done'});
		expect(await pair.driver.preflight()).toMatchObject({type: 'ready'});
	});

	test('when it is off, then every operation ends with the link and not with a wait', async () => {
		pair = await startPair();
		await pair.device.stop();
		expect(await pair.driver.preflight()).toMatchObject({type: 'problem', fault: {code: 'LINK'}});
		expect(await pair.driver.prepareReceipt()).toMatchObject({type: 'failed', fault: {code: 'LINK'}});
	});

	test('when the password is wrong, then its own code is told and no other password is tried', async () => {
		pair = await startPair({}, {password: 12});
		const checked = await pair.driver.preflight();
		expect(checked.type).toBe('problem');
		const passwords = new Set(pair.device.commands().map(({requestHex}) => requestHex));
		expect([...passwords].some((hex) => hex.includes('1e000000'))).toBe(false);
	});

	test('when a payment type has another name in the register, then the check warns and the names can be written', async () => {
		pair = await startPair({}, {slots: [{slot: 2, name: 'СБП'}]});
		expect(await pair.driver.preflight()).toMatchObject({type: 'ready', warnings: [{code: 'SLOT_NAME'}]});
		expect(await pair.driver.writeNames()).toMatchObject({
			type: 'ok',
			answer: [{slot: 2, found: 'СБП', isSame: true}],
		});
		expect(await pair.driver.preflight()).toEqual({type: 'ready', warnings: []});
	});
});

describe('given paper that runs out', () => {
	test('when it does inside the close, then the cashier is told, printing goes on with new paper, and the receipt is closed once', async () => {
		pair = await startPair();
		const {device, driver} = pair;
		const documents = await documentsOf(pair);
		const notices: (string | null)[] = [];
		driver.onNotice((notice) => {
			notices.push(notice?.code ?? null);
			if (notice?.code === 'PAPER') device.control.loadPaper();
		});
		device.control.inject({fault: 'paperOutInside', command: 'FF45'});
		const end = await driver.printReceipt(receiptOf(5000), documents);
		expect(end.type).toBe('closed');
		expect(await driver.preflight()).toMatchObject({type: 'ready'});
		expect(device.closedReceipts()).toBe(1);
		expect(notices).toEqual(['PAPER', null]);
		expect(device.commands().map(({code}) => code)).toContain('B0');
	});

	test('when it is out before the receipt, then the receipt waits for it', async () => {
		pair = await startPair();
		const {device, driver} = pair;
		const documents = await documentsOf(pair);
		device.control.setPaper(false);
		driver.onNotice((notice) => notice?.code === 'PAPER' && device.control.loadPaper());
		expect(await driver.printReceipt(receiptOf(5000), documents)).toMatchObject({type: 'closed'});
		expect(device.closedReceipts()).toBe(1);
	});
});

describe('given the tools of an admin', () => {
	test('when the status is asked for, then all facts come as one object', async () => {
		pair = await startPair();
		await pair.driver.preflight();
		const status = await pair.driver.status();
		expect(status).toMatchObject({
			type: 'ok',
			answer: {
				device: {model: 250, name: 'ШТРИХ-М-02Ф'},
				short: {mode: 2, submode: 0},
				storage: {phase: 3, isShiftOpen: true},
				paperDots: 576,
				charsPerLine: 48,
				totalKopecks: null,
			},
		});
	});

	test('when the day ends, then X prints, Z closes the shift, and a new one can be opened', async () => {
		pair = await startPair();
		expect(await pair.driver.openShift()).toEqual({type: 'done'});
		expect(await pair.driver.xReport()).toEqual({type: 'done'});
		expect(await pair.driver.closeShift()).toEqual({type: 'done'});
		expect(await pair.driver.closeShift()).toMatchObject({type: 'failed'});
		expect(await pair.driver.openShift()).toEqual({type: 'done'});
		expect(pair.device.documents().map(({type}) => type)).toEqual([2, 5, 2]);
	});

	test('when a table is read and written, then a number stays within its bounds and a text fills its field', async () => {
		pair = await startPair();
		const {driver} = pair;
		const structure = await driver.tableStructure(5);
		expect(structure).toMatchObject({type: 'ok', answer: {rows: 16, fields: 1}});
		const where = {table: 17, row: 1, field: 7};
		expect(await driver.writeTable(where, '2')).toEqual({type: 'done'});
		expect(await driver.readTable(where)).toMatchObject({type: 'ok', answer: {value: 2}});
		expect(await driver.writeTable(where, '9')).toMatchObject({type: 'failed', fault: {code: 'TABLE_VALUE'}});
		expect(await driver.readTable({table: 99, row: 1, field: 1})).toMatchObject({
			type: 'failed',
			fault: {code: 'E5D'},
		});
	});

	test('when the register refuses with a code that nobody documents, then its own name for it is asked once', async () => {
		pair = await startPair({model: 'm-02f-v2'});
		pair.device.control.inject({fault: 'refuse', error: 0xee, command: '40', times: 2});
		await pair.driver.openShift();
		const end = await pair.driver.xReport();
		expect(end).toMatchObject({type: 'failed', fault: {code: 'EEE'}});
		expect(end.type === 'failed' && end.fault.text).toContain('EEh');
		await pair.driver.xReport();
		expect(pair.device.commands().filter(({code}) => code === '6B')).toHaveLength(1);
	});

	test('when a trace listens, then it shows frames of both directions and no password', async () => {
		pair = await startPair();
		const lines: string[] = [];
		const stop = pair.driver.onTrace((line) => lines.push(JSON.stringify(line)));
		await pair.driver.readTable({table: 2, row: 30, field: 1});
		stop();
		const text = lines.join('\n');
		expect(text).toContain('"command":"1F"');
		expect(text).toContain('"control":"ENQ"');
		expect(text).not.toContain('1e000000');
		const count = lines.length;
		await pair.driver.status();
		expect(lines).toHaveLength(count);
	});
});
