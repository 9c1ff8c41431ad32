// kill -9 at any moment: what was said to be on disk is there, the chain is whole, and the next process goes on.
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {verifyJournal} from '../../source/journal/index.ts';
import {startWriting} from './child.ts';
import {newFolder} from './till.ts';

test('given a writer that is killed over and over, then nothing that it acknowledged is lost and no chain breaks', async () => {
	const folder = newFolder();
	let newest = 0;
	for (let round = 0; round < 8; round += 1) {
		const child = startWriting(folder, [String(round * 10_000)]);
		expect(await child.next()).toBe('open');
		// Another moment each time: after some rows, then at some instruction of the next one.
		for (let count = 0; count <= round % 4; count += 1) expect(await child.next()).toMatch(/^written/);
		for (let turn = 0; turn < round * 7; turn += 1) await new Promise(setImmediate);
		const said = await child.kill();
		newest = Number(said.at(-1)?.split(' ')[1]);
		const end = verifyJournal(join(folder, 'journal.sqlite'));
		expect(end).toMatchObject({type: 'read', damage: null});
		expect(end.type === 'read' && end.rows).toBeGreaterThanOrEqual(newest);
	}
	expect(newest).toBeGreaterThan(20);
});
