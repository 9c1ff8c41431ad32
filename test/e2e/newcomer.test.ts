// The first minutes with the program: the demo, the help, completion, a mistyped command, an old Node.
import {execFile, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {commandSpecs} from '../../source/cli/command-line.ts';
import {helpText} from '../../source/cli/help.ts';
import {openProgram} from './support/console.ts';
import {bareEnvironment, endAll, programFile, programFolder, run} from './support/program.ts';

let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'qrkassa-newcomer-'));
});
afterAll(async () => {
	await endAll();
	rmSync(folder, {recursive: true, force: true});
});

describe.concurrent('the demo without a terminal', () => {
	test('given `npm start`, then one payment is told line by line, the tape shows its receipt, and nothing is left behind', async () => {
		const temporary = join(folder, 'tmp');
		mkdirSync(temporary);
		const {stdout} = await promisify(execFile)('npm', ['start', '--silent'], {
			cwd: programFolder(),
			env: {...bareEnvironment(), TMPDIR: temporary, npm_config_update_notifier: 'false'},
		});
		const told = [
			'начат платёж 1 250,00 руб., СБП',
			'заказ создан: SBX-',
			'QR показан: на экране, на чеке',
			'https://qr.example/',
			'ждём оплату',
			'оплачено',
			'ОПЛАЧЕНО 1 250,00 руб.',
			'чек закрыт: чек 1, ФД 3',
			'КАССОВЫЙ ЧЕК №1',
			'=1250.00',
			'ОПЛАЧЕНО, ЧЕК ЗАКРЫТ',
		];
		const plain = stdout.replaceAll('\u00a0', ' ');
		let at = 0;
		for (const words of told) {
			const next = plain.indexOf(words, at);
			expect(next, `«${words}» in its place in:\n${plain}`).toBeGreaterThanOrEqual(at);
			at = next + 1;
		}
		expect(readdirSync(temporary)).toEqual([]);
	});

	test('given `demo --lang en`, then it is told in English and ends with 0', async () => {
		const ended = await run(['demo', '--lang', 'en']);
		expect(ended.code).toBe(0);
		expect(ended.stdout).toContain('PAID');
		expect(ended.stdout).not.toMatch(/платёж|оплачено/);
	});

	test('given SIGTERM in the middle, then the temporary till goes with the process', async () => {
		const temporary = join(folder, 'tmp-stopped');
		mkdirSync(temporary);
		const demo = openProgram(['demo'], {env: {TMPDIR: temporary}});
		try {
			await demo.waitFor('Новый платёж');
			expect(readdirSync(temporary)).toHaveLength(1);
			process.kill(demo.pid, 'SIGTERM');
			await demo.ended;
			expect(readdirSync(temporary)).toEqual([]);
		} finally {
			await demo.close();
		}
	});
});

describe.concurrent('help', () => {
	test.each(commandSpecs.map(({name}) => name))(
		'given `%s`, then both pages name its call and its options, each in its language',
		(name) => {
			const spec = commandSpecs.find((one) => one.name === name);
			const pages = [helpText(name, 'ru'), helpText(name, 'en')] as const;
			for (const page of pages) {
				expect(page).toContain(`qrkassa ${name}`);
				for (const option of Object.keys(spec?.options ?? {})) expect(page).toContain(`--${option}`);
			}
			expect(pages[0]).toMatch(/[а-я]{3}/);
			expect(pages[1]).not.toMatch(/[а-яё]/i);
		},
	);

	test('given `help`, `--help` and `help pay`, then the program prints the pages and ends with 0', async () => {
		const [all, same, pay, english] = await Promise.all([
			run(['help']),
			run(['--help']),
			run(['help', 'pay']),
			run(['pay', '--help', '--lang', 'en']),
		]);
		expect([all.code, same.code, pay.code, english.code]).toEqual([0, 0, 0, 0]);
		expect(same.stdout).toBe(all.stdout);
		for (const {name} of commandSpecs) expect(all.stdout).toContain(`\n  ${name} `);
		for (let code = 0; code <= 11; code += 1)
			expect(all.stdout).toMatch(new RegExp(`^ {2}${code} {2,}\\S`, 'm'));
		expect(pay.stdout).toContain(helpText('pay', 'ru'));
		expect(english.stdout).toContain(helpText('pay', 'en'));
	});

	test('given `--version`, then its name and number alone', async () => {
		const ended = await run(['--version']);
		expect(ended.stdout).toMatch(/^qrkassa \d+\.\d+\.\d+\n$/);
		expect([ended.code, ended.stderr]).toEqual([0, '']);
	});

	test.each([
		['ru', /Команды «dmeo» нет\..*«demo»/],
		['en', /dmeo.*demo/],
	])('given a mistyped command in %s, then the nearest one is named, and 2', async (language, words) => {
		const ended = await run(['dmeo', '--lang', language]);
		expect(ended.stderr).toMatch(words);
		expect([ended.code, ended.stdout]).toEqual([2, '']);
	});
});

describe.concurrent('no till yet', () => {
	test('given no terminal, when the console is called, then 2, and what works without one', async () => {
		const ended = await run(['--till', join(folder, 'none')]);
		expect(ended.code).toBe(2);
		expect(ended.stderr).toContain('qrkassa pay');
	});

	test('given a terminal and no till there, when the console is called, then the wizard and the demo are offered', async () => {
		const live = openProgram(['--till', join(folder, 'none')]);
		try {
			await live.waitFor('кассы ещё нет');
			await live.waitFor('qrkassa setup --from');
			expect(live.text()).toContain('Посмотреть показ');
		} finally {
			await live.close();
		}
	});
});

describe.concurrent('completion', () => {
	const complete = async (...words: readonly string[]): Promise<string> => {
		const script = `eval "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _qrkassa; echo "\${COMPREPLY[@]}"`;
		const {stdout: completion} = await run(['completion', 'bash']);
		const {stdout} = await promisify(execFile)('bash', ['-c', script, 'bash', completion, ...words]);
		return stdout.trim();
	};

	test('given bash, then commands, options and first words are completed', async () => {
		expect(await complete('qrkassa', 'pa')).toBe('pay');
		expect(await complete('qrkassa', 'pay', '--am')).toBe('--amount');
		expect(await complete('qrkassa', 'settings', 'ch')).toBe('check');
		expect(await complete('qrkassa', 'register', 'stat')).toBe('status');
	});

	test.each(['zsh', 'fish'])('given %s, then its script names every command', async (shell) => {
		const ended = await run(['completion', shell]);
		expect(ended.code).toBe(0);
		for (const {name} of commandSpecs) expect(ended.stdout).toContain(name);
		// Where the shell itself is at hand it has the last word.
		const checked = spawnSync(shell, ['-n'], {input: ended.stdout});
		expect(checked.error === undefined ? checked.status : 0).toBe(0);
	});
});

describe.concurrent('an old Node', () => {
	const withVersion = (version: string): Promise<{code: number | null; stdout: string; stderr: string}> => {
		const pretend = `Object.defineProperty(process, 'versions', {value: {...process.versions, node: '${version}'}})`;
		return run(['--version'], {
			env: {NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(pretend)}`},
		});
	};

	test.each(['18.20.0', '20.18.1', '22.22.0', '24.14.9'])(
		'given Node %s, then one sentence says which it must be and how to get it',
		async (version) => {
			const ended = await withVersion(version);
			expect([ended.code, ended.stdout]).toEqual([1, '']);
			expect(ended.stderr.trim().split('\n')).toHaveLength(1);
			expect(ended.stderr).toContain('24.15');
			expect(ended.stderr).toContain(version);
			expect(ended.stderr).toContain('npm ci');
		},
	);

	test.each(['24.15.0', '24.21.0', '25.0.0', '100.0.0'])('given Node %s, then it runs', async (version) => {
		const ended = await withVersion(version);
		expect([ended.code, ended.stderr]).toEqual([0, '']);
	});

	test('given every older Node that this machine has, then it can read the sentence and says it', () => {
		const nodes = (process.env['PATH'] ?? '').split(delimiter).map((directory) => join(directory, 'node'));
		const versions = [...new Set(nodes)].map((node) => {
			const {stdout} = spawnSync(node, ['--version'], {encoding: 'utf8'});
			const [major = 0, minor = 0] = (stdout ?? '').slice(1).split('.').map(Number);
			return {node, isOld: major >= 18 && (major < 24 || (major === 24 && minor < 15))};
		});
		for (const {node} of versions.filter(({isOld}) => isOld)) {
			const {status, stdout, stderr} = spawnSync(node, [programFile(), 'demo'], {encoding: 'utf8'});
			expect([status, stdout]).toEqual([1, '']);
			expect(stderr).toContain('24.15');
		}
	});
});
