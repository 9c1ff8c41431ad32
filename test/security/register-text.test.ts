// A register whose texts are attacks: the name of a payment type in its table 5.
import {afterAll, beforeAll, expect, test} from 'vitest';
import {run} from '../e2e/support/program.ts';
import {openWorld, type World} from '../e2e/support/world.ts';

let world: World;
beforeAll(async () => {
	world = await openWorld();
});
afterAll(() => world.close());

test('given escape sequences in a register’s table, when it is shown, then none reaches the terminal', async () => {
	const hostile = Buffer.from('\u001b[2JZLO\u009b31m\u0007\r\n', 'latin1').toString('hex').padEnd(114, '0');
	const till = await world.openTill({register: {state: {tables: {'5.2.1': hostile}}}});
	for (const words of [
		['register', 'table', '5', '2', '1'],
		['register', 'names'],
	]) {
		const shown = await run([...words, '--till', till.folder]);
		const said = shown.stdout + shown.stderr;
		expect(said).toContain('ZLO');
		expect(said).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
	}
});
