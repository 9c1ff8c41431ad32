// The program as a run of torture outside the test runner installs it.
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {install} from '../../e2e/support/install-program.ts';
import type {Program} from '../support/process.ts';

export async function installIn(folder: string): Promise<Program> {
	const place = join(folder, 'program');
	mkdirSync(place);
	const installed = await install(place);
	if ('fault' in installed) throw new Error(installed.fault);
	return installed;
}
