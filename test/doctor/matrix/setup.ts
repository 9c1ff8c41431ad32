// One broken set-up of the matrix: how it is made, and the one row that has to name it.
import type {DoctorCheckId} from '../../../source/core/index.ts';
import type {Lab} from './lab.ts';

export type Expected = {
	readonly id: DoctorCheckId;
	readonly verdict: 'broken' | 'warning';
	/** One of these codes. */
	readonly codes: readonly string[];
	/** Rows that rightly have a doubt of their own in this set-up. */
	readonly doubts?: readonly DoctorCheckId[];
};

/** What is examined, and from where. */
export type Patient = {
	readonly folder: string;
	/** The doctor stands at a terminal of this size and environment; without it its output is a pipe. */
	readonly terminal?: {
		readonly columns: number;
		readonly rows: number;
		readonly env: Readonly<Record<string, string | undefined>>;
	};
	/** Words before the doctor's own command line: another user, a limit. */
	readonly before?: readonly string[];
};

export type Setup = {
	/** What is broken, in a few words. */
	readonly name: string;
	readonly expected: Expected;
	/** Made and examined within a moment, and by any process: fit for every test run. */
	readonly isQuick: boolean;
	/** Null: it cannot be made on this machine. */
	readonly make: (lab: Lab) => Promise<Patient | null>;
};

type Words = Omit<Expected, 'verdict' | 'codes'> & {readonly code: string | readonly string[]};

const setup =
	(verdict: Expected['verdict'], isQuick: boolean) =>
	(name: string, {code, ...rest}: Words, make: Setup['make']): Setup => ({
		name,
		expected: {...rest, verdict, codes: typeof code === 'string' ? [code] : code},
		isQuick,
		make,
	});

/** A set-up in which one link is ✗. */
export const brokenAt = setup('broken', true);
/** The same, but it takes its time or a process of its own. */
export const slowlyBrokenAt = setup('broken', false);
/** A set-up that works, with a ! by its nature. */
export const doubtfulAt = setup('warning', true);
export const slowlyDoubtfulAt = setup('warning', false);
