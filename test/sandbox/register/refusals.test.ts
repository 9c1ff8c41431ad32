// What a real register refuses, this one refuses by the same code, and changes nothing.
import {expect, test} from 'vitest';
import type {VirtualRegisterOptions} from '../../../source/sandbox/register/index.ts';
import {
	beep,
	cancel,
	close,
	close4,
	close16,
	closeShift,
	cut,
	feed,
	line,
	openReceipt,
	openShift,
	operation,
	qr,
	shortStatus,
	storageStatus,
	subtotal,
} from './requests.ts';
import {started} from './started.ts';

type Refusal = {
	readonly given: string;
	readonly before?: readonly string[];
	readonly request: string;
	readonly answer: string;
	readonly options?: VirtualRegisterOptions;
};

const shift = [openShift];
const receipt = [openShift, openReceipt()];
const hundred = [...receipt, operation()];
const write = (place: string, value: string) => `1e1e000000${place}${value}`;

const refusals: readonly Refusal[] = [
	{given: 'an unknown command', request: 'aa1e000000', answer: 'aa37'},
	{given: 'an unknown command of the storage', request: 'ff771e000000', answer: 'ff7737'},
	{given: 'a request too short', request: '101e0000', answer: '107e'},
	{given: 'a request too long', request: `${beep}00`, answer: '137e'},
	{given: 'a price form that is cut', before: receipt, request: operation().slice(0, 60), answer: 'ff467e'},
	{given: 'a wrong password', request: '1363000000', answer: '134f'},
	{given: 'a cashier’s password for a table', request: '1f0100000005010001', answer: '1f4f'},
	{given: 'a cashier’s password for the storage', request: 'ff0101000000', answer: 'ff014f'},
	{given: 'a shift that is open', before: shift, request: openShift, answer: 'e03c'},
	{given: 'a closed shift, a receipt', request: openReceipt(), answer: '8d3d'},
	{given: 'a closed shift, its closing', request: closeShift, answer: '413d'},
	{given: 'a closed shift, a position', request: operation(), answer: 'ff463d'},
	{given: 'a closed shift, a close', request: close({1: 1}), answer: 'ff4555'},
	{given: 'an open receipt, another', before: receipt, request: openReceipt(), answer: '8d4a'},
	{given: 'an open receipt, the shift’s closing', before: receipt, request: closeShift, answer: '414a'},
	{given: 'an open receipt, the report', before: receipt, request: '401e000000', answer: '404a'},
	{given: 'an open receipt, the cutter', before: receipt, request: cut, answer: '2573'},
	{given: 'an open receipt, the feed', before: receipt, request: feed(1), answer: '2973'},
	{given: 'an open receipt, a table', before: receipt, request: write('05020001', 'c0'), answer: '1e73'},
	{given: 'an open receipt, cash', before: receipt, request: '501e0000000100000000', answer: '504a'},
	{given: 'no receipt, the cancel', before: shift, request: cancel, answer: '8873'},
	{given: 'no receipt, the subtotal', before: shift, request: subtotal, answer: '8973'},
	{given: 'no receipt, a close', before: shift, request: close({1: 10_000}), answer: 'ff4555'},
	{given: 'no receipt, the old close', before: shift, request: close4({1: 10_000}), answer: '8555'},
	{given: 'no receipt, a tag', before: shift, request: 'ff0c1e000000f003010031', answer: 'ff0c73'},
	{given: 'a kind of receipt that is none', before: shift, request: openReceipt(4), answer: '8d33'},
	{given: 'payment below the total', before: hundred, request: close({2: 9999}), answer: 'ff4545'},
	{
		given: 'cashless payment above the total',
		before: hundred,
		request: close({2: 9999, 13: 2}),
		answer: 'ff454d',
	},
	{given: 'the old close below the total', before: hundred, request: close4({4: 9999}), answer: '8545'},
	{
		given: 'the close of 16 slots above the total',
		before: hundred,
		request: close16({16: 10_001}),
		answer: '8e4d',
	},
	{
		given: 'a tax system of two bits',
		before: hundred,
		request: close({2: 10_000}, {system: 3}),
		answer: 'ff4533',
	},
	{
		given: 'a rounding of a rouble',
		before: hundred,
		request: close({2: 10_000}, {rounding: 100}),
		answer: 'ff4533',
	},
	{given: 'a receipt without positions', before: receipt, request: close({}), answer: 'ff458e'},
	{
		given: 'a receipt on zero, where table 1 forbids it',
		before: [...receipt, operation({price: 0})],
		request: close({}),
		answer: 'ff458e',
	},
	{
		given: 'a sum past ten digits in slot 2',
		before: hundred,
		request: close({2: 10_000_000_000}),
		answer: 'ff4542',
	},
	{
		given: 'a sum past ten digits in slot 1',
		before: hundred,
		request: close({1: 10_000_000_000}),
		answer: 'ff4541',
	},
	{
		given: 'a cash refund with no cash in the till',
		before: [openShift, openReceipt(2), operation({kind: 2})],
		request: close({1: 10_000}),
		answer: 'ff4546',
	},
	{given: 'another kind of operation', before: receipt, request: operation({kind: 2}), answer: 'ff4649'},
	{given: 'an operation that is none', before: receipt, request: operation({kind: 5}), answer: 'ff4633'},
	{given: 'a quantity of zero', before: receipt, request: operation({millionths: 0}), answer: 'ff4633'},
	{given: 'a rate that is none', before: receipt, request: operation({rate: 3}), answer: 'ff4633'},
	{given: 'a department past 16', before: receipt, request: operation({department: 17}), answer: 'ff4663'},
	{given: 'a sum two kopecks off', before: receipt, request: operation({sum: 10_002}), answer: 'ff4633'},
	{
		given: 'a price past ten digits',
		before: receipt,
		request: operation({price: 10_000_000_000}),
		answer: 'ff4661',
	},
	{
		given: 'a total past ten digits',
		before: [...receipt, operation({price: 9_999_999_999})],
		request: operation({price: 1}),
		answer: 'ff4648',
	},
	{given: 'a table that is not there', request: '2d1e00000063', answer: '2d5d'},
	{given: 'a row that is not there', request: '1f1e00000005110001', answer: '1f5d'},
	{given: 'a field that is not there', request: '2e1e0000000502', answer: '2e5d'},
	{given: 'the fixed name of slot 1', request: write('05010001', 'c0'), answer: '1e7a'},
	{given: 'a fixed field of the storage', request: write('12010001', '31'), answer: '1e7a'},
	{given: 'a number out of bounds', request: write('11010007', '03'), answer: '1e33'},
	{given: 'a number of another size', request: write('11010007', '0100'), answer: '1e7e'},
	{given: 'a text longer than its field', request: write('05020001', 'c0'.repeat(58)), answer: '1e7e'},
	{given: 'an open shift, a tax rate', before: shift, request: write('06010001', 'd007'), answer: '1ec7'},
	{given: 'a TLV that ends too early', before: receipt, request: 'ff0c1e000000f003050031', answer: 'ff0c09'},
	{
		given: 'an address of 65 letters',
		before: receipt,
		request: `ff0c1e000000f0034100${'31'.repeat(65)}`,
		answer: 'ff0c10',
	},
	{given: 'a document that is not there', request: 'ff0a1e00000063000000', answer: 'ff0a08'},
	{given: 'code data that were never loaded', request: qr('abc').at(-1) ?? '', answer: 'de34'},
	{
		given: 'a code wider than the paper',
		before: qr('a'.repeat(640), {dot: 8}).slice(0, -1),
		request: qr('a'.repeat(640), {dot: 8}).at(-1) ?? '',
		answer: 'de33',
	},
	{
		given: 'a code of a kind it can’t',
		request: 'de1e00000000030000000005000101',
		answer: 'de36',
	},
	{given: 'B0h while nothing waits', request: 'b01e000000', answer: 'b072'},
	{given: 'no document to repeat', request: '8c1e000000', answer: '8c56'},
	{given: 'more cash out than there is', request: '511e0000000100000000', answer: '5146'},
	{given: 'graphics past the last line', request: `c01e000000c9${'00'.repeat(40)}`, answer: 'c033'},
	{given: 'graphics-512 of another length', request: '4e1e000000400100010001ff', answer: '4e7e'},
	{
		given: 'a device without storage, its commands',
		options: {model: 'fr-k'},
		request: storageStatus,
		answer: 'ff37',
	},
	{
		given: 'a device without an encoder',
		options: {model: 'no-barcode'},
		request: qr('a')[0] ?? '',
		answer: 'dd37',
	},
	{
		given: 'a device without graphics-512',
		options: {model: 'raster-only'},
		request: '4d1e00000001000100010102',
		answer: '4d37',
	},
	{
		given: 'an old core, FF46h',
		options: {model: 'old-core'},
		before: receipt,
		request: operation(),
		answer: 'ff4637',
	},
	{
		given: 'an old core, FF45h',
		options: {model: 'old-core'},
		before: receipt,
		request: close({}),
		answer: 'ff4537',
	},
	{
		given: 'an old core, a text that is not padded',
		options: {model: 'old-core'},
		request: '171e00000002c0',
		answer: '177e',
	},
	{given: 'no F7h', options: {model: 'fr-k'}, request: 'f701', answer: 'f737'},
	{
		given: 'a storage that is full',
		options: {state: {storageError: 0x14}},
		request: openShift,
		answer: 'e014',
	},
	{
		given: 'printing that goes on',
		options: {printMs: 60_000},
		before: [line('x')],
		request: line('y'),
		answer: '1750',
	},
	{
		given: 'a mode that awaits the date',
		options: {state: {forcedMode: 6}},
		request: openShift,
		answer: 'e073',
	},
];

test.each(refusals)('given $given, then $answer', async ({before = [], request, answer, options = {}}) => {
	const {register, wire} = await started(options);
	for (const payload of before) expect(await wire.ask(payload)).toMatch(/^(ff)?..00/);
	const state = register.state();
	expect(await wire.ask(request)).toBe(answer);
	expect(register.state()).toEqual(state);
	expect(await wire.ask(shortStatus)).toMatch(/^1000/);
});
