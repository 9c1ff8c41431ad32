// One set-up of the matrix for each row of the page; all of them by `npm run doctor:matrix`.
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';
import {doctorPorts} from '../../source/cli/doctor/ports.ts';
import {doctorCheckIds} from '../../source/core/index.ts';
import {examine, jsonOfRow, summaryOf} from '../../source/doctor/index.ts';
import {type Lab, openLab} from './matrix/lab.ts';
import {setups} from './matrix/setups.ts';
import {faultOfPage} from './matrix/verdict.ts';

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
afterEach(() => lab.clear());
afterAll(() => lab.clear());

const quick = setups.filter(({isQuick}) => isQuick);
/** For each row one ✗ and one !. */
const chosen = doctorCheckIds.flatMap((id) =>
	(['broken', 'warning'] as const).flatMap((verdict) => {
		const found = quick.find(({expected}) => expected.id === id && expected.verdict === verdict);
		return found ? [found] : [];
	}),
);

test.each(chosen.map((setup) => [setup.name, setup.expected.id, setup] as const))(
	'given %s, then the row «%s» names it, and no other does',
	async (_name, _id, {make, expected}) => {
		const patient = await make(lab);
		if (!patient) throw new Error('a quick set-up can be made everywhere');
		const rows = await examine(doctorPorts(patient.folder));
		expect(
			faultOfPage(
				rows.map((row) => jsonOfRow(row, 'ru')),
				expected,
			),
		).toBeNull();
	},
);

test('the matrix holds more than forty broken set-ups, of every row, and each name once', () => {
	expect(setups.length).toBeGreaterThan(40);
	expect(new Set(setups.map(({name}) => name)).size).toBe(setups.length);
	expect(new Set(setups.map(({expected}) => expected.id))).toEqual(new Set(doctorCheckIds));
});

test('given a till on which nothing is broken, then nothing is said to be', async () => {
	const rows = await examine(doctorPorts((await lab.till()).folder));
	expect(rows.filter(({verdict}) => verdict === 'broken' || verdict === 'warning')).toEqual([]);
	expect(summaryOf(rows)).toMatchObject({exitCode: 0, skipped: ['terminal']});
});
