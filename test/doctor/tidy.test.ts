// `doctor --fix`: rights and leftovers, nothing else.
import {
	chmodSync,
	existsSync,
	mkdtempSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {tidyTill} from '../../source/doctor/index.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'qrkassa-tidy-'));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const put = (name: string, mode = 0o600, ageS = 0): string => {
	const path = join(folder, name);
	writeFileSync(path, name);
	chmodSync(path, mode);
	const at = Date.now() / 1000 - ageS;
	utimesSync(path, at, at);
	return path;
};
const modeOf = (path: string): number => statSync(path).mode & 0o777;
/** No process has this number on any system that we know. */
const deadPid = 4_194_304_000 % 10_000_000_000;

describe.skipIf(process.platform === 'win32')('rights', () => {
	test('given files and a folder that others can read, then they are their owner’s alone, and each is told', () => {
		const settings = put('WebMoneySettings.txt', 0o644);
		const pfx = put('N100.pfx', 0o640);
		const journal = put('journal.sqlite');
		chmodSync(folder, 0o755);
		const deeds = tidyTill(folder, Date.now());
		expect(deeds).toEqual([
			{code: 'MODE', file: '.', from: '0755', to: '0700'},
			{code: 'MODE', file: 'N100.pfx', from: '0640', to: '0600'},
			{code: 'MODE', file: 'WebMoneySettings.txt', from: '0644', to: '0600'},
		]);
		expect([folder, settings, pfx, journal].map(modeOf)).toEqual([0o700, 0o600, 0o600, 0o600]);
		expect(tidyTill(folder, Date.now())).toEqual([]);
	});

	test('given a link, then neither it nor what it leads to is touched', () => {
		const outside = mkdtempSync(join(tmpdir(), 'qrkassa-outside-'));
		const target = join(outside, 'file');
		writeFileSync(target, '');
		chmodSync(target, 0o644);
		symlinkSync(target, join(folder, 'link'));
		symlinkSync(outside, join(folder, 'folder'));
		chmodSync(folder, 0o700);
		expect(tidyTill(folder, Date.now())).toEqual([]);
		expect(tidyTill(join(folder, 'folder'), Date.now())).toEqual([]);
		expect(modeOf(target)).toBe(0o644);
		rmSync(outside, {recursive: true});
	});
});

describe('leftovers', () => {
	test('given drafts of processes that are gone, then they are removed; a young one, a living one and all else stay', () => {
		chmodSync(folder, 0o700);
		const old = put(`.till.json.${deadPid}.new`, 0o600, 3600);
		const cache = put(`register.capabilities.json.${deadPid}`, 0o600, 3600);
		const young = put(`.WebMoneySettings.txt.${deadPid}.new`);
		const living = put(`.doctor.${process.pid}.new`, 0o600, 3600);
		const others = ['journal.sqlite-wal', 'till.json.1', 'till.holder', '.hidden.new', 'x.1.new'].map(
			(name) => put(name, 0o600, 3600),
		);
		expect(tidyTill(folder, Date.now())).toEqual([
			{code: 'REMOVED', file: `.till.json.${deadPid}.new`},
			{code: 'REMOVED', file: `register.capabilities.json.${deadPid}`},
		]);
		expect([old, cache].map((path) => existsSync(path))).toEqual([false, false]);
		expect([young, living, ...others].every((path) => existsSync(path))).toBe(true);
	});
});

test('given no such folder, then nothing is done', () => {
	expect(tidyTill(join(folder, 'none'), Date.now())).toEqual([]);
});
