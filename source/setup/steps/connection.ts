// Step 3: the chain to the gateway, each link alone. Where the server's root is not known, a root file can be taken.
import {gatewayEn, gatewayRu} from '../../core/index.ts';
import {suggestedTypes} from '../model/types.ts';
import {isSaved} from '../save.ts';
import {busy, change, mark, type Step, say, type Wizard} from '../wizard.ts';

export const connectionStep: Step = {
	enter: (wizard) => {
		if (stateOf(wizard).rows === null) void probe(wizard);
	},
	actions: (wizard) => {
		const {roots, rows, brokenAt} = stateOf(wizard);
		const isSound = rows !== null && brokenAt === null;
		return [
			isSound
				? {id: 'next', keys: ['enter'], run: () => wizard.go('types')}
				: roots.length > 0
					? {id: 'take', keys: ['enter'], run: () => takeRoot(wizard)}
					: {id: 'again', keys: ['enter', 'r', 'f5'], run: () => void probe(wizard)},
			...(roots.length > 1
				? ([
						{id: 'choose', keys: ['up'], run: () => move(wizard, -1)},
						{id: 'choose', keys: ['down'], shown: null, run: () => move(wizard, 1)},
					] as const)
				: []),
			...(isSound || roots.length > 0
				? ([{id: 'again', keys: ['r', 'f5'], run: () => void probe(wizard)}] as const)
				: []),
		];
	},
	type: () => undefined,
	paste: () => undefined,
};

const stateOf = ({ui}: Wizard) => ui.getSnapshot().connection;

function move(wizard: Wizard, by: number): void {
	const {cursor, roots} = stateOf(wizard);
	change(wizard, 'connection', {cursor: (cursor + by + roots.length) % roots.length});
}

/** Tries all links; what the gateway offers becomes the suggestion for the next step. */
export function probe(wizard: Wizard): Promise<void> {
	const {ports, words, ui, language} = wizard;
	return busy(wizard, async () => {
		change(wizard, 'connection', {rows: [], brokenAt: null, roots: [], cursor: 0, blocked: null});
		const end = await ports.probe();
		if ('blocked' in end) {
			change(wizard, 'connection', {rows: null, blocked: end.blocked});
			say(wizard, 'bad', end.blocked);
			return;
		}
		const broken = end.rows.find(({ok}) => !ok);
		change(wizard, 'connection', {rows: end.rows, brokenAt: broken?.link ?? null, roots: end.roots});
		mark(wizard, 'connection', broken ? 'failed' : 'done');
		if (broken) {
			const {links} = language === 'en' ? gatewayEn : gatewayRu;
			say(wizard, 'bad', words.connection.broken(links[broken.link]));
			return;
		}
		say(wizard, 'good', words.connection.sound);
		const offered = new Set<string>(end.systems);
		const isSuggested = ui.getSnapshot().types.isSuggested;
		change(wizard, 'types', {offered, ...(isSuggested ? {rows: suggestedTypes(offered)} : {})});
		change(wizard, 'trial', {roundTripMs: end.rows.find(({link}) => link === 'answer')?.ms ?? null});
	});
}

function takeRoot(wizard: Wizard): void {
	const {cursor, roots} = stateOf(wizard);
	const path = roots[cursor];
	if (path === undefined) return;
	void busy(wizard, async () => {
		const end = await wizard.ports.takeRoot(path);
		if (!isSaved(wizard, end, () => takeRoot(wizard))) return;
		say(wizard, 'good', wizard.words.connection.rootTaken);
		// The next try is a deed of its own: this one has to be over first.
		setImmediate(() => void probe(wizard));
	});
}
