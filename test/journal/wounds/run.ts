// `npm run journal:flips`: a thousand wounds of a journal, drawn from a seed, and how many were found.
//
//     npm run journal:flips -- [--count 1000] [--seed TEXT]
import {parseArgs} from 'node:util';
import {makeHealthy} from './healthy.ts';
import {tryWound, type Verdict} from './trial.ts';
import {woundKinds} from './wound.ts';

const {values} = parseArgs({
	options: {count: {type: 'string', default: '1000'}, seed: {type: 'string', default: String(Date.now())}},
});
const each = Math.ceil(Number(values.count) / 3);
const healthy = makeHealthy();
let isBad = false;
try {
	process.stdout.write(`seed ${values.seed}\n`);
	for (const kind of woundKinds) {
		const count = {found: 0, harmless: 0, silent: 0};
		for (let n = 0; n < each; n += 1) {
			const verdict: Verdict = tryWound(healthy, kind, `${values.seed} ${n}`);
			count[verdict.end] += 1;
			if (verdict.end === 'silent')
				process.stdout.write(`  ${kind} ${n} in ${verdict.file}: ${verdict.why}\n`);
		}
		// A bit anywhere may be one that nothing is read from; a row, a cut, a swap may not.
		isBad ||= count.silent > 0 || (kind !== 'a bit anywhere' && count.found < each);
		process.stdout.write(
			`${kind.padEnd(20)} ${each}: found ${count.found}, without effect ${count.harmless}, silently used ${count.silent}\n`,
		);
	}
} finally {
	healthy.remove();
}
process.exitCode = isBad ? 1 : 0;
