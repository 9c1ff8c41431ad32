// `qrkassa doctor` as a process: what is printed, what the exit code says, how long it takes, what it leaves.
import {chmodSync, statSync} from 'node:fs';
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';
import {doctorPorts} from '../../source/cli/doctor/ports.ts';
import {doctorCheckIds} from '../../source/core/index.ts';
import {examine, summaryOf} from '../../source/doctor/index.ts';
import {type Lab, openLab} from './matrix/lab.ts';
import {jsonLines, runProgram} from './matrix/program.ts';
import {stranger} from './matrix/strangers.ts';

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
afterEach(() => lab.clear());
afterAll(() => lab.clear());

test('given a till that is well and a terminal, then the page has a line for each link and ends well', async () => {
	const {folder} = await lab.till({qrOn: ['screen']});
	const env = {...process.env, TERM: 'xterm-256color', LC_ALL: 'ru_RU.UTF-8', NO_COLOR: '1'};
	const {exitCode, output} = await runProgram(['doctor'], {folder, terminal: {columns: 80, rows: 24, env}});
	expect(exitCode).toBe(0);
	const lines = output.split('\r\n');
	expect(lines.filter((line) => line.startsWith('✓'))).toHaveLength(19);
	expect(output).toContain('– Дисплей покупателя');
	expect(output).toContain('Всё в порядке.');
	expect(output).not.toMatch(/\u001b\[[0-9]+m/);
});

test('given --json, then each line is an object: a check for each link, then the summary with the exit code', async () => {
	const {folder} = await lab.till({servicePath: '/elsewhere'});
	const {exitCode, output} = await runProgram(['doctor', '--json', '--lang', 'en'], {folder});
	const lines = jsonLines(output);
	expect(lines).toHaveLength(output.trim().split('\n').length);
	expect(lines.slice(0, -1).map(({type, id}) => `${type} ${id}`)).toEqual(
		doctorCheckIds.map((id) => `check ${id}`),
	);
	expect(lines.at(-1)).toMatchObject({type: 'summary', broken: ['service'], warnings: [], exitCode: 1});
	expect(exitCode).toBe(1);
});

test.skipIf(process.platform === 'win32')(
	'given files that others can read, then doctor says so and changes nothing, and doctor --fix mends them and says what it did',
	async () => {
		const till = await lab.till();
		chmodSync(till.settingsFile, 0o644);
		chmodSync(till.pfxFile, 0o640);
		const before = await examine(doctorPorts(till.folder));
		expect(summaryOf(before)).toMatchObject({warnings: ['settings', 'certificate']});
		expect(statSync(till.settingsFile).mode & 0o777).toBe(0o644);

		const {output, exitCode} = await runProgram(['doctor', '--json', '--fix'], till);
		const lines = jsonLines(output);
		expect(lines.filter(({type}) => type === 'fixed')).toEqual([
			{type: 'fixed', code: 'MODE', file: 'N100.pfx', from: '0640', to: '0600'},
			{type: 'fixed', code: 'MODE', file: 'WebMoneySettings.txt', from: '0644', to: '0600'},
		]);
		expect(lines.at(-1)).toMatchObject({broken: [], warnings: []});
		expect(exitCode).toBe(0);
		expect([till.settingsFile, till.pfxFile].map((file) => statSync(file).mode & 0o777)).toEqual([
			0o600, 0o600,
		]);
	},
);

test('given a gateway and a register that both take the line and say nothing, then the page is there within its time', async () => {
	const silent = () => stranger(lab, () => undefined);
	const gatewayUrl = `https://localhost:${await silent()}`;
	const {folder} = await lab.till({gatewayUrl, registerAddress: `127.0.0.1:${await silent()}`});
	const {output, tookMs} = await runProgram(['doctor', '--json'], {folder});
	expect(jsonLines(output).at(-1)).toMatchObject({broken: ['tls', 'registerLink']});
	expect(tookMs).toBeLessThan(20_000);
});
