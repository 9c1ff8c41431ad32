// The law of the link: whatever the line does to bytes, nothing fiscal is carried out twice, and every command ends in time.
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {CommandKind, LinkCommand} from '../../source/register/link/command.ts';
import {type LinkLimits, serialLimits, tcpLimits} from '../../source/register/link/limits.ts';
import {createVirtualLine, type Harm, hexOf, type LineScript} from './support/virtual-line.ts';

const kinds: readonly CommandKind[] = ['read', 'write', 'print', 'continue', 'fiscal'];
const onlyOnce = (kind: CommandKind) => kind === 'print' || kind === 'continue' || kind === 'fiscal';

const command = (kind: CommandKind, number: number): LinkCommand => ({
	payload: Uint8Array.of(0x80 + number, 30, 0, 0, 0, 5, 6, 2, 0x15, number),
	kind,
	answerMs: 3000,
});

const interesting = fc.constantFrom(0x02, 0x05, 0x06, 0x15, 0xff, 0x00);
const anyByte = fc.oneof(interesting, fc.integer({min: 0, max: 255}));

const harmWith = (byte: fc.Arbitrary<number>): fc.Arbitrary<Harm> =>
	fc.oneof(
		{weight: 8, arbitrary: fc.constant<Harm>({type: 'none'})},
		{weight: 1, arbitrary: fc.constant<Harm>({type: 'lost'})},
		{weight: 1, arbitrary: fc.constant<Harm>({type: 'doubled'})},
		{weight: 1, arbitrary: byte.map<Harm>((to) => ({type: 'changed', to}))},
		{weight: 1, arbitrary: byte.map<Harm>((by) => ({type: 'preceded', by}))},
		{weight: 1, arbitrary: fc.integer({min: 1, max: 4000}).map<Harm>((ms) => ({type: 'late', ms}))},
	);

const scriptWith = (toDevice: fc.Arbitrary<number>, toHost: fc.Arbitrary<number>): fc.Arbitrary<LineScript> =>
	fc.record({
		toDevice: fc.array(harmWith(toDevice), {maxLength: 60}),
		toHost: fc.array(harmWith(toHost), {maxLength: 60}),
		splits: fc.array(fc.integer({min: 1, max: 12}), {minLength: 1, maxLength: 6}),
		workMs: fc.array(fc.integer({min: 1, max: 8000}), {minLength: 1, maxLength: 4}),
		sendsFiller: fc.boolean(),
		powerCutMs: fc.option(fc.integer({min: 0, max: 9000})),
	});

const limits: fc.Arbitrary<LinkLimits> = fc.constantFrom(tcpLimits, serialLimits);
const commands = fc.array(fc.constantFrom(...kinds), {minLength: 1, maxLength: 4});

/** A bound by counting: every wait of the machine belongs to an ENQ, a frame, an answer or a stray transmission. */
const longestMs = (of: LinkLimits, {answerMs}: LinkCommand): number =>
	3 * answerMs +
	(of.enquiries + of.sends + 4 * of.reads + 2 * 12) *
		(of.replyMs + of.acceptMs + 4 * of.byteMs + 20 * of.quietMs);

describe('given a line that loses, changes, doubles, adds and holds up bytes, and a register that may lose its power', () => {
	const script = scriptWith(anyByte, anyByte);

	test('when commands go over it, then what must not happen twice never does, and without link nothing does', () => {
		fc.assert(
			fc.property(limits, script, commands, (of, how, order) => {
				const line = createVirtualLine(of, how);
				const ends = order.map((kind, number) => line.run(command(kind, number)).end.type);
				const executed = line.settle();
				order.forEach((kind, number) => {
					const payload = hexOf(command(kind, number).payload);
					const times = executed.filter((one) => one === payload).length;
					if (onlyOnce(kind)) expect(times).toBeLessThanOrEqual(ends[number] === 'noLink' ? 0 : 1);
				});
			}),
			{numRuns: 1500},
		);
	});

	test('when commands go over it, then each ends within its time', () => {
		fc.assert(
			fc.property(limits, script, commands, (of, how, order) => {
				const line = createVirtualLine(of, how);
				order.forEach((kind, number) => {
					const one = command(kind, number);
					expect(line.run(one).tookMs).toBeLessThanOrEqual(longestMs(of, one));
				});
			}),
			{numRuns: 500},
		);
	});
});

describe('given a line that is in time and makes none of the four control bytes out of others', () => {
	const plain = fc.integer({min: 0, max: 255}).filter((byte) => ![0x02, 0x05, 0x06, 0x15].includes(byte));
	const inTime = (harms: readonly Harm[]) => harms.filter(({type}) => type !== 'late');
	const script = scriptWith(plain, plain).map((how) => ({
		...how,
		toDevice: inTime(how.toDevice),
		toHost: inTime(how.toHost),
	}));

	test('when a command is answered, then the register did carry it out; when it was not taken, then it did not', () => {
		fc.assert(
			fc.property(limits, script, commands, (of, how, order) => {
				const line = createVirtualLine(of, {...how, powerCutMs: null});
				const results = order.map((kind, number) => line.run(command(kind, number)));
				const executed = line.settle();
				order.forEach((kind, number) => {
					const result = results[number];
					// XOR lets some doubled bytes pass: what was carried out may then be another command, but something was.
					if (result?.end.type === 'answered') expect(result.executed.length).toBeGreaterThan(0);
					const isSurelyNot =
						onlyOnce(kind) && (result?.end.type === 'noLink' || result?.end.type === 'notTaken');
					if (isSurelyNot) expect(executed).not.toContain(hexOf(command(kind, number).payload));
				});
			}),
			{numRuns: 600},
		);
	});
});

test('given a clean line, when it is cut into any pieces, then every command is answered and carried out once', () => {
	const clean = scriptWith(anyByte, anyByte).map((script) => ({
		...script,
		toDevice: [],
		toHost: [],
		powerCutMs: null,
		workMs: script.workMs.map((ms) => ms % 2900),
	}));
	fc.assert(
		fc.property(limits, clean, commands, (of, how, order) => {
			const line = createVirtualLine(of, how);
			order.forEach((kind, number) => {
				expect(line.run(command(kind, number)).end.type).toBe('answered');
			});
			expect(line.settle()).toHaveLength(order.length);
		}),
		{numRuns: 200},
	);
});
