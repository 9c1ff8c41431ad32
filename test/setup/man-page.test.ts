import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {manPage} from '../../scripts/man-page.ts';
import {helpEn} from '../../source/core/index.ts';

describe('the man page', () => {
	test('given the wording of the help, when the page in docs is compared, then it is fresh (npm run man)', () => {
		expect(readFileSync(join(import.meta.dirname, '../../docs/qrkassa.1'), 'utf8')).toBe(manPage());
	});

	test('given every command, when the page is read, then it is in it, and no line drives roff by chance', () => {
		const page = manPage();
		for (const name of Object.keys(helpEn.pages))
			expect(page).toContain(`.SS ${name.replaceAll('-', '\\-')}`);
		const requests = page.split('\n').filter((line) => /^[.']/.test(line));
		expect(requests.filter((line) => !/^\.(?:\\"|TH|SH|SS|TP|PP|B|br)(?: |$)/.test(line))).toEqual([]);
	});
});
