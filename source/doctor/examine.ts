// Runs the probes: each by itself and with a limit of its own, so that the page is there in time whatever is broken.
import {cleanText, doctorCheckIds} from '../core/index.ts';
import {checks} from './checks.ts';
import {diagnose} from './diagnose.ts';
import type {Row} from './row.ts';
import type {AllProbed, Probed, ProbeId, SeenBy} from './seen.ts';

/** What the doctor needs of the world. None takes a lock, none changes anything, none throws but for a bug. */
export type DoctorPorts = {
	readonly [Id in Exclude<ProbeId, 'journal'>]: () => Promise<SeenBy[Id]>;
} & {
	/** Reads in one go, without a pause for others: so it comes last, and gives up after `budgetMs`. */
	readonly journal: (budgetMs: number) => Promise<SeenBy['journal']>;
};

/** For the whole page; what comes after it (words, the process's end) has its time too. */
const pageMs = 17_000;

const limitsMs: Readonly<Record<ProbeId, number>> = {
	settings: 3000,
	certificate: 4000,
	gateway: 14_000,
	register: 13_000,
	display: 2000,
	terminal: 1000,
	disk: 6000,
	journal: 6000,
	version: 1000,
};

/**
 * Examines a till. `onRow` hears each row as soon as all above it are known; the answer holds them all.
 */
export async function examine(
	ports: DoctorPorts,
	onRow: (row: Row) => void = () => undefined,
): Promise<readonly Row[]> {
	const startMs = performance.now();
	const leftMs = (): number => Math.max(500, pageMs - (performance.now() - startMs));
	const known: {-readonly [Id in ProbeId]?: AllProbed[Id]} = {};
	let told = 0;

	const tell = (): readonly Row[] => {
		const rows = diagnose({...nothingTried, ...known});
		while (told < rows.length) {
			const id = doctorCheckIds[told];
			const row = rows[told];
			if (!id || !row || !known[checks[id].probe]) break;
			onRow(row);
			told += 1;
		}
		return rows;
	};
	const note = <Id extends ProbeId>(id: Id, probed: Probed<SeenBy[Id]>): void => {
		Object.assign(known, {[id]: probed});
		tell();
	};
	const take = async <Id extends ProbeId>(id: Id, probe: () => Promise<SeenBy[Id]>): Promise<void> => {
		note(id, await limited(probe, Math.min(limitsMs[id], leftMs())));
	};

	await take('settings', ports.settings);
	const isRead = known.settings?.type === 'seen' && known.settings.seen.type === 'read';
	const gateway = async (): Promise<void> => {
		await take('certificate', ports.certificate);
		await take('gateway', ports.gateway);
	};
	const ofTill = [gateway, () => take('register', ports.register), () => take('display', ports.display)];
	await Promise.all([
		take('terminal', ports.terminal),
		take('disk', ports.disk),
		take('version', ports.version),
		// Without readable settings there is nothing to look at.
		...(isRead ? ofTill.map((look) => look()) : []),
	]);
	for (const id of ['certificate', 'gateway', 'register', 'display'] as const) {
		if (!known[id]) note(id, {type: 'notTried'});
	}
	await take('journal', () => ports.journal(Math.min(limitsMs.journal, leftMs())));
	return tell();
}

const notTried = {type: 'notTried'} as const;

const nothingTried: AllProbed = {
	settings: notTried,
	certificate: notTried,
	gateway: notTried,
	register: notTried,
	display: notTried,
	terminal: notTried,
	disk: notTried,
	journal: notTried,
	version: notTried,
};

async function limited<Seen>(probe: () => Promise<Seen>, limitMs: number): Promise<Probed<Seen>> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<Probed<Seen>>((resolve) => {
		timer = setTimeout(() => resolve({type: 'late', limitS: Math.round(limitMs / 1000)}), limitMs);
	});
	const seen = async (): Promise<Probed<Seen>> => {
		try {
			return {type: 'seen', seen: await probe()};
		} catch (error) {
			// A bug of one check must not hide what the others found.
			const detail = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
			return {type: 'failed', detail: cleanText(detail, 120)};
		}
	};
	try {
		return await Promise.race([seen(), late]);
	} finally {
		clearTimeout(timer);
	}
}
