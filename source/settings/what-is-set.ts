// An unfinished till as far as it goes: what the wizard begins from. Secrets are in it: never to be shown.
import type {LinkName, ModuleName} from '../core/index.ts';
import {look} from './look.ts';
import {type TillFile, tillDefaults} from './till-file/till-schema.ts';

export type WhatIsSet = {
	/** Empty texts for what is not set. */
	readonly module: Readonly<Partial<Record<ModuleName, string>>>;
	readonly links: ReadonlyMap<LinkName, string>;
	/** The file's content, or the defaults. */
	readonly tillFile: TillFile;
	/** till.json is there and can be read. */
	readonly hasTillFile: boolean;
};

/** Reads what there is; wrong values are as they stand. Nothing is written, nothing is refused. */
export function readWhatIsSet(folder: string): WhatIsSet {
	const seen = look(folder);
	const looked = seen.type === 'looked' ? seen.looked : null;
	return {
		module: looked?.moduleCheck?.values ?? {},
		links: looked?.linkCheck?.codes ?? new Map(),
		tillFile: looked?.tillFile ?? tillDefaults,
		hasTillFile: looked?.document != null && looked.tillFile !== null,
	};
}
