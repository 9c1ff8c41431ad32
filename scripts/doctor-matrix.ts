// `npm run doctor:matrix`: breaks a till in every way, one at a time, and has the doctor name what was broken.
//   node scripts/doctor-matrix.ts [WORD]…   only set-ups whose name or row has one of the words
import {writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {build} from 'esbuild';
import {openLab} from '../test/doctor/matrix/lab.ts';
import {jsonLines, runProgram} from '../test/doctor/matrix/program.ts';
import type {Setup} from '../test/doctor/matrix/setup.ts';
import {setups} from '../test/doctor/matrix/setups.ts';
import {faultOfPage, type PageLine} from '../test/doctor/matrix/verdict.ts';
import {buildOptions} from './build-options.ts';

/** As long as the doctor may take, whatever is broken. */
const limitMs = 20_000;

const words = process.argv.slice(2);
const chosen = setups.filter(
	({name, expected}) => words.length === 0 || words.some((word) => `${name} ${expected.id}`.includes(word)),
);
const launcher = await bundled();
const lab = await openLab();
let right = 0;
let impossible = 0;
let slowestMs = 0;
for (const setup of chosen) {
	const fault = await examined(setup);
	if (fault === 'impossible') impossible += 1;
	else if (fault === null) right += 1;
	const mark = fault === null ? '✓' : fault === 'impossible' ? '–' : '✗';
	const {id, verdict} = setup.expected;
	console.log(
		`${mark} ${setup.name.padEnd(44)} ${verdict === 'broken' ? '✗' : '!'} ${id}${fault ? `   ${fault}` : ''}`,
	);
}
const count = chosen.length - impossible;
console.log(
	`\nslowest ${(slowestMs / 1000).toFixed(1)} s${impossible > 0 ? `, not possible here: ${impossible}` : ''}`,
);
console.log(`${right} of ${count}`);
process.exitCode = right === count ? 0 : 1;

/** A bundle of its own, as it is shipped: what is being worked on meanwhile does not change it. */
async function bundled(): Promise<string> {
	const outdir = join('node_modules', '.cache', 'doctor-matrix');
	await build({...buildOptions, outdir});
	const file = join(outdir, 'launch.js');
	writeFileSync(file, "import {main} from './main.js';\nawait main(process.argv.slice(2));\n");
	return resolve(file);
}

/** Null: the page is right. */
async function examined({make, expected}: Setup): Promise<string | null> {
	try {
		const patient = await make(lab);
		if (!patient) return 'impossible';
		const {output, exitCode, tookMs} = await runProgram(['doctor', '--json'], patient, launcher);
		slowestMs = Math.max(slowestMs, tookMs);
		const lines = jsonLines(output).filter(({type}) => type === 'check') as unknown as readonly PageLine[];
		const ofSettings = expected.id === 'settings' || expected.id === 'certificate';
		const exit = expected.verdict === 'warning' ? 0 : ofSettings ? 3 : 1;
		if (exitCode !== exit) return `exit code ${exitCode}, not ${exit}; ${faultOfPage(lines, expected) ?? ''}`;
		if (tookMs > limitMs) return `took ${Math.round(tookMs)} ms`;
		return faultOfPage(lines, expected);
	} finally {
		await lab.clear();
	}
}
