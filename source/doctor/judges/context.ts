// What a judge may know beside its own probe: the till's facts, and the rows above.
import type {DoctorCheckId} from '../../core/index.ts';
import type {Row} from '../row.ts';
import type {AllProbed, TillFacts} from '../seen.ts';

export type Context = {
	/** Null: the settings could not be read. */
	readonly till: TillFacts | null;
	readonly all: AllProbed;
	/** A row above; undefined for one below. */
	readonly row: (id: DoctorCheckId) => Row | undefined;
};
