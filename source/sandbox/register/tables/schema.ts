// Shape of the register's tables: names, rows, fields with their type, bounds and factory value (reference, section 5).

export type Field = {
	readonly name: string;
	/** Bytes on the wire. */
	readonly size: number;
	/** Nobody may write it: 7Ah. `first-row` forbids it in row 1 alone. */
	readonly fixed?: 'always' | 'first-row';
	/** It may be written with the shift closed only: C7h otherwise. */
	readonly needsClosedShift?: boolean;
} & (
	| {
			readonly type: 'number';
			readonly min: number;
			readonly max: number;
			readonly initial: (row: number) => number;
	  }
	| {readonly type: 'text'; readonly initial: (row: number) => string}
);

export type Table = {
	readonly number: number;
	readonly name: string;
	readonly rows: number;
	/** Field 1 is at index 0. */
	readonly fields: readonly Field[];
};

/** A field of one number with bounds; its factory value is the same in every row. */
export const numeric = (name: string, size: number, max: number, initial = 0, min = 0): Field => ({
	name,
	type: 'number',
	size,
	min,
	max,
	initial: () => initial,
});

export const textual = (name: string, size: number, initial: (row: number) => string = () => ''): Field => ({
	name,
	type: 'text',
	size,
	initial,
});
