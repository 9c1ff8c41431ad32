// A canary in each secret: the agent key, the certificate's password, the certificate itself. It must come out nowhere.
import {createPrivateKey} from 'node:crypto';
import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {type Ended, run} from '../e2e/support/program.ts';
import {edit, openWorld, type RegisterTill, type World} from '../e2e/support/world.ts';

const agentKey = 'canary-KEY-5f1e-Zq8W';
const password = 'canary-PASSWORD-77-xY';

let world: World;
/** Every form in which a secret could slip out. */
let canaries: readonly string[];

beforeAll(async () => {
	world = await openWorld({agentKey});
	canaries = [...formsOf(agentKey), ...formsOf(password), ...(await keyPieces())];
});
afterAll(() => world.close());

const formsOf = (secret: string): readonly string[] => [
	secret,
	Buffer.from(secret).toString('base64').replace(/=+$/, ''),
	Buffer.from(secret).toString('hex'),
	encodeURIComponent(secret),
];

async function keyPieces(): Promise<readonly string[]> {
	const {privatePem, pfx} = world.certificates.client;
	const jwk = createPrivateKey(privatePem).export({format: 'jwk'});
	const body = privatePem.split('\n').filter((line) => line.length === 64);
	return ['PRIVATE KEY', body[3] ?? '', String(jwk.d).slice(0, 40), pfx.toString('base64').slice(200, 240)];
}

/** A till whose certificate has the canary for its password. */
async function openTill(): Promise<RegisterTill> {
	const till = await world.openTill();
	const client = await world.certificates.issueClient({commonName: world.access.posId, password});
	writeFileSync(till.files.pfxFile, client.pfx);
	edit(till.files.settingsFile, (text) =>
		text.replace(/^CertificatePassword=.*$/m, `CertificatePassword=${password}`),
	);
	return till;
}

const secretFiles: ReadonlySet<string> = new Set(['WebMoneySettings.txt', 'DEMO1.pfx']);

/** Everything that a till's folder holds but for the files in which the secrets live. */
function keptIn(folder: string): string {
	return readdirSync(folder, {recursive: true, encoding: 'utf8'})
		.filter((name) => !secretFiles.has(name) && statSync(join(folder, name)).isFile())
		.map((name) => readFileSync(join(folder, name)).toString('latin1'))
		.join('\n');
}

function expectSilent(where: string, text: string): void {
	// The word alone is no secret: what counts is that the key stands behind it.
	const found = canaries.filter((canary) => canary.length > 0 && text.includes(canary));
	expect(found, where).toEqual([]);
}

const expectNothingSaid = (call: readonly string[], {stdout, stderr}: Ended): void =>
	expectSilent(call.join(' '), `${stdout}\n${stderr}`);

describe.concurrent('secrets', () => {
	test('the canaries are what they should be, and a leak would be seen', () => {
		expect(canaries.every((canary) => canary.length >= 10)).toBe(true);
		expect(() => expectSilent('here', `key=${Buffer.from(agentKey).toString('hex')}`)).toThrow(/here/);
	});

	test('given a till in order, when all that it can do is done, then no secret is said or kept', async () => {
		const till = await openTill();
		const at = ['--till', till.folder];
		const call = async (...words: readonly string[]): Promise<Ended> => {
			const ended = await run([...words, ...at]);
			expectNothingSaid(words, ended);
			return ended;
		};
		const paid = await call('pay', '--method', 'sbp', '--amount', '12.00', '--order', 'L-1', '--json');
		expect(paid.code).toBe(0);
		expect((await call('pay', '--method', 'sbp', '--amount', '12.01', '--order', 'L-2')).code).toBe(4);
		const show = await call('settings', 'show');
		expect(show.stdout).toContain('AgentKey');
		for (const words of [
			['settings', 'show', '--json'],
			['settings', 'get', 'AgentKey'],
			['settings', 'get', 'CertificatePassword', '--json'],
			['settings', 'check'],
			['settings', 'check', '--json'],
			['register', 'status'],
			['resolve', '--json'],
			['resolve', 'L-1'],
			['tail'],
			['tail', '--json'],
			['report'],
			['report', '--json'],
			['journal', 'verify'],
			['doctor', '--json'],
			['doctor', '--lang', 'en'],
			['support-bundle', join(till.folder, 'bundle.out')],
			['refund', 'L-1', '--json'],
		]) {
			await call(...words);
		}
		expectSilent('the folder', keptIn(till.folder));
	});

	test('given a module’s folder, when `setup --from` takes it, then no secret is said', async () => {
		const till = await openTill();
		const to = join(world.folder, 'taken');
		const ended = await run(['setup', '--from', till.folder, '--till', to, '--json']);
		expectNothingSaid(['setup'], ended);
		expect(readFileSync(join(to, 'WebMoneySettings.txt'), 'utf8')).toContain(agentKey);
		expectSilent('the new folder', keptIn(to));
	});

	const withLine = (name: string, line: string) => (text: string) =>
		text.replace(new RegExp(`^${name}=.*$`, 'm'), line);
	const spoilt: readonly (readonly [string, (text: string) => string])[] = [
		['no equals sign', withLine('AgentKey', `AgentKey ${agentKey}`)],
		['a colon for an equals sign', withLine('CertificatePassword', `CertificatePassword: ${password}`)],
		['the key twice', (text) => `${text}AgentKey=${agentKey}\n`],
		['the password twice', (text) => `${text}CertificatePassword=${password}\n`],
		['a mistyped name', withLine('AgentKey', `AgentKye=${agentKey}`)],
		['a name in another alphabet', withLine('AgentKey', `AgеntKey=${agentKey}`)],
		['the key where the agent’s number belongs', withLine('AgentId', `AgentId=${agentKey}`)],
		['a control character in the key', withLine('AgentKey', `AgentKey=${agentKey}\u0007`)],
		['a key that is too long', withLine('AgentKey', `AgentKey=${agentKey.repeat(60)}`)],
		[
			'a password that is too long',
			withLine('CertificatePassword', `CertificatePassword=${password.repeat(20)}`),
		],
		['a wrong password', withLine('CertificatePassword', `CertificatePassword=${password}-`)],
		[
			'a password that goes on',
			withLine('CertificatePassword', `CertificatePassword=${password} ${password}`),
		],
	];
	test.each(spoilt)(
		'given settings with %s, when paying and checking, then 3 and no secret is said',
		async (name, spoil) => {
			const till = await openTill();
			edit(till.files.settingsFile, spoil);
			const pay = ['pay', '--till', till.folder, '--method', 'sbp', '--amount', '12.00', '--json'];
			const paid = await run(pay);
			// Where the agent's number is nonsense the key in its place is what the admin has to be shown.
			if (!name.includes('agent’s number')) expectNothingSaid([name, 'pay'], paid);
			expect(paid.code).toBe(3);
			for (const words of [
				['settings', 'check'],
				['settings', 'show'],
			]) {
				const ended = await run([...words, '--till', till.folder]);
				if (!name.includes('agent’s number')) expectNothingSaid([name, ...words], ended);
			}
			expectSilent('the folder', keptIn(till.folder));
		},
	);

	test('given a gateway that refuses our signature, when paying, then the error speaks of the key without its text', async () => {
		const till = await openTill();
		edit(till.files.settingsFile, (text) => text.replace(agentKey, `${agentKey}-wrong`));
		edit(till.files.settingsFile, (text) => text.replace(/^StatusErrorLimit=.*$/m, 'StatusErrorLimit=0'));
		const call = ['pay', '--till', till.folder, '--method', 'sbp', '--amount', '12.00', '--json'];
		const ended = await run(call);
		expectNothingSaid(call, ended);
		expect(ended.code).toBe(7);
		expectSilent('the folder', keptIn(till.folder));
	});

	test('given `settings set` of a secret, when it is refused or taken, then it is not repeated', async () => {
		const till = await openTill();
		const at = ['--till', till.folder];
		const refused = await run(['settings', 'set', 'AgentKey', agentKey.repeat(60), ...at]);
		expect(refused.code).toBe(2);
		expectNothingSaid(['settings set AgentKey, refused'], refused);
		const taken = await run(['settings', 'set', 'AgentKey', `${agentKey}2`, ...at]);
		expect(taken.code).toBe(0);
		expectNothingSaid(['settings set AgentKey'], taken);
	});
});
