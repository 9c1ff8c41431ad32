// The register's error codes as data (register-protocol §11): was anything done, and what helps.
import type {RegisterCure, RegisterTaken} from '../../core/index.ts';

export type ErrorFacts = {readonly taken: RegisterTaken; readonly cure: RegisterCure};

/** 37h: the firmware doesn't know the command; the caller takes the other way. */
export const notSupported = 0x37;
/** 5Dh: no such table. */
export const noSuchTable = 0x5d;
/** FF0Ah of a document that is not there. */
export const noSuchData = 0x08;
/** The printer is busy, waits for paper or for «continue»: nothing was done, the same command goes again after it. */
export const printerErrors: ReadonlySet<number> = new Set([0x50, 0x58, 0x6b, 0x72]);

/** The storage did not answer the register in time: it may a moment later. */
export const storageErrors: ReadonlySet<number> = new Set([0x2f, 0x30]);

const surelyNot: Readonly<Partial<Record<RegisterCure, readonly number[]>>> = {
	support: [0x01, 0x09, 0x20, 0x33, 0x5d, 0x5e, 0x7e, 0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5],
	readState: [0x02, 0x08, 0x55, 0x56, 0x73],
	replaceStorage: [0x05, 0x06, 0x12],
	clock: [0x07, 0x17, 0x7c, 0x7d],
	shorten: [0x10, 0x90, 0x91, 0x92],
	network: [0x11],
	ofd: [0x14, 0x15],
	closeShift: [0x16, 0x3c, 0x47, 0x4e, 0x51, 0x52, 0x53, 0x54, 0x65, 0x66, 0x84, 0x85, 0x86, 0x87, 0x88],
	loadAgain: [0x34],
	settings: [0x35, 0x36, 0x37, 0x63],
	openShift: [0x3d],
	smallerSum: [0x41, 0x42, 0x43, 0x44, 0x48, 0x5b, 0x60, 0x61, 0x62, 0x7f, 0x8e],
	sumsDisagree: [0x45, 0x4d],
	cashIn: [0x46],
	finishReceipt: [0x49, 0x4a, 0x59, 0xc7],
	fewerLines: [0x4b, 0x94],
	password: [0x4f],
	wait: [0x50, 0x72],
	continuePrint: [0x58],
	power: [0x5c, 0xc2],
	again: [0x5f],
	paper: [0x6b, 0x6c],
	service: [0x78, 0xc4],
	rowLocked: [0x7a],
	confirmClock: [0xc0],
};

const nobodyKnows: Readonly<Partial<Record<RegisterCure, readonly number[]>>> = {
	service: [0x03, 0x04, 0x38, 0x74, 0x7b],
	waitStorage: [0x2f, 0x30],
	restart: [0x39, 0x6a, 0x75, 0x93],
	cutter: [0x71],
	freeLid: [0x76, 0x77],
	cool: [0xc8, 0xc9],
};

const rows = (table: typeof surelyNot, taken: RegisterTaken): readonly (readonly [number, ErrorFacts])[] =>
	Object.entries(table).flatMap(([cure, codes]) =>
		codes.map((code) => [code, {taken, cure: cure as RegisterCure}] as const),
	);

/** All documented codes but 00. */
export const errorCodes: ReadonlyMap<number, ErrorFacts> = new Map([
	...rows(surelyNot, 'no'),
	...rows(nobodyKnows, 'unknown'),
]);

/** A code that nobody documents is treated as if anything could have been done. */
export const factsOfError = (error: number): ErrorFacts =>
	errorCodes.get(error) ?? {taken: 'unknown', cure: 'support'};
