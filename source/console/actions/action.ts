// One thing that a key does on a screen. The same list answers keys, draws the key line and sends the commands.
import type {ActionId} from '../../core/index.ts';
import type {Key} from '../keys/key.ts';

/** A row of a screen's table of keys. */
export type Action = {
	readonly id: ActionId;
	/** Names of keys, Latin and lower-case; the letter beside a function key comes first. */
	readonly keys: readonly string[];
	/** How the key line names the keys where their names are not enough (`1–3`, arrows); null: not named there. */
	readonly shown?: string | null;
	readonly run: (key: Key) => void;
};
