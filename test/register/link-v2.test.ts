// Link v2: golden frames, the same law as v1 under any harm, and the driver that chooses it by itself.
import fc from 'fast-check';
import {afterEach, describe, expect, test} from 'vitest';
import type {CommandKind, LinkCommand} from '../../source/register/link/command.ts';
import {serialLimits, tcpLimits} from '../../source/register/link/limits.ts';
import {advanceV2} from '../../source/register/link/v2/advance.ts';
import {crc16} from '../../source/register/link/v2/crc.ts';
import {emptyInbox, encodeRequest, syncRequest, take} from '../../source/register/link/v2/frame.ts';
import {idleLinkV2} from '../../source/register/link/v2/state.ts';
import {fromHex, toHex} from '../../source/register/wire/bytes.ts';
import golden from '../golden/register-frames.json' with {type: 'json'};
import {type Pair, receiptOf, startPair} from './support/till.ts';
import {createVirtualLine, type Harm, hexOf, type LineScript} from './support/virtual-line.ts';

const status: LinkCommand = {payload: fromHex('101e000000'), kind: 'read', answerMs: 3000};
const exchangeOf = (id: string) => golden.frames.find((one) => one.id === id)?.exchange ?? [];

describe('given the golden frames of link v2', () => {
	test('when the CRC of 123456789 is taken, then it is 29B1', () => {
		expect(crc16(Buffer.from('123456789'))).toBe(0x29b1);
	});

	test('when the register says its part of rf-78, then we say ours: the number is learnt, the request carries the next', () => {
		let state = idleLinkV2(tcpLimits);
		const said: string[] = [];
		const feed = (input: Parameters<typeof advanceV2>[1]) => {
			const move = advanceV2(state, input, 0);
			state = move.state;
			said.push(...move.send.map(toHex));
			return move.end;
		};
		feed({type: 'start', command: status});
		const ends = exchangeOf('rf-78').flatMap(({from, hex}) =>
			from === 'device' ? [feed({type: 'bytes', bytes: fromHex(hex)})] : [],
		);
		expect(said).toEqual(exchangeOf('rf-78').flatMap(({from, hex}) => (from === 'host' ? [hex] : [])));
		expect(ends.at(-1)).toEqual({type: 'answered', payload: fromHex('10001e92020200009d2ec80100740200')});
	});

	test('when a number holds 8F, then it is stuffed as in rf-79, and read back', () => {
		const [{hex} = {hex: ''}] = exchangeOf('rf-79');
		expect(toHex(encodeRequest(0x8f, status.payload))).toBe(hex);
		let inbox = emptyInbox;
		let read: unknown = null;
		for (const byte of fromHex(hex)) {
			const taken = take(inbox, byte);
			inbox = taken.inbox;
			read = taken.frame ?? read;
		}
		expect(read).toEqual({number: 0x8f, data: status.payload});
		expect(toHex(syncRequest)).toBe('8f00000f1d');
	});
});

const kinds: readonly CommandKind[] = ['read', 'write', 'print', 'continue', 'fiscal'];
const onlyOnce = (kind: CommandKind) => kind !== 'read' && kind !== 'write';
const command = (kind: CommandKind, number: number): LinkCommand => ({
	payload: Uint8Array.of(0x80 + number, 30, 0, 0, 0, 0x8f, 0x9f, 0x81, number),
	kind,
	answerMs: 3000,
});
const byte = fc.oneof(fc.constantFrom(0x8f, 0x9f, 0x81, 0x83, 0), fc.integer({min: 0, max: 255}));
const harm: fc.Arbitrary<Harm> = fc.oneof(
	{weight: 10, arbitrary: fc.constant<Harm>({type: 'none'})},
	{weight: 1, arbitrary: fc.constant<Harm>({type: 'lost'})},
	{weight: 1, arbitrary: fc.constant<Harm>({type: 'doubled'})},
	{weight: 1, arbitrary: byte.map<Harm>((to) => ({type: 'changed', to}))},
	{weight: 1, arbitrary: byte.map<Harm>((by) => ({type: 'preceded', by}))},
	{weight: 1, arbitrary: fc.integer({min: 1, max: 4000}).map<Harm>((ms) => ({type: 'late', ms}))},
);
const script: fc.Arbitrary<LineScript> = fc.record({
	toDevice: fc.array(harm, {maxLength: 80}),
	toHost: fc.array(harm, {maxLength: 80}),
	splits: fc.array(fc.integer({min: 1, max: 12}), {minLength: 1, maxLength: 6}),
	workMs: fc.array(fc.integer({min: 1, max: 8000}), {minLength: 1, maxLength: 4}),
	sendsFiller: fc.constant(false),
	powerCutMs: fc.option(fc.integer({min: 0, max: 9000})),
});
const limits = fc.constantFrom(tcpLimits, serialLimits);
const commands = fc.array(fc.constantFrom(...kinds), {minLength: 1, maxLength: 4});

test('given link v2 on any line and a register that may lose its power, then what must not happen twice never does, and every command ends in time', () => {
	fc.assert(
		fc.property(limits, script, commands, (of, how, order) => {
			const line = createVirtualLine(of, how, 2);
			order.forEach((kind, number) => {
				const {tookMs} = line.run(command(kind, number));
				expect(tookMs).toBeLessThanOrEqual(3 * (3000 + of.replyMs) + (of.enquiries + 3) * of.replyMs);
			});
			const executed = line.settle();
			order.forEach((kind, number) => {
				const payload = hexOf(command(kind, number).payload);
				const times = executed.filter((one) => one === payload).length;
				if (onlyOnce(kind)) expect(times).toBeLessThanOrEqual(1);
			});
		}),
		{numRuns: 600},
	);
});

test('given link v2 on a clean line, then every command is answered and carried out once', () => {
	fc.assert(
		fc.property(limits, script, commands, (of, how, order) => {
			const clean = {
				...how,
				toDevice: [],
				toHost: [],
				powerCutMs: null,
				workMs: how.workMs.map((ms) => ms % 2900),
			};
			const line = createVirtualLine(of, clean, 2);
			order.forEach((kind, number) => {
				expect(line.run(command(kind, number)).end.type).toBe('answered');
			});
			expect(line.settle()).toHaveLength(order.length);
		}),
		{numRuns: 200},
	);
});

describe('given a register that knows link v2', () => {
	let pair: Pair | null = null;
	afterEach(async () => {
		await pair?.end();
		pair = null;
	});

	test('when it is checked, then the driver goes over to v2 by itself, and a receipt is made over it', async () => {
		pair = await startPair({model: 'm-02f-v2'});
		const controls = new Set<string>();
		await pair.driver.preflight();
		pair.driver.onTrace((line) => 'control' in line && line.from === 'host' && controls.add(line.control));
		const prepared = await pair.driver.prepareReceipt();
		if (prepared.type !== 'ready') throw new Error(prepared.fault.text);
		expect((await pair.driver.printReceipt(receiptOf(500), prepared.before)).type).toBe('closed');
		expect(controls).toEqual(new Set());
		expect(pair.device.closedReceipts()).toBe(1);
	});

	test('when the answer to the close is lost over v2, then the documents tell', async () => {
		pair = await startPair({model: 'm-02f-v2'});
		await pair.driver.preflight();
		const prepared = await pair.driver.prepareReceipt();
		if (prepared.type !== 'ready') throw new Error(prepared.fault.text);
		pair.device.control.inject({fault: 'loseClose', command: 'FF45'});
		const order = receiptOf(500);
		const end = await pair.driver.printReceipt(order, prepared.before);
		const settled = end.type === 'unknown' ? await pair.driver.settleReceipt(order, prepared.before) : end;
		expect(settled.type).toBe('closed');
		expect(pair.device.closedReceipts()).toBe(1);
	});
});
