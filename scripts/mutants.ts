// `npm run mutants`: breaks one rule of the program at a time, in a copy, and shows who notices: the simulation or the tests.
//   npm run mutants              all        npm run mutants -- fsync        those whose name or file holds a word
import {spawn} from 'node:child_process';
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join} from 'node:path';
import {mutants} from '../test/mutants/all.ts';
import {broken, type Mutant} from '../test/mutants/mutant.ts';

const root = join(import.meta.dirname, '..');
const left = new Set(['node_modules', 'dist', '.git', 'coverage']);
const patienceMs = 180_000;

type Verdict = {readonly mutant: Mutant; readonly by: string | null; readonly seconds: number};

/** A copy of the project that shares its packages. */
function copyProject(): string {
	const copy = mkdtempSync(join(tmpdir(), 'qrkassa-mutants-'));
	for (const name of readdirSync(root)) {
		if (!left.has(name)) cpSync(join(root, name), join(copy, name), {recursive: true});
	}
	symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
	return copy;
}

/** Runs a command in the copy; one that does not come to an end is ended. */
function run(copy: string, args: readonly string[]): Promise<{code: number | null; output: string}> {
	return new Promise((done) => {
		const child = spawn(process.execPath, args, {
			cwd: copy,
			detached: true,
			env: {...process.env, NO_COLOR: '1'},
		});
		let output = '';
		const timer = setTimeout(() => {
			if (child.pid) process.kill(-child.pid, 'SIGKILL');
		}, patienceMs);
		for (const stream of [child.stdout, child.stderr]) {
			stream.on('data', (text: Buffer) => {
				output += text.toString();
			});
		}
		child.on('close', (code) => {
			clearTimeout(timer);
			done({code, output});
		});
	});
}

async function noticed(copy: string, {file, tests}: Mutant): Promise<string | null> {
	if (/^source\/(?:core\/payment|engine)\//.test(file)) {
		const {code, output} = await run(copy, ['test/simulation/run.ts', '--quick']);
		if (code !== 0) return `simulation: ${/breaks (\w+)/.exec(output)?.[1] ?? 'does not come to its end'}`;
	}
	const {code, output} = await run(copy, ['node_modules/vitest/vitest.mjs', 'run', ...tests, '--bail', '1']);
	if (code === 0) return null;
	return `tests: ${/FAIL\s+(.+)/.exec(output)?.[1]?.split(' > ').slice(-1)[0] ?? 'do not come to their end'}`;
}

/** Tries mutants in one copy until none are left. */
async function lane(rest: Iterator<Mutant>, verdicts: Verdict[]): Promise<void> {
	const copy = copyProject();
	try {
		for (let next = rest.next(); !next.done; next = rest.next()) {
			const mutant = next.value;
			const path = join(copy, mutant.file);
			const text = readFileSync(path, 'utf8');
			const startedMs = performance.now();
			writeFileSync(path, broken(text, mutant));
			const by = await noticed(copy, mutant);
			writeFileSync(path, text);
			const verdict = {mutant, by, seconds: (performance.now() - startedMs) / 1000};
			verdicts.push(verdict);
			console.log(row(verdict));
		}
	} finally {
		rmSync(copy, {recursive: true, force: true});
	}
}

const row = ({mutant, by, seconds}: Verdict): string =>
	`${by ? 'caught' : 'MISSED'}  ${mutant.name.padEnd(76)}  ${`${seconds.toFixed(1)} s`.padStart(8)}  ${by ?? '-'}`;

const word = process.argv[2] ?? '';
const chosen = mutants.filter(({name, file}) => name.includes(word) || file.includes(word));
const verdicts: Verdict[] = [];
const rest = chosen[Symbol.iterator]();
await Promise.all(Array.from({length: Math.min(2, availableParallelism())}, () => lane(rest, verdicts)));
const caught = verdicts.filter(({by}) => by !== null).length;
console.log(`\n${caught} of ${chosen.length} caught`);
if (caught < chosen.length) process.exitCode = 1;
