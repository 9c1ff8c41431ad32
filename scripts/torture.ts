// `npm run torture`: real processes killed at drawn moments, power cuts, and a day of polls (`--hours` with each
// kind of server, 0 for none); a table of what was lost.
//
//     npm run torture -- [--seed TEXT] [--deaths N] [--at-once N] [--hours H]
import {parseArgs} from 'node:util';
import {pollForHours} from '../test/network/poll-table.ts';
import {type Death, type LifeEnd, type LifePlan, liveThrough} from '../test/torture/kill/life.ts';
import {installIn} from '../test/torture/kill/program.ts';
import {printKillTable} from '../test/torture/kill/table.ts';
import {openChamber} from '../test/torture/kill/till.ts';
import {buildShim} from '../test/torture/support/shim.ts';

const {values} = parseArgs({
	options: {
		seed: {type: 'string', default: String(Date.now())},
		deaths: {type: 'string', default: '520'},
		'at-once': {type: 'string', default: '8'},
		hours: {type: 'string', default: '4'},
	},
});
const deaths = Number(values.deaths);
const hours = Number(values.hours);
const atOnce = Number(values['at-once']);

/** Who dies how, and its share of all deaths. */
const rows: readonly {readonly way: LifePlan['way']; readonly death: Death; readonly share: number}[] = [
	{way: 'pay', death: 'kill', share: 0.36},
	{way: 'console', death: 'kill', share: 0.22},
	{way: 'pay', death: 'power', share: 0.28},
	{way: 'console', death: 'power', share: 0.14},
];
/** A life with fewer deaths is mostly its own start, one with more is long. */
const deathsOfOneLife = 14;

const chamber = await openChamber();
const beginMs = performance.now();
let isBad = false;
try {
	const program = await installIn(chamber.folder);
	const shim = buildShim(chamber.folder);
	if (!shim) process.stdout.write('no power cuts: the shim needs Linux and gcc\n');
	const plans = rows
		.filter(({death}) => deaths > 0 && (death === 'kill' || shim))
		.flatMap(({way, death, share}) => {
			const lives = Math.max(1, Math.round((deaths * share) / deathsOfOneLife));
			const each = Math.ceil((deaths * share) / lives);
			return Array.from({length: lives}, (_, index) => ({
				seed: `${values.seed}/${way}/${death}/${index}`,
				way,
				death,
				deaths: each,
			}));
		});
	process.stdout.write(`seed ${values.seed}, ${plans.length} tills, ${atOnce} at once\n`);
	const ends = new Map<LifePlan, LifeEnd>();
	const waiting = [...plans];
	await Promise.all(
		Array.from({length: atOnce}, async () => {
			for (let plan = waiting.shift(); plan; plan = waiting.shift()) {
				const end = await liveThrough(chamber, program, shim, plan);
				ends.set(plan, end);
				for (const {kind, text} of end.differences) {
					process.stdout.write(`${plan.seed}: ${kind}: ${text}\n`);
				}
			}
		}),
	);
	if (plans.length > 0) isBad = printKillTable(ends);
	if (shim && hours > 0) isBad = (await pollForHours(shim, hours)) || isBad;
	process.stdout.write(`\n${((performance.now() - beginMs) / 1000).toFixed(0)} s\n`);
} finally {
	chamber.close();
}
process.exit(isBad ? 1 : 0);
