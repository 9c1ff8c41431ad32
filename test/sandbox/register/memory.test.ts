// What the register remembers: from run to run, from document to document.
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {startVirtualRegister, withPaymentNames} from '../../../source/sandbox/register/index.ts';
import {
	close,
	closeShift,
	continuePrint,
	findDocument,
	openReceipt,
	openShift,
	operation,
	shiftParameters,
	shortStatus,
	storageStatus,
	subtotal,
} from './requests.ts';
import {started, withReceipt, withShift} from './started.ts';

function stateFile(): string {
	const folder = mkdtempSync(join(tmpdir(), 'register-'));
	onTestFinished(() => rmSync(folder, {recursive: true}));
	return join(folder, 'state.json');
}

test('given a state file, when the register is started again, then receipt, table, shift and paper are as they were', async () => {
	const file = stateFile();
	const first = await withReceipt({stateFile: file, faults: [{fault: 'paperOutInside', command: '40'}]});
	await first.wire.ask('881e000000');
	await first.wire.ask('1e1e00000005020001d1c1cf00');
	await first.wire.ask('401e000000');
	await first.register.stop();

	const second = await started({stateFile: file});
	expect(second.register.state()).toEqual(first.register.state());
	expect(await second.wire.ask('1f1e00000005020001')).toMatch(/^1f00d1c1cf00/);
	expect(await second.wire.ask(shiftParameters)).toBe('ff40000101000000');
	second.register.control.loadPaper();
	expect((await second.wire.ask(shortStatus)).slice(12, 14)).toBe('03');
	expect(await second.wire.ask(continuePrint)).toBe('b0001e');
	expect(second.register.tape().join('\n')).toMatch(/ОТЧЕТ БЕЗ ГАШЕНИЯ/);
});

test('given a process that dies in an open receipt, then the file already has it', async () => {
	const file = stateFile();
	await withReceipt({stateFile: file});
	expect(existsSync(file)).toBe(true);
	const second = await started({stateFile: file});
	expect(await second.wire.ask(subtotal)).toBe('89001e1027000000');
});

test('given a file of another kind, then the register does not start over it', async () => {
	const file = stateFile();
	writeFileSync(file, '{"version":2}');
	await expect(startVirtualRegister({stateFile: file})).rejects.toThrow(/state/);
});

test('given three documents, then each has its number, and the shift its receipts', async () => {
	const {register, wire} = await withShift();
	for (const request of [openReceipt(), operation(), close({5: 10_000})]) await wire.ask(request);
	await wire.ask(closeShift);
	expect(register.documents().map(({type, fd}) => [type, fd])).toEqual([
		[2, 2],
		[3, 3],
		[5, 4],
	]);
	expect(register.documents()[1]).toMatchObject({totalKopecks: 10_000, receiptNumber: 1, kind: 0});
	expect(await wire.ask(findDocument(4))).toMatch(/^ff0a000501.{10}04000000045ed0b20100$/);
	expect(await wire.ask(shiftParameters)).toBe('ff40000001000100');
	await wire.ask(openShift);
	expect(await wire.ask(shiftParameters)).toBe('ff40000102000000');
});

test('given a refund, then FF0Ah names operation 2, and 1Bh counts it by its kind', async () => {
	const {wire} = await withShift();
	for (const request of [openReceipt(2), operation({kind: 2}), close({2: 10_000})]) await wire.ask(request);
	expect(await wire.ask(findDocument(3))).toMatch(/021027000000$/);
	expect(await wire.ask('1b1e00000096')).toBe('1b001e0100');
	expect(await wire.ask('1b1e00000094')).toBe('1b001e0000');
});

test('given the operator out of reach, then documents queue up, and are sent when it is back', async () => {
	const {register, wire} = await started();
	register.control.setOperatorReached(false);
	await wire.ask(openShift);
	expect(await wire.ask('ff3f1e000000')).toBe('ff3f000100');
	expect(await wire.ask('ff391e000000')).toMatch(/^ff3900020001000200000/);
	expect((await wire.ask(storageStatus)).slice(14, 16)).toBe('08');
	register.control.setOperatorReached(true);
	expect(await wire.ask('ff3f1e000000')).toBe('ff3f000000');
});

test('given cash in, a cash sale and cash out, then register 241 has what is in the till', async () => {
	const {wire} = await withReceipt();
	await wire.ask(close({1: 10_000}));
	expect(await wire.ask('501e0000008813000000')).toMatch(/^50001e/);
	expect(await wire.ask('511e000000e803000000')).toMatch(/^51001e/);
	expect(await wire.ask('1a1e000000f1')).toBe('1a001eb03600000000');
	expect(await wire.ask('1a1e000000c1')).toBe('1a001e102700000000');
});

test('given a receipt, when it is read whole, then its TLV comes in pieces of the announced length', async () => {
	const {wire} = await withShift();
	await wire.ask(openReceipt());
	for (let position = 0; position < 6; position++)
		await wire.ask(operation({name: 'cfeee7e8f6e8ff'.repeat(3)}));
	await wire.ask(close({2: 60_000}));
	const announced = await wire.ask('ff3a1e00000003000000');
	expect(announced).toMatch(/^ff3a000300/);
	const length = Buffer.from(announced.slice(10), 'hex').readUInt16LE();
	let tlv = '';
	for (;;) {
		const piece = await wire.ask('ff3b1e000000');
		if (piece === 'ff3b08') break;
		tlv += piece.slice(6);
	}
	expect(tlv.length / 2).toBe(length);
	expect(tlv).toContain('3904020060ea');
});

test('given a date that is set, then mode 6 until it is confirmed', async () => {
	const {wire} = await started();
	expect(await wire.ask('221e000000010120')).toBe('2200');
	expect((await wire.ask(shortStatus)).slice(10, 12)).toBe('06');
	expect(await wire.ask('231e000000020120')).toBe('237c');
	expect(await wire.ask('231e000000010120')).toBe('2300');
	expect((await wire.ask('111e000000')).slice(50, 56)).toBe('010120');
});

test("given names of payment types set up before the start, then table 5 and the paper of a receipt have them, and other rows the factory's", async () => {
	const {register, wire} = await withReceipt({state: withPaymentNames([{slot: 2, name: 'СБП'}])});
	expect(await wire.ask('1f1e00000005020001')).toBe(`1f00d1c1cf${'00'.repeat(54)}`);
	expect(await wire.ask('1f1e00000005030001')).toMatch(/^1f00cecfcbc0d2c02032/);
	await wire.ask(close({2: 10_000}));
	expect(register.tape().join('\n')).toMatch(/СБП +=100\.00/);
});
