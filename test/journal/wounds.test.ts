// Random wounds of a journal: every one of a row is found, and nothing that was not written is ever used. A thousand at a time by
// `npm run journal:flips`.
import {afterAll, describe, expect, test} from 'vitest';
import {makeHealthy} from './wounds/healthy.ts';
import {tryWound} from './wounds/trial.ts';
import {woundKinds} from './wounds/wound.ts';

const healthy = makeHealthy();
afterAll(() => healthy.remove());

describe.each(woundKinds)('given %s', (kind) => {
	test('then it is found, or it has no effect at all', () => {
		for (let n = 0; n < 20; n += 1) {
			const {end, why} = tryWound(healthy, kind, String(n));
			expect(end, `${n}: ${why}`).toMatch(kind === 'a bit anywhere' ? /found|harmless/ : /found/);
		}
	});
});
