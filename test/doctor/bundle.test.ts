// What leaves the shop: enough for support, and nothing that opens or pays anything.
import {existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {openBundleFile} from '../../source/cli/doctor/bundle-file.ts';
import {secretsRemover, shortenBody, shortenQr} from '../../source/doctor/index.ts';
import {hashPin} from '../../source/settings/index.ts';
import {qr} from '../core/samples.ts';
import {type Lab, openLab} from './matrix/lab.ts';
import {leftUnresolved, paidAndClosed, writePayments} from './matrix/payments.ts';
import {runProgram} from './matrix/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'qrkassa-bundle-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe('shortening', () => {
	test.each([
		[
			'https://qr.nspk.ru/AD10006M8KH234K782OQM0L13JI31LQD?type=02&sum=100',
			'https://qr.nspk.ru/AD10…1LQD?type=02&sum=100',
		],
		['weixin://wxpay/bizpayurl?pr=NwY5Mz9', 'weixin://wxpay/bizp…yurl?pr=NwY5Mz9'],
		['wxp://f2f0jR5kQ7dE1cS9aB2xL4mN6oP8qT0v', 'wxp://f2f0…qT0v'],
		['https://qr.alipay.com/bax01234xyz', 'https://qr.alipay.com/bax0…4xyz'],
		['nothing that we know at all', 'noth… all'],
	])('%s', (text, short) => {
		expect(shortenQr(text)).toBe(short);
	});

	test('in a row the code and the customer’s addresses are shortened, at any depth, and nothing else is', () => {
		expect(
			shortenBody({
				qr,
				amountKopecks: 125_000,
				receipt: {email: 'ivan@shop.example', phone: '+79991234567', lines: [{name: 'Кофе'}]},
			}),
		).toEqual({
			qr: 'https://qr.nspk.ru/AD10…0001?type=02&sum=125000&cur=RUB',
			amountKopecks: 125_000,
			receipt: {email: 'ivan…mple', phone: '+799…4567', lines: [{name: 'Кофе'}]},
		});
		expect(shortenBody({phone: '12345', email: null, qr: null})).toEqual({
			phone: '1…5',
			email: null,
			qr: null,
		});
	});
});

describe('the last look', () => {
	const secret = 'p"ä/s s+w0rd';
	const bytes = Buffer.from(secret);

	test.each([
		['as it is', secret],
		['in JSON', JSON.stringify(secret)],
		['in base64', bytes.toString('base64')],
		['in base64 of a link', bytes.toString('base64url')],
		['in hex', bytes.toString('hex')],
		['in an address', encodeURIComponent(secret)],
	])('a secret %s is masked', (_dress, dressed) => {
		const line = secretsRemover([secret])(`{"text":"before ${dressed} after"}`);
		expect(line).not.toContain(dressed);
		expect(line).toMatch(/before "?•+=*"? after/);
	});

	test('words that are too short to be told from any other stay', () => {
		expect(secretsRemover(['30', '', 'abc'])('{"sum":3000,"abc":1}')).toBe('{"sum":3000,"abc":1}');
	});
});

describe('the file', () => {
	test('given more than a piece, then it unpacks to the whole', () => {
		const path = join(folder, 'pieces.gz');
		const file = openBundleFile(path);
		const line = `${'ж'.repeat(999)}\n`;
		for (let count = 0; count < 2500; count += 1) file.write(line);
		file.end();
		expect(gunzipSync(readFileSync(path)).toString()).toBe(line.repeat(2500));
		expect(statSync(path).mode & 0o777).toBe(0o600);
	});

	test('given a file of that name, then it is not touched', () => {
		const path = join(folder, 'mine');
		writeFileSync(path, 'mine');
		expect(() => openBundleFile(path)).toThrow(expect.objectContaining({code: 'EEXIST'}));
		expect(readFileSync(path, 'utf8')).toBe('mine');
	});
});

describe('qrkassa support-bundle', () => {
	let lab: Lab;
	beforeAll(async () => {
		lab = await openLab();
	});
	afterEach(() => lab.clear());

	/** Words that stand nowhere else: where one of them is found, it has leaked. */
	const canary = {
		agentKey: 'CANARY-agent-key-7f3a91',
		password: 'CANARY-pfx-password-52c8',
		pin: 'CANARY-pin-hash',
	};

	async function tillWithCanaries() {
		const client = await lab.certificates.issueClient({
			commonName: lab.access.posId,
			password: canary.password,
		});
		const pinHash = await hashPin('4711');
		const access = {...lab.access, agentKey: canary.agentKey};
		const gateway = await lab.gateway({access});
		// A gateway that says our own key back to us: its words go into the journal and into the doctor's findings.
		gateway.control.deliverNext({
			type: 'instead',
			httpStatus: 418,
			contentType: 'application/json',
			body: JSON.stringify({error: {code: 'TEAPOT', message: `your key is ${canary.agentKey}`}}),
		});
		const till = await lab.till({
			access,
			gatewayUrl: gateway.url,
			certificates: {...lab.certificates, client},
			edit: {'till.json': (text) => text.replace('"pinHash": null', `"pinHash": ${JSON.stringify(pinHash)}`)},
		});
		writePayments(till.folder, {
			'A-1': paidAndClosed('A-1'),
			'A-2': leftUnresolved('A-2').toSpliced(2, 0, {
				type: 'status.failed',
				operation: 'status',
				kind: 'http',
				code: 'HTTP_418',
				text: `key ${Buffer.from(canary.agentKey).toString('base64')}`,
				errorsInRow: 1,
			}),
		});
		return {till, client, pinHash};
	}

	test('given a till full of secrets, then its bundle holds journal, settings, versions and findings, and no secret', async () => {
		const {till, client, pinHash} = await tillWithCanaries();
		const path = join(folder, 'canary.json.gz');
		const {exitCode, output} = await runProgram(['support-bundle', path], till);
		expect(exitCode).toBe(0);
		expect(output).toContain('11');
		const text = gunzipSync(readFileSync(path)).toString();

		const key = Buffer.from(canary.agentKey);
		const forbidden = [
			'CANARY',
			key.toString('base64').slice(0, 20),
			key.toString('hex'),
			pinHash,
			'PRIVATE KEY',
			client.pfx.toString('base64').slice(40, 80),
			'ivan.petrov',
			'79991234567',
			'AD1000TESTKASSA00000000000000001',
		];
		expect(forbidden.filter((word) => text.includes(word))).toEqual([]);

		const bundle = JSON.parse(text);
		expect(bundle).toMatchObject({
			format: 'qrkassa-support-bundle',
			formatVersion: 1,
			program: {versions: {node: process.versions.node}},
			journal: {end: {type: 'whole'}},
		});
		expect(bundle.settings.rows).toContainEqual(expect.objectContaining({key: 'AgentKey', value: '••••••'}));
		expect(bundle.doctor.checks.map(({id}: {id: string}) => id)).toContain('journal');
		expect(bundle.doctor.summary.warnings).toContain('journal');
		expect(bundle.journal.rows).toHaveLength(11);
		expect(bundle.journal.rows[1].body.qr).toBe('https://qr.nspk.ru/AD10…0001?type=02&sum=125000&cur=RUB');
	});

	test('given no till and no journal, then there is a bundle all the same, of what there is', async () => {
		const path = join(folder, 'empty.json.gz');
		const {exitCode} = await runProgram(['support-bundle', path], {folder: await lab.folder()});
		expect(exitCode).toBe(0);
		const bundle = JSON.parse(gunzipSync(readFileSync(path)).toString());
		expect(bundle.settings.problems[0].code).toBe('noTill');
		expect(bundle.journal).toEqual({rows: [], end: {type: 'none'}});
	});

	test('given a place where nothing can be written, then it is told, and nothing is left there', async () => {
		const path = join(folder, 'no', 'such', 'folder', 'b.gz');
		const {exitCode} = await runProgram(['support-bundle', path], {
			folder: await lab.folder(),
			isQuiet: true,
		});
		expect(exitCode).toBe(1);
		expect(existsSync(join(folder, 'no'))).toBe(false);
	});
});
