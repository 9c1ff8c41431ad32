// Paper that ends: before, inside and after what is printed; submodes, B0h, the document printed again.
import {expect, test} from 'vitest';
import {close, continuePrint, line, openReceipt, openShift, shortStatus} from './requests.ts';
import {started, withReceipt, withShift} from './started.ts';
import type {Wire} from './wire.ts';

const paid = close({2: 10_000});
const closedAnswer = 'ff4500000000000003000000035ed0b2';

const submode = async (wire: Wire): Promise<string> => (await wire.ask(shortStatus)).slice(12, 14);

test('given paperOutBefore, then the command is refused by 6Bh and goes again after new paper', async () => {
	const {register, wire} = await withReceipt({faults: [{fault: 'paperOutBefore', command: 'FF45'}]});
	expect(await wire.ask(paid)).toBe('ff456b');
	expect(await submode(wire)).toBe('01');
	register.control.loadPaper();
	expect(await submode(wire)).toBe('00');
	expect(await wire.ask(paid)).toBe(closedAnswer);
});

test('given paperOutInside a close, then it was closed once; B0 prints the whole document again', async () => {
	const {register, wire} = await withReceipt({faults: [{fault: 'paperOutInside', command: 'FF45'}]});
	expect(await wire.ask(paid)).toBe(closedAnswer);
	expect(await submode(wire)).toBe('02');
	expect(await wire.ask(line('x'))).toBe('176b');
	expect(register.tape().at(-1)).toBe('ДОКУМЕНТ НЕДЕЙСТВИТЕЛЕН');
	register.control.loadPaper();
	expect(await submode(wire)).toBe('03');
	expect(await wire.ask(line('x'))).toBe('1758');
	const before = register.tape().length;
	expect(await wire.ask(continuePrint)).toBe('b0001e');
	expect(register.tape().slice(before).join('\n')).toMatch(/МАГАЗИН[\s\S]*ИТОГ[\s\S]*ФД 3/);
	expect(await submode(wire)).toBe('00');
	expect(register.closedReceipts()).toBe(1);
});

test('given paper that ends again before B0, then B0 says 6Bh and works after the next roll', async () => {
	const {register, wire} = await withReceipt({faults: [{fault: 'paperOutInside', command: 'FF45'}]});
	await wire.ask(paid);
	for (const isPresent of [true, false]) register.control.setPaper(isPresent);
	expect(await wire.ask(continuePrint)).toBe('b06b');
	register.control.loadPaper();
	expect(await wire.ask(continuePrint)).toBe('b0001e');
});

test('given paperOutAfter, then all is printed and the next print is refused', async () => {
	const {register, wire} = await withReceipt({faults: [{fault: 'paperOutAfter', command: 'FF45'}]});
	expect(await wire.ask(paid)).toBe(closedAnswer);
	expect(register.tape().join('\n')).toMatch(/ФД 3/);
	expect(await submode(wire)).toBe('01');
	expect(await wire.ask(openReceipt())).toBe('8d6b');
});

test('given paperOutInside at a command that prints nothing, then the paper ends with nothing under way', async () => {
	const {wire} = await withShift({faults: [{fault: 'paperOutInside', command: '8D'}]});
	expect(await wire.ask(openReceipt())).toBe('8d001e');
	expect(await submode(wire)).toBe('01');
});

test('given paperOutInside at a refused command, then the paper stays', async () => {
	const {wire} = await started({faults: [{fault: 'paperOutInside', command: '8D'}]});
	expect(await wire.ask(openReceipt())).toBe('8d3d');
	expect(await submode(wire)).toBe('00');
});

test('given a model that answers 72h, then it does so while a document waits for paper', async () => {
	const {wire} = await withReceipt({model: 'retail', faults: [{fault: 'paperOutInside', command: 'FF45'}]});
	await wire.ask(paid);
	expect(await wire.ask(line('x'))).toBe('1772');
});

test('given printing that takes time, when paper is taken out meanwhile, then the document waits for it', async () => {
	let nowMs = Date.now();
	const {register, wire} = await started({printMs: 10, nowMs: () => nowMs});
	await wire.ask(openShift);
	expect(await submode(wire)).toBe('05');
	register.control.setPaper(false);
	expect(await submode(wire)).toBe('02');
	register.control.loadPaper();
	nowMs += 60_000;
	expect(await wire.ask(continuePrint)).toBe('b0001e');
	expect(await submode(wire)).toBe('05');
	nowMs += 60_000;
	expect(await submode(wire)).toBe('00');
});
