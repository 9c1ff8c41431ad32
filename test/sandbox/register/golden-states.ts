// In which state each golden frame was answered.
import type {Fault, RegisterState, VirtualRegisterOptions} from '../../../source/sandbox/register/index.ts';
import {openReceipt, openShift, operation} from './requests.ts';

export type Scene = {
	readonly options?: VirtualRegisterOptions;
	readonly state?: Partial<RegisterState>;
	/** Requests before, as payloads or as ids of golden frames. */
	readonly before?: readonly string[];
	readonly fault?: Fault;
	readonly loadsPaper?: boolean;
	readonly hours?: number;
	/** Bytes of the answer that nobody can foretell: a fiscal sign, the mask of a code. */
	readonly open?: readonly [from: number, to: number];
};

const local = (year: number, month: number, ...rest: [number, number, number, number?]): number =>
	new Date(year, month - 1, ...rest).getTime();

const shift = [openShift];
const receipt = [openShift, openReceipt()];
const hundred = [...receipt, operation()];

const receiptDocument = {
	fd: 45_817,
	fiscalSign: 4_115_683_449,
	atMs: local(2018, 6, 21, 6, 37),
	shift: 1,
	type: 3,
	kind: 0,
	totalKopecks: 150_000,
	slotsKopecks: [150_000],
	changeKopecks: 0,
	receiptNumber: 1,
	operations: [],
	tags: [],
	isForeign: false,
} as const;

const storage = {lastFd: 24, lastDocumentAtMs: local(2026, 8, 18, 18, 19)};
const paid = {before: hundred, state: {lastFd: 24}};

export const scenes: Readonly<Record<string, Scene>> = {
	'rf-01': {},
	'rf-02': {before: shift},
	'rf-03': {before: [...receipt, ...new Array<string>(300).fill(operation())]},
	'rf-04': {before: [openShift, openReceipt(2), operation({kind: 2})]},
	'rf-05': {options: {printMs: 60_000}, before: shift},
	'rf-06': {before: [...shift, 'rf-20'], fault: {fault: 'paperOutInside', command: '17'}},
	'rf-07': {before: [...shift, 'rf-20'], fault: {fault: 'paperOutInside', command: '17'}, loadsPaper: true},
	'rf-08': {before: shift, hours: 25},
	'rf-09': {
		options: {nowMs: () => local(2026, 8, 20, 20, 23, 38)},
		state: {throughNumber: 25, shift: 6},
	},
	'rf-10': {},
	'rf-11': {},
	'rf-12': {},
	'rf-13': {},
	'rf-14': {},
	'rf-15': {},
	'rf-16': {},
	'rf-17': {},
	'rf-18': {},
	'rf-19': {},
	'rf-20': {},
	'rf-21': {},
	'rf-22': {},
	'rf-23': {},
	'rf-24': {},
	'rf-25': {before: shift},
	'rf-26': {before: shift},
	'rf-27': {},
	'rf-28': {before: shift},
	'rf-29': {before: receipt},
	'rf-30': {before: receipt},
	'rf-31': {before: receipt},
	'rf-32': {before: hundred},
	'rf-33': {before: receipt},
	'rf-34': {before: receipt},
	'rf-35': {before: hundred, state: {lastFd: 221_361}, open: [12, 16]},
	'rf-36': paid,
	'rf-37': {before: hundred, state: {lastFd: 25}},
	'rf-38': {before: hundred, state: {lastFd: 26}},
	'rf-39': {
		options: {nowMs: () => local(2026, 11, 24, 11, 50), capabilities: {answersCloseDate: true}},
		before: hundred,
		state: {lastFd: 27},
	},
	'rf-40': paid,
	'rf-41': paid,
	'rf-42': paid,
	'rf-43': paid,
	'rf-44': {before: receipt},
	'rf-45': {before: shift},
	'rf-46': {before: [...shift, 'rf-20'], fault: {fault: 'paperOutInside', command: '17'}, loadsPaper: true},
	'rf-47': {state: storage},
	'rf-48': {
		options: {nowMs: () => local(2026, 8, 20, 18, 19)},
		before: receipt,
		state: storage,
	},
	'rf-49': {state: {isShiftOpen: true, shift: 308, receiptsInShift: 5}},
	'rf-50': {state: {shift: 6}},
	'rf-51': {state: {lastFd: 45_817, ticketedFd: 45_816, documents: [receiptDocument]}},
	'rf-52': {state: {lastFd: 45_817, ticketedFd: 45_816, documents: [receiptDocument]}},
	'rf-53': {},
	'rf-54': {state: {storageExpiresAtMs: local(2028, 4, 14, 0, 0)}},
	'rf-55': {},
	'rf-56': {state: {receiptsByKind: [5, 0, 0, 0]}},
	'rf-57': {},
	'rf-58': {},
	'rf-59': {},
	'rf-60': {before: ['rf-58', 'rf-59']},
	'rf-61': {before: ['rf-58', 'rf-59'], open: [4, 5]},
	'rf-62': {},
	'rf-63': {},
	'rf-64': {},
	'rf-65': {},
	'rf-66': {},
	'rf-67': {},
	'rf-68': {options: {printMs: 60_000}, before: ['rf-20']},
	'rf-69': {before: [...shift, 'rf-20'], fault: {fault: 'paperOutInside', command: '17'}, loadsPaper: true},
	'rf-70': {},
	'rf-71': {},
};
