// The QR check against the golden vectors: what is refused, and by which reason.
import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {PaymentSystem} from '../../source/core/index.ts';
import {crc16} from '../../source/gateway/crc16.ts';
import {checkQr, type QrVerdict} from '../../source/gateway/index.ts';

type Vector = {
	readonly name: string;
	readonly system: PaymentSystem;
	readonly amount: number;
	readonly gateway?: 'loopback';
	readonly payload: string;
	readonly verdict: 'ok' | 'refused';
	readonly reason: string | null;
	readonly reasonsAlsoRight?: readonly string[];
};
type Golden = {
	readonly vectors: readonly Vector[];
	readonly undecided: readonly {
		readonly payload: string;
		readonly question: string;
		readonly advice: string;
	}[];
};

const golden = JSON.parse(
	readFileSync(new URL('../golden/qr-payloads.json', import.meta.url), 'utf8'),
) as Golden;

const reasonOf = (verdict: QrVerdict): string | null => (verdict.ok ? null : verdict.reason);

const sbp = (payload: string, amountKopecks = 10_000): string | null =>
	reasonOf(checkQr({payload, system: 'sbp', amountKopecks, isLoopbackGateway: false}));

/** A СБП link with the CRC that fits it. */
const signed = (link: string): string =>
	`${link}&crc=${crc16(link).toString(16).toUpperCase().padStart(4, '0')}`;

describe('the QR check gives the golden verdict', () => {
	test.each(golden.vectors.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
		const reason = reasonOf(
			checkQr({
				payload: vector.payload,
				system: vector.system,
				amountKopecks: vector.amount,
				isLoopbackGateway: vector.gateway === 'loopback',
			}),
		);
		expect(vector.reason === null ? [null] : [vector.reason, ...(vector.reasonsAlsoRight ?? [])]).toContain(
			reason,
		);
	});
});

describe('the QR check follows the advice where the contract leaves a question open', () => {
	test.each(golden.undecided.map((one) => [one.question, one] as const))(
		'%s',
		(_question, {payload, advice}) => {
			const system = payload.startsWith('weixin') ? 'wechat' : 'sbp';
			const verdict = checkQr({payload, system, amountKopecks: 10_000, isLoopbackGateway: false});
			expect(reasonOf(verdict)).toBe(/^refuse \(([a-z-]+)\)/.exec(advice)?.[1] ?? null);
		},
	);
});

describe('the QR check is not led astray', () => {
	test('given the check value of the algorithm, then the CRC is 29B1h', () => {
		expect(crc16('123456789')).toBe(0x29b1);
	});

	test('given a second sum written with an escape, when its CRC fits, then it is a repeated parameter', () => {
		expect(sbp(signed('https://qr.nspk.ru/AD1?sum=10000&s%75m=1&cur=RUB'))).toBe('repeated');
	});

	test('given a right CRC only in the fragment, then the link is refused', () => {
		expect(sbp(signed('https://qr.nspk.ru/AD1?sum=10000&cur=RUB#x'))).toBe('crc-form');
		expect(sbp('https://qr.nspk.ru/AD1?sum=10000&cur=RUB#x')).toBe('form');
	});

	test('given .example for a gateway on loopback, then neither the bare name nor a look-alike passes', () => {
		for (const host of ['example', 'x.example.evil', 'xexample', '.example']) {
			const verdict = checkQr({
				payload: `https://${host}/AD1`,
				system: 'sbp',
				amountKopecks: 1,
				isLoopbackGateway: true,
			});
			expect(verdict.ok, host).toBe(false);
		}
	});

	test('given any link with a fitting CRC, when one character of it changes, then it is refused', () => {
		const link = signed('https://qr.nspk.ru/AD1000TESTKASSA00000000000000001?type=02&sum=10000&cur=RUB');
		fc.assert(
			fc.property(fc.nat(link.length - 1), fc.integer({min: 0x21, max: 0x7e}), (at, code) => {
				const character = String.fromCharCode(code);
				// The host may change its case, and that alone; a link whose `crc` has another name is one without a CRC.
				fc.pre(at < link.lastIndexOf('crc=') || at > link.lastIndexOf('crc=') + 3);
				fc.pre(link[at]?.toLowerCase() !== character.toLowerCase());
				expect(sbp(`${link.slice(0, at)}${character}${link.slice(at + 1)}`)).not.toBeNull();
			}),
		);
	});

	test('given any text at all, then the check ends with a verdict', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary', maxLength: 600}), fc.boolean(), (payload, isLoopbackGateway) => {
				const verdict = checkQr({payload, system: 'webmoney', amountKopecks: 1, isLoopbackGateway});
				expect(typeof verdict.ok).toBe('boolean');
			}),
		);
	});
});
