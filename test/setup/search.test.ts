// Where an admin's files lie.
import {copyFileSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {findRoots} from '../../source/cli/setup-certificates.ts';
import {openSite, type Site} from './support/site.ts';

let site: Site;
let folder: string;

beforeAll(async () => {
	site = await openSite();
	folder = mkdtempSync(join(tmpdir(), 'qrkassa-search-'));
});
afterAll(async () => {
	rmSync(folder, {recursive: true, force: true});
	await site.close();
});

test('given a root beside the .pfx, wherever that was typed from, when roots are looked for, then it is the first', async () => {
	const [till, letterFolder] = [join(folder, 'till'), join(folder, 'letter')];
	mkdirSync(till);
	mkdirSync(letterFolder);
	copyFileSync(join(site.home, 'stick', 'root.pem'), join(letterFolder, 'root.pem'));
	copyFileSync(site.pfxFile, join(letterFolder, 'strange.pem'));
	expect((await findRoots({folder: till}, letterFolder))[0]).toBe(join(letterFolder, 'root.pem'));
	expect(await findRoots({folder: till}, null)).not.toContain(join(letterFolder, 'root.pem'));
});
