import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {doctorCheckIds, type GatewayFault} from '../../source/core/index.ts';
import {checks} from '../../source/doctor/checks.ts';
import {diagnose} from '../../source/doctor/diagnose.ts';
import {summaryOf} from '../../source/doctor/summary.ts';
import {allWell, register, seen, steps, wellPong} from './samples.ts';

const brokenIn = (all: Parameters<typeof diagnose>[0]) =>
	diagnose(all)
		.filter(({verdict}) => verdict === 'broken')
		.map(({id}) => id);

const afterIn = (all: Parameters<typeof diagnose>[0]) =>
	Object.fromEntries(
		diagnose(all).flatMap((row) =>
			row.verdict === 'skipped' && row.because.code === 'AFTER' ? [[row.id, row.because.id]] : [],
		),
	);

const fault = (code: string): GatewayFault => ({kind: 'http', code, detail: ''});

describe('the broken link is named alone', () => {
	test('given a till that is well, then every row is ✓ and the exit code is 0', () => {
		const rows = diagnose(allWell);
		expect(rows.map(({id}) => id)).toEqual([...doctorCheckIds]);
		expect(rows.filter(({verdict}) => verdict !== 'ok')).toEqual([]);
		expect(summaryOf(rows).exitCode).toBe(0);
	});

	test('given no till at all, then only what needs none is judged, and the exit code is 3', () => {
		const notTried = {type: 'notTried'} as const;
		const problem = {
			code: 'noTill',
			file: '/till',
			line: null,
			column: null,
			key: null,
			value: null,
			params: {},
		} as const;
		const all = {
			...allWell,
			settings: seen({type: 'faulty', problems: [problem]} as const),
			certificate: notTried,
			gateway: notTried,
			register: notTried,
			display: notTried,
			disk: seen({type: 'noFolder'} as const),
			journal: seen({type: 'noFolder'} as const),
		};
		expect(brokenIn(all)).toEqual(['settings']);
		expect(new Set(Object.values(afterIn(all)))).toEqual(new Set(['settings']));
		expect(summaryOf(diagnose(all)).exitCode).toBe(3);
	});

	test('given no certificate, then name and connection are judged all the same, and the rest waits for it', () => {
		const all = {
			...allWell,
			certificate: seen({type: 'fault', fault: {code: 'WRONG_PASSWORD'}} as const),
			gateway: seen({host: 'gw', steps: steps('tcp'), pong: null}),
		};
		expect(brokenIn(all)).toEqual(['certificate']);
		expect(afterIn(all)).toEqual(
			Object.fromEntries(
				['tls', 'clientCertificate', 'service', 'signature', 'clock', 'systems'].map((id) => [
					id,
					'certificate',
				]),
			),
		);
	});

	test('given a connection that fails, then its row is broken and all behind it names that row', () => {
		const refused = {step: 'tcp', ms: 1, ok: false, fault: fault('ECONNREFUSED')} as const;
		const all = {...allWell, gateway: seen({host: 'gw', steps: [...steps('dns'), refused], pong: null})};
		expect(brokenIn(all)).toEqual(['tcp']);
		expect(new Set(Object.values(afterIn(all)))).toEqual(new Set(['tcp']));
	});

	test('given a gateway that refuses our clock, then nothing is said of the signature, which stands above it', () => {
		const off = {step: 'clock', ms: 1, ok: false, fault: fault('CLOCK')} as const;
		const all = {...allWell, gateway: seen({host: 'gw', steps: [...steps('signature'), off], pong: null})};
		expect(brokenIn(all)).toEqual(['clock']);
		expect(afterIn(all)).toEqual({signature: 'clock', systems: 'clock'});
	});

	test('given a tolerant gateway and a clock that is off, then its answer has proved the signature', () => {
		const off = {step: 'clock', ms: 1, ok: false, fault: fault('CLOCK')} as const;
		const all = {
			...allWell,
			gateway: seen({host: 'gw', steps: [...steps('signature'), off], pong: wellPong}),
		};
		expect(afterIn(all)).toEqual({systems: 'clock'});
	});

	test('given words that are no JSON, then the service is to blame and not the clock', () => {
		const nonsense = {step: 'answer', ms: 1, ok: false, fault: fault('NOT_JSON')} as const;
		const all = {...allWell, gateway: seen({host: 'gw', steps: [...steps('clock'), nonsense], pong: null})};
		expect(brokenIn(all)).toEqual(['service']);
		expect(afterIn(all)).toEqual({signature: 'service', clock: 'service', systems: 'service'});
	});

	test('given a dialect without a test question, then what only it can tell is left open', () => {
		const none = {step: 'service', ms: 0, ok: false, fault: fault('NO_OPERATION')} as const;
		const all = {...allWell, gateway: seen({host: 'gw', steps: [...steps('certificate'), none], pong: null})};
		expect(brokenIn(all)).toEqual([]);
		const open = diagnose(all).filter((row) => row.verdict === 'skipped' && row.because.code === 'NO_PING');
		expect(open.map(({id}) => id)).toEqual(['clientCertificate', 'service', 'signature', 'clock', 'systems']);
	});

	test('given a register that refuses the password, then its line is well and the rest waits for its state', () => {
		const says = {code: 'E4F', text: 'Неверный пароль.', advice: 'Проверьте.'};
		const all = {...allWell, register: seen({type: 'refuses', address: 'r:1', fault: says} as const)};
		expect(brokenIn(all)).toEqual(['registerState']);
		expect(afterIn(all)).toEqual({
			shift: 'registerState',
			paper: 'registerState',
			storage: 'registerState',
		});
	});

	test("given somebody's open receipt and no paper, then both are named: neither leans on the other", () => {
		const all = {...allWell, register: register({mode: 8, operations: 2, submode: 1})};
		expect(brokenIn(all)).toEqual(['registerState', 'paper']);
	});

	test('given a journal that a broken disk does not give, then the disk is to blame', () => {
		const failed = seen({type: 'failed', fault: {code: 'DISK_ERROR', detail: ''}} as const);
		expect(brokenIn({...allWell, journal: failed})).toEqual(['journal']);
		const all = {...allWell, journal: failed, disk: seen({type: 'refused', errno: 'EIO'} as const)};
		expect(brokenIn(all)).toEqual(['disk']);
		expect(afterIn(all)).toEqual({journal: 'disk'});
	});

	test('given a probe that came to no end, then the first row that rests on it says so, and it alone', () => {
		expect(brokenIn({...allWell, gateway: {type: 'late', limitS: 14}})).toEqual(['dns']);
		expect(brokenIn({...allWell, register: {type: 'failed', detail: 'TypeError'}})).toEqual(['registerLink']);
	});
});

test('whatever was seen, no row is broken that leans on one which is, and each names the root', () => {
	const probed = <Seen>(well: Seen) =>
		fc.constantFrom(well, {type: 'late', limitS: 1} as const, {type: 'failed', detail: 'x'} as const);
	const brokenGateways = (
		['dns', 'tcp', 'tls', 'certificate', 'service', 'signature', 'clock', 'answer'] as const
	).map((step) => {
		const link = {dns: 'ENOTFOUND', tcp: 'ECONNREFUSED', tls: 'TLS_CLOSED', certificate: 'CERT'} as const;
		const code = {...link, service: 'HTML', signature: 'SIGN', clock: 'CLOCK', answer: 'NOT_JSON'}[step];
		const before = steps(step).slice(0, -1);
		return seen({
			host: 'gw',
			steps: [...before, {step, ms: 1, ok: false, fault: fault(code)} as const],
			pong: null,
		});
	});
	fc.assert(
		fc.property(
			fc.record({
				...allWell,
				settings: fc.constant(allWell.settings),
				certificate: probed(allWell.certificate),
				gateway: fc.oneof(probed(allWell.gateway), fc.constantFrom(...brokenGateways)),
				register: fc.oneof(
					probed(allWell.register),
					fc
						.record({mode: fc.nat(15), submode: fc.nat(5), hasPaper: fc.boolean(), isCoverOpen: fc.boolean()})
						.map((facts) => register(facts)),
				),
				display: probed(allWell.display),
				terminal: fc.constant(allWell.terminal),
				disk: probed(allWell.disk),
				journal: probed(allWell.journal),
				version: probed(allWell.version),
			}),
			(all) => {
				const rows = new Map(diagnose(all).map((row) => [row.id, row]));
				for (const [id, row] of rows) {
					const needed = checks[id].needs.map((need) => rows.get(need)?.verdict);
					if (needed.some((verdict) => verdict === 'broken' || verdict === 'skipped')) {
						expect(row.verdict).toBe('skipped');
					}
					if (row.verdict === 'skipped' && row.because.code === 'AFTER') {
						expect(rows.get(row.because.id)?.verdict).toBe('broken');
					}
				}
			},
		),
	);
});
