// Every trouble of the gateway has its words in both languages: what happened, what is safe, what to do next.
import {describe, expect, test} from 'vitest';
import {
	type CertificateFault,
	type CertificateWarning,
	describeCertificateFault,
	describeCertificateWarning,
	describeGatewayFault,
	describeQrRefusal,
	type GatewayFault,
	gatewayEn,
	gatewayFaultLine,
	gatewayLinkOf,
	gatewayRu,
	type MapProblem,
} from '../../source/core/index.ts';
import {loadWcfMap} from '../../source/gateway/index.ts';

const languages = [
	['ru', gatewayRu, /[а-яё]/i],
	['en', gatewayEn, /^[^а-яё]*$/i],
] as const;

const sentence = /^\S.*[.]$/s;
/** Codes whose detail is the other side's own word, if it has one. The others name a host or a field. */
const mayBeSilent =
	/^(?:CERT|NONCE|SIGN|AGENT|CLOCK|NOT_FOUND|CA_FILE|HTTP_|HTML|TOO_LONG|NOT_JSON|SOMETHING)/;
const codes = Object.keys(gatewayRu.faults);
const faultOf = (code: string, detail = 'host.example:443'): GatewayFault => ({
	kind: 'connect',
	code,
	detail,
});

describe.each(languages)('in %s', (_language, wording, script) => {
	test.each([...codes, 'HTTP_302', 'HTTP_418', 'HTTP_599', 'HTTP_204', 'SOMETHING_NEW'])(
		'given %s, then there are whole sentences',
		(code) => {
			const details = mayBeSilent.test(code) ? ['host.example:443', ''] : ['host.example:443'];
			for (const detail of details) {
				const {link, happened, safe, todo} = describeGatewayFault(faultOf(code, detail), wording);
				for (const text of [happened, safe, todo]) {
					expect(text).toMatch(sentence);
					expect(text).toMatch(script);
					expect(text).not.toMatch(/undefined|null|\[object| {2}|\.\./);
				}
				expect(link).not.toBe('');
				expect(gatewayFaultLine(faultOf(code, detail), wording)).toBe(happened);
			}
		},
	);

	test('given an HTTP code, then its number is told', () => {
		expect(gatewayFaultLine(faultOf('HTTP_502', ''), wording)).toContain('502');
		expect(gatewayFaultLine(faultOf('HTTP_204', ''), wording)).toContain('204');
	});

	test('given both clocks, then both times are told; given one, then the difference is', () => {
		const line = gatewayFaultLine(
			faultOf('CLOCK', 'gateway 2026-01-31T09:10:00Z / till 2026-01-31T09:00:00Z'),
			wording,
		);
		expect(line).toContain('2026-01-31 09:10:00');
		expect(line).toContain('2026-01-31 09:00:00');
		expect(gatewayFaultLine(faultOf('CLOCK', 'till 2026-01-31T09:00:00Z'), wording)).toMatch(/5/);
	});

	test('given each fault of a certificate, then it has its own sentences with the facts in them', () => {
		const validFrom = '2020-01-01T00:00:00.000Z';
		const faults: readonly CertificateFault[] = [
			{code: 'MISSING', file: 'N100.pfx', found: ['N101.pfx']},
			{code: 'MISSING', file: 'N100.pfx', found: []},
			{code: 'UNREADABLE', cause: 'EACCES'},
			{code: 'WRONG_PASSWORD'},
			{code: 'NOT_PKCS12'},
			{code: 'NO_KEY'},
			{code: 'SEVERAL_KEYS', count: 2},
			{code: 'NO_CERTIFICATE'},
			{code: 'TOO_WEAK'},
			{code: 'EXPIRED', validFrom, validTo: '2021-02-03T00:00:00.000Z'},
			{code: 'NOT_YET_VALID', validFrom, validTo: '2121-02-03T00:00:00.000Z'},
		];
		const told = faults.map((fault) => describeCertificateFault(fault, wording));
		for (const words of told) for (const text of Object.values(words)) expect(text).toMatch(sentence);
		expect(new Set(told.map(({happened}) => happened)).size).toBe(faults.length);
		expect(told[0]?.happened).toContain('N101.pfx');
		expect(told[2]?.happened).toContain('EACCES');
		expect(told[9]?.happened).toMatch(/2021/);
	});

	test('given each warning about a certificate, then its facts are told', () => {
		const warnings: readonly CertificateWarning[] = [
			{code: 'OTHER_CN', subjectCn: 'N200', posId: 'N100'},
			{code: 'OTHER_CN', subjectCn: '', posId: 'N100'},
			{code: 'EXPIRES_SOON', validTo: '2026-02-03T00:00:00.000Z', daysLeft: 3},
		];
		const [other, nameless, soon] = warnings.map((warning) => describeCertificateWarning(warning, wording));
		expect(other?.[0]).toContain('N200');
		expect(nameless?.[0]).toContain('N100');
		expect(soon?.[0]).toMatch(/3/);
	});

	test('given each reason to refuse a QR, then it has words; given another, then it is handed through', () => {
		const reasons = Object.keys(wording.qrRefusals);
		for (const reason of reasons) expect(describeQrRefusal(reason, wording)).toMatch(script);
		expect(new Set(Object.values(wording.qrRefusals)).size).toBe(reasons.length);
		expect(describeQrRefusal('constructor', wording)).toBe('constructor');
	});

	test('given a broken map, then each problem has file, line, what is wrong and the mend', () => {
		const loaded = loadWcfMap(
			'{"operations": {"Fly": "x"}, "amount": {"unit": "bottles"}, "lifeTime": 5}',
			'map.json',
		);
		if (loaded.ok) throw new Error('it should be broken');
		const problems: readonly MapProblem[] = loaded.problems;
		for (const problem of problems) {
			const [wrong, mend] = wording.mapProblem(problem);
			expect(wrong).toContain('map.json');
			expect(wrong).toMatch(/1/);
			expect(mend).toMatch(sentence);
		}
		const told = problems.map((problem) => wording.mapProblem(problem).join(' ')).join('\n');
		expect(told).toContain('operations.Fly');
		expect(told).toContain('CreateOrder');
		expect(told).toContain('bottles');
		expect(told).toContain('rubles, kopecks');
	});
});

test('given a fault, then the link it speaks of is named', () => {
	expect(gatewayLinkOf(faultOf('ENOTFOUND'))).toBe('dns');
	expect(gatewayLinkOf(faultOf('HTTP_503'))).toBe('service');
	expect(gatewayLinkOf(faultOf('HTTP_403'))).toBe('certificate');
	expect(gatewayLinkOf(faultOf('SOMETHING_NEW'))).toBe('service');
});
