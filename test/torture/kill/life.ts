// The life of one till under torture: payments whose processes die at drawn moments, until the given number of deaths is
// reached; then all is settled, and the books are compared.
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {brokenAt, type Row} from '../../e2e/support/journal.ts';
import {chanceOf} from '../support/chance.ts';
import {readDiskLog} from '../support/disk-log.ts';
import {after, cutPower, diskOf} from '../support/power-cut.ts';
import {
	type Process,
	type Program,
	type Start,
	startOnPipes,
	startOnTerminalLine,
} from '../support/process.ts';
import type {Shim} from '../support/shim.ts';
import {isCancelled, sitAt} from './cashier.ts';
import {type Books, compare, type Difference, type Enter, withoutIntent} from './compare.ts';
import {awaitMoment, drawMoment} from './moment.ts';
import {rowsIn} from './rows.ts';
import {type Chamber, openTortureTill, type TortureTill} from './till.ts';

/** `kill`: SIGKILL; `power`: SIGKILL, and what was not synced is lost; `lyingDisk`: the same with syncs that do nothing. */
export type Death = 'kill' | 'power' | 'lyingDisk';

export type LifePlan = {
	readonly seed: string;
	readonly way: 'pay' | 'console';
	readonly death: Death;
	readonly deaths: number;
};

export type LifeEnd = {
	readonly deaths: number;
	/** Deaths by the newest row that was on disk. */
	readonly deathsAfter: Readonly<Record<string, number>>;
	readonly payments: number;
	readonly paid: number;
	readonly receipts: number;
	readonly droppedWrites: number;
	readonly differences: readonly Difference[];
};

/** Kopecks choose the gateway's story. */
const stories = [0, 0, 0, 0, 0, 1, 2, 4, 5, 6, 7, 12] as const;

/** Nothing may take longer: a process that does hangs, and that is a difference too. */
const longestMs = 180_000;

export async function liveThrough(
	chamber: Chamber,
	program: Program,
	shim: Shim | null,
	plan: LifePlan,
): Promise<LifeEnd> {
	const name = plan.seed.replace(/[^\w]/g, '-');
	const till = await openTortureTill(chamber, name);
	const chance = chanceOf(plan.seed);
	const log = join(chamber.folder, `${name}.log`);
	const enters: Enter[] = [];
	const said: Readonly<Record<string, unknown>>[] = [];
	const differences: Difference[] = [];
	const deathsAfter: Record<string, number> = {};
	let deaths = 0;
	let droppedWrites = 0;

	const books = (): Books => ({
		enters,
		orders: till.gateway.orders(),
		documents: till.register.documents(),
		rows: rowsIn(till.folder),
		said,
	});

	/** Runs a process and, where it is doomed, kills it at a drawn moment. */
	async function run(
		start: Start,
		args: readonly string[],
		isDoomed: boolean,
		act: (running: Process) => Promise<void> = async () => undefined,
	): Promise<Process> {
		rmSync(log, {force: true});
		const isCut = plan.death !== 'kill';
		const before = isCut ? diskOf(till.folder) : null;
		const environment =
			isCut && shim ? shim.environment({root: till.folder, log, isLying: plan.death === 'lyingDisk'}) : {};
		let isStruck = false;
		let running: Process | null = null;
		const strike = (): void => {
			isStruck = true;
			running?.signal('SIGKILL');
		};
		const stop = isDoomed
			? awaitMoment(drawMoment(chance), till.happenings, till.folder, strike)
			: () => undefined;
		running = start(program, [...args, '--till', till.folder], environment);
		const watchdog = setTimeout(() => {
			differences.push({
				kind: 'wrong',
				text: `${args.join(' ')} hangs:\n${running?.screen() || running?.output().slice(-600)}`,
			});
			running?.signal('SIGKILL');
		}, longestMs);
		await Promise.all([act(running), running.ended]);
		clearTimeout(watchdog);
		stop();
		for (const line of jsonLines(running.output())) if (line['type'] === 'result') said.push(line);
		if (isStruck) {
			deaths += 1;
			if (before)
				droppedWrites += cutPower(till.folder, after(before, readDiskLog(log)), chance).droppedWrites;
			const newest = rowsIn(till.folder).at(-1)?.type ?? 'nothing';
			deathsAfter[newest] = (deathsAfter[newest] ?? 0) + 1;
			differences.push(...withoutIntent(books()));
		}
		return running;
	}

	const newEnter = (): Enter => {
		const enter = {amountKopecks: (enters.length + 10) * 100 + chance.oneOf(stories)};
		enters.push(enter);
		return enter;
	};
	const pay = (enter: Enter, isDoomed: boolean): Promise<Process> =>
		run(startOnPipes, payCall(enter), isDoomed, async (running) => {
			if (isCancelled(enter.amountKopecks) && (await running.says('"type":"qr"'))) running.signal('SIGTERM');
		});
	const sit = (enter: Enter | null, isDoomed: boolean): Promise<Process> =>
		run(startOnTerminalLine, [], isDoomed, (running) => sitAt(running, till.folder, enter));

	/** One payment, killed one to three times by whoever works on it. */
	async function payment(): Promise<void> {
		const enter = newEnter();
		if (plan.way === 'pay') await pay(enter, true);
		else await sit(enter, true);
		for (let again = chance.below(3); again > 0 && deaths < plan.deaths; again -= 1) {
			const who = chance.oneOf(['same', 'same', 'same', 'same', 'resolve', 'other'] as const);
			if (who === 'resolve') await run(startOnPipes, ['resolve', '--json'], true);
			else if (plan.way === 'console') await sit(null, true);
			else await pay(who === 'same' ? enter : newEnter(), true);
		}
		if (!chance.isOneIn(4)) {
			if (plan.way === 'console') await sit(null, false);
			else await pay(enter, false);
		}
		differences.push(...(await settleAll(run)));
	}

	try {
		while (deaths < plan.deaths && differences.length === 0) await payment();
		const rows = rowsIn(till.folder);
		differences.push(...compare(books()), ...wholeness(till, rows));
		return {
			deaths,
			deathsAfter,
			payments: enters.length,
			paid: till.gateway.orders().filter(({status}) => status === 'paid').length,
			receipts: till.register.closedReceipts(),
			droppedWrites,
			differences,
		};
	} finally {
		await till.close();
	}
}

/** `resolve` until it finds nothing: that must be soon. */
async function settleAll(
	run: (start: Start, args: readonly string[], isDoomed: boolean) => Promise<Process>,
): Promise<readonly Difference[]> {
	let last = '';
	for (let tries = 0; tries < 4; tries += 1) {
		const settled = await run(startOnPipes, ['resolve', '--json'], false);
		const {code} = await settled.ended;
		last = `${code} ${settled.output()}${settled.errors()}`;
		if (code === 0 && settled.output() === '') return [];
	}
	return [{kind: 'wrong', text: `it does not get settled: ${last}`}];
}

function wholeness(till: TortureTill, rows: readonly Row[]): readonly Difference[] {
	const found: Difference[] = [];
	const broken = brokenAt(till.folder);
	if (broken !== null)
		found.push({kind: 'lost', text: `the chain breaks at row ${broken} of ${rows.length}`});
	if (till.register.state().receipt) found.push({kind: 'wrong', text: 'a receipt stands open'});
	return found;
}

const payCall = ({amountKopecks}: Enter): readonly string[] => [
	...['pay', '--json', '--method', 'sbp', '--order', `T-${amountKopecks}`],
	...['--amount', (amountKopecks / 100).toFixed(2)],
];

function jsonLines(output: string): readonly Readonly<Record<string, unknown>>[] {
	return output
		.split('\n')
		.slice(0, -1)
		.filter((line) => line.startsWith('{'))
		.map((line) => JSON.parse(line));
}
