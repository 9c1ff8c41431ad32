// Somebody tries the PINs one after another: each is counted before it is judged, and each wrong one makes the next wait longer.
import {scryptSync} from 'node:crypto';
import {
	chmodSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {attemptsFileName, tryPin, waitAfter} from '../../source/settings/index.ts';
import {rowSeen} from '../e2e/support/journal.ts';
import {run, start} from '../e2e/support/program.ts';
import {editTill, openWorld, type World} from '../e2e/support/world.ts';

let folder: string;
let file: string;

/** A hash of the program's form, cheap: what is tried here is the counting. */
const cheapHash = (pin: string): string => {
	const salt = Buffer.alloc(16, 7);
	const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
	return `$scrypt$ln=10,r=8,p=1$${unpadded(salt)}$${unpadded(scryptSync(pin, salt, 32, {N: 1024, r: 8, p: 1}))}`;
};
const pinHash = cheapHash('4711');

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'qrkassa-pin-'));
	file = join(folder, attemptsFileName);
	return () => rmSync(folder, {recursive: true, force: true});
});

const noon = Date.parse('2026-03-02T12:00:00Z');
const at = (pin: string, afterS = 0) => tryPin({folder, pin, pinHash, nowMs: noon + afterS * 1000});

describe('wrong PINs', () => {
	test('given three, then the fourth is not even judged before the wait is over, and the wait grows', async () => {
		expect(await at('0000')).toEqual({type: 'wrong', waitS: 0});
		expect(await at('0001')).toEqual({type: 'wrong', waitS: 0});
		expect(await at('0002')).toEqual({type: 'wrong', waitS: 30});
		expect(await at('4711', 29)).toEqual({type: 'wait', waitS: 1});
		expect(await at('0003', 30)).toEqual({type: 'wrong', waitS: 60});
		expect(await at('4711', 31)).toEqual({type: 'wait', waitS: 59});
		expect(await at('4711', 90)).toEqual({type: 'right'});
		expect(existsSync(file)).toBe(false);
		expect(await at('0000', 91)).toEqual({type: 'wrong', waitS: 0});
	});

	test('given ten thousand, then they take more than a year', () => {
		let waitS = 0;
		for (let failures = 1; failures < 10_000; failures += 1) waitS += waitAfter(failures);
		expect(waitS).toBeGreaterThan(365 * 86_400);
	});

	test('given a judge who is killed in the middle of his work, then the try is counted', async () => {
		const judged = at('0000');
		expect(readFileSync(file, 'latin1')).toBe(`1 ${noon}\n`);
		await judged;
	});

	test('given many at the same moment, then they are counted one by one', async () => {
		const verdicts = await Promise.all(['0000', '0001', '0002', '4711', '0003'].map((pin) => at(pin)));
		expect(verdicts.map(({type}) => type)).toEqual(['wrong', 'wrong', 'wrong', 'wait', 'wait']);
	});

	test('given a clock that is set back, then the wait begins anew and is no longer than it was', async () => {
		for (const pin of ['0000', '0001', '0002']) await at(pin);
		expect(await at('4711', -86_400)).toEqual({type: 'wait', waitS: 30});
		expect(await at('4711', -86_400 + 30)).toEqual({type: 'right'});
	});

	test.each([
		['nonsense', 'x'],
		['nothing', ''],
		['a number without end', `${'9'.repeat(40)} 1\n`],
		['a bomb', 'A'.repeat(100_000)],
	])(
		'given %s in the file, then it forgives nothing, and the till is not locked for ever',
		async (_name, text) => {
			writeFileSync(file, text);
			expect(await at('4711')).toEqual({type: 'wait', waitS: 3600});
			expect(await at('4711', 3600)).toEqual({type: 'right'});
		},
	);

	test('given a link in its place, then nothing is written through it', async () => {
		const other = join(folder, 'other');
		writeFileSync(other, 'kept');
		symlinkSync(other, file);
		expect(await at('4711')).toMatchObject({type: 'wait'});
		expect(readFileSync(other, 'latin1')).toBe('kept');
	});

	test('given a count, then only its owner may read it', async () => {
		await at('0000');
		expect(statSync(file).mode & 0o777).toBe(0o600);
	});

	test.skipIf(process.getuid?.() === 0)(
		'given a folder that takes no writes, then no PIN is judged',
		async () => {
			chmodSync(folder, 0o500);
			expect(await at('4711')).toMatchObject({type: 'uncounted'});
			chmodSync(folder, 0o700);
		},
	);

	test('given a folder that is gone, then no PIN is judged', async () => {
		rmSync(folder, {recursive: true});
		expect(await at('4711')).toEqual({type: 'uncounted', errno: 'ENOENT'});
	});
});

describe('on the command line', () => {
	let world: World;
	beforeAll(async () => {
		world = await openWorld();
	});
	afterAll(() => world.close());

	test('given wrong PINs in one process after another, then the right one has to wait too, and nothing is done', async () => {
		const till = await world.openTillWithout();
		editTill(till, (json) => ({...json, pinHash}));
		const paying = start([
			...['pay', '--till', till.folder, '--order', 'PIN-1', '--amount', '10.08', '--method', 'sbp', '--json'],
		]);
		await rowSeen(till.folder, ({type}) => type === 'payment.quarantined');
		await paying.ended;
		const decide = (pin: string) =>
			run([...['resolve', 'PIN-1', '--as', 'not-paid', '--note', 'x', '--till', till.folder, '--json']], {
				stdin: `${pin}\n`,
			});
		for (const pin of ['0000', '0001', '0002']) {
			const refused = await decide(pin);
			expect(refused.lines().at(-1), refused.stderr).toMatchObject({type: 'error', code: 'PIN'});
			expect(refused.stdout + refused.stderr).not.toContain(pin);
		}
		const waiting = await decide('4711');
		expect(waiting.code).toBe(2);
		expect(waiting.lines().at(-1)).toMatchObject({
			code: 'PIN_WAIT',
			text: expect.stringMatching(/через \d+ с/),
		});
		rmSync(join(till.folder, attemptsFileName));
		expect((await decide('4711')).code).not.toBe(2);
	});
});
