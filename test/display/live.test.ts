// The customer's screen on a real terminal line: whatever ends it, the terminal is as it was and no code is left.
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {build} from 'esbuild';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {buildOptions} from '../../scripts/build-options.ts';
import {type LiveTerminal, openLiveTerminal} from '../support/live-terminal.ts';
import {paintScreen} from '../support/screen-picture.ts';
import {decodeHere} from '../support/terminal-qr.ts';
import {link} from './till.ts';

let folder = '';
let terminal: LiveTerminal | null = null;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'qrkassa-display-'));
	await build({
		...buildOptions,
		entryPoints: {display: 'test/display/live-entry.ts'},
		outdir: folder,
		outExtension: {'.js': '.mjs'},
	});
});

afterEach(async () => {
	await terminal?.close();
	terminal = null;
});

afterAll(() => rm(folder, {recursive: true, force: true}));

/** A shell that says something before and after, as people start programs, and outlives Ctrl-C as theirs does. */
function start(crash = '', env: Readonly<Record<string, string>> = {}): LiveTerminal {
	const script = `trap : INT; echo before; "$0" "$1" "$2" "$3"; echo "after $?"; stty -a | tr ' ' '\\n' | grep -E '^-?(icanon|echo);?$'; exec cat`;
	const args = ['-c', script, process.execPath, join(folder, 'display.mjs'), link, crash];
	terminal = openLiveTerminal({file: '/bin/sh', args, env: {...process.env, ...env}});
	return terminal;
}

const codeOn = ({screen}: LiveTerminal): string | null => decodeHere(paintScreen(screen));

async function isAsItWas(live: LiveTerminal): Promise<void> {
	await live.waitFor(/after \d+[\s\S]*^echo/m);
	expect(live.screen.buffer.active.type).toBe('normal');
	expect(live.text()).toContain('before');
	expect(live.text()).toMatch(/^icanon/m);
	expect(codeOn(live)).toBeNull();
	// The cursor is shown again, and what is typed is seen.
	expect(live.output().lastIndexOf('\u001b[?25h')).toBeGreaterThan(live.output().lastIndexOf('\u001b[?25l'));
}

describe('on a real terminal', () => {
	test('given q, the code is gone and the shell is back', async () => {
		const live = start();
		await live.waitFor('Осталось');
		expect(codeOn(live)).toBe(link);
		live.type('q');
		await isAsItWas(live);
		expect(live.text()).toContain('after 0');
	});

	test('given Ctrl-C, the same', async () => {
		const live = start();
		await live.waitFor('Осталось');
		live.type('\u0003');
		await isAsItWas(live);
	});

	test('given a crash, the terminal is given back first, and the error can be read', async () => {
		const live = start('a bug of ours');
		await live.waitFor('Осталось');
		live.type('x');
		await isAsItWas(live);
		expect(live.text()).toContain('a bug of ours');
		expect(live.text()).not.toContain('after 0');
	});

	test('given NO_COLOR, the code is drawn all the same', async () => {
		const live = start('', {NO_COLOR: '1'});
		await live.waitFor('Осталось');
		expect(codeOn(live)).toBe(link);
	});
});
