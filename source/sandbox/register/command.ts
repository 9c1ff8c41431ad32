// What a command is: its code, who may send it and when, and what it does.
import {join, le} from './bytes/build.ts';
import type {Reader} from './bytes/reader.ts';
import type {Device} from './device.ts';
import type {Model} from './model.ts';

/** A command's end: the data of its answer, or the error code in its place. */
export type Outcome = {readonly data: Uint8Array} | {readonly error: number};

export type Command = {
	/** One byte, or two as 0xFFxx. */
	readonly code: number;
	/** A word for logs. */
	readonly name: string;
	/** Size of the whole payload, code and password included; anything else is 7Eh. */
	readonly size: readonly [min: number, max: number];
	/** Whose password is asked: nobody's, any row of table 2, or an administrator's (rows 29 and 30). */
	readonly password: 'none' | 'operator' | 'administrator';
	/** Modes it is allowed in. */
	readonly modes: readonly number[] | 'any';
	/** Codes for modes it is not allowed in, where the answer is not 73h. */
	readonly refusals?: Readonly<Record<number, number>>;
	/** `acts` obeys the printer: no paper, a job under way and an awaited B0h refuse it. */
	readonly printer: 'acts' | 'ignores';
	/** A model that lacks it answers 37h. */
	readonly isKnown?: (model: Model) => boolean;
	/** `operator` is the row of table 2 whose password came. */
	readonly run: (device: Device, request: Reader, operator: number) => Outcome;
};

export const done = (...parts: readonly (number | Uint8Array)[]): Outcome => ({data: join(...parts)});

export const refused = (error: number): Outcome => ({error});

export const isRefused = (outcome: Outcome): outcome is {readonly error: number} => 'error' in outcome;

/** Sizes of a request that has one length only. */
export const exactly = (size: number): readonly [number, number] => [size, size];

/** Modes where the shift is open or closed but no document is. */
export const idleModes = [2, 3, 4] as const;

export const money = (kopecks: number): Uint8Array => le(kopecks, 5);
