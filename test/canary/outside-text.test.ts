// Text from outside that wants to drive the terminal: from the gateway, from files, from the command line. It comes out clean or not at all.
import {writeFileSync} from 'node:fs';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {keys, openConsole, openProgram} from '../e2e/support/console.ts';
import {rowsOf} from '../e2e/support/journal.ts';
import {run} from '../e2e/support/program.ts';
import {edit, editTill, openWorld, type RegisterTill, type World} from '../e2e/support/world.ts';

let world: World;

beforeAll(async () => {
	world = await openWorld();
});
afterAll(() => world.close());

/** All controls but the line feed; bidi marks, isolates and overrides; line and paragraph separators. */
const harmful =
	/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/** What the hostile story would have a terminal do; Ink itself writes none of it. */
const attacks = [
	'\u001b]',
	'\u001b[6n',
	'\u0090',
	'\u009b',
	'\u009c',
	'\u0000',
	...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200f\ufeff',
];

function expectClean(where: string, text: string): void {
	expect(harmful.exec(text)?.index ?? null, `${where}: ${JSON.stringify(text.slice(0, 2000))}`).toBeNull();
}

describe.concurrent('the gateway’s text', () => {
	test.each([
		['sbp', 'qpg1', 4],
		['sbp', 'wcf-json', 4],
		['webmoney', 'qpg1', 10],
		['webmoney', 'wcf-json', 10],
	] as const)(
		'given the hostile story by %s over %s, when it is paid, settled, listed and told, then no stream has a control character',
		async (method, dialect, exitCode) => {
			const till = await world.openTill({dialect});
			const orderId = `H-${method}-${dialect}`;
			const pay = ['pay', '--method', method, '--amount', '12.11'];
			// The shop's programs read the one dialect's lines, people the other's words.
			const form = dialect === 'qpg1' ? ['--json'] : [];
			const ended = await run([...pay, '--order', orderId, ...form, '--till', till.folder]);
			expectClean('pay', ended.stdout);
			expectClean('pay', ended.stderr);
			expect(ended.code).toBe(exitCode);
			for (const words of [['resolve', orderId], ['tail'], ['report']]) {
				const {stdout, stderr} = await run([...words, ...form, '--till', till.folder]);
				expectClean(words.join(' '), stdout);
				expectClean(words.join(' '), stderr);
			}
			for (const row of rowsOf(till.folder)) {
				expectClean(`the journal's ${row.type}`, strings(row.body).join('\n'));
			}
			expectClean('the tape', till.register.tape().join('\n'));
		},
	);

	test.each([
		['СБП', '', 'ОТКАЗАНО'],
		['WebMoney', keys.down, 'ЗАКАЗ НЕ ПРИНЯТ'],
	])(
		'given the hostile story by %s, when the console shows it on payment, end, log and matters, then no attack reaches the terminal',
		async (_name, choose, title) => {
			const till = await world.openTill();
			const live = openConsole(till);
			try {
				await live.waitFor('Новый платёж');
				live.type('12,11\r');
				await live.waitFor('Способ оплаты');
				live.type(`${choose}\r`);
				await live.waitFor(title);
				live.type('l');
				await live.waitFor(/Журнал: 1/);
				live.type(keys.esc);
				await live.waitFor(title);
				live.type(keys.f10);
				await live.ended;
				const output = live.output();
				expect(attacks.filter((attack) => output.includes(attack))).toEqual([]);
			} finally {
				await live.close();
			}
		},
	);

	test('given the hostile story, when `tail --follow` shows it on a terminal, then no attack reaches it', async () => {
		const till = await world.openTill();
		const tail = openProgram(['tail', '--follow', '--till', till.folder], {columns: 200});
		try {
			const ended = await run(['pay', '--method', 'sbp', '--amount', '12.11', '--till', till.folder]);
			expect(ended.code).toBe(4);
			await tail.waitFor(/отказ/i);
			const output = tail.output();
			expect(attacks.filter((attack) => output.includes(attack))).toEqual([]);
		} finally {
			await tail.close();
		}
	});
});

describe.concurrent('other text', () => {
	const evil = '\u001b[2J\u009b31m\u202e\u0007';
	const spoilt: readonly (readonly [string, (till: RegisterTill) => void])[] = [
		[
			'a server address',
			({files}) => edit(files.settingsFile, (text) => text.replace(/^ServerUrl=/m, `ServerUrl=${evil}`)),
		],
		[
			'an unknown name',
			({files}) => edit(files.settingsFile, (text) => text.replace(/^AgentId=/m, `Agent${evil}=`)),
		],
		[
			'a payment type',
			({files}) => edit(files.paymentTypesFile, (text) => text.replace('SBP=7', `SBP=${evil}`)),
		],
		['a till’s name', (till) => editTill(till, (json) => ({...json, name: `Касса ${evil}`}))],
		['a till’s dialect', (till) => editTill(till, (json) => ({...json, dialect: evil}))],
		[
			'a register’s address',
			(till) => editTill(till, (json) => ({...json, register: {link: 'tcp', address: evil}})),
		],
		['a field nobody knows', (till) => editTill(till, (json) => ({...json, [evil]: 1, version: evil}))],
		['broken JSON', ({files}) => edit(files.tillFile, (text) => `${evil}${text}`)],
	];
	test.each(spoilt)(
		'given control characters in %s, when it is refused, then the error is clean',
		async (_name, spoil) => {
			const till = await world.openTill();
			spoil(till);
			for (const words of [
				['pay', '--method', 'sbp', '--amount', '12.01', '--json'],
				['settings', 'check'],
				['settings', 'show'],
			]) {
				const ended = await run([...words, '--till', till.folder]);
				expectClean(words.join(' '), `${ended.stdout}${ended.stderr}`);
				expect(ended.code).toBe(3);
			}
		},
	);

	test('given lines of the settings that mean nothing and hold control characters, then the payment goes on and the warnings are clean', async () => {
		const till = await world.openTillWithout();
		edit(till.files.settingsFile, (text) => `${text}${evil} line\nPosId${evil}=1\n`);
		for (const [words, code] of [
			[['pay', '--method', 'sbp', '--amount', '12.01'], 4],
			[['settings', 'check'], 0],
			[['settings', 'show'], 0],
		] as const) {
			const ended = await run([...words, '--till', till.folder]);
			expectClean(words.join(' '), `${ended.stdout}${ended.stderr}`);
			expect(ended.code).toBe(code);
		}
	});

	test('given control characters on the command line, when they are refused, then the error is clean', async () => {
		const till = await world.openTillWithout();
		const receipt = `${till.folder}/${'r'}.json`;
		writeFileSync(receipt, JSON.stringify({lines: [{name: evil, priceKopecks: 1200}], [evil]: 1}));
		for (const words of [
			[evil],
			['pay', `--${evil}`],
			['pay', '--method', evil, '--amount', '12'],
			['pay', '--method', 'sbp', '--amount', evil],
			['pay', '--method', 'sbp', '--amount', '12', '--order', evil],
			['pay', '--method', 'sbp', '--amount', '12', '--timeout', evil],
			['pay', '--method', 'sbp', '--amount', '12', '--description', evil],
			['pay', '--method', 'sbp', '--amount', '12', '--receipt', evil],
			['pay', '--method', 'sbp', '--amount', '12', '--receipt', receipt],
			['settings', 'get', evil],
			['settings', 'set', 'PosId', evil],
			['resolve', evil],
			['--lang', evil],
			['sandbox', '--gateway-port', evil],
		]) {
			const ended = await run([...words, '--till', till.folder]);
			expectClean(JSON.stringify(words), `${ended.stdout}${ended.stderr}`);
			expect(ended.code, JSON.stringify(words)).toBe(2);
		}
	});
});

/** All texts in a value, however deep. */
function strings(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
