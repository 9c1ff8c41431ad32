// Moments at which a process is killed for good: seen from outside, at the gateway, at the register, in the journal.
import type {CommandEntry, RequestEntry} from '../../../source/sandbox/index.ts';
import {rowSeen} from './journal.ts';

/** What a killer watches. Listeners are called in the middle of the exchange, before its answer leaves. */
export type Watched = {
	readonly folder: string;
	readonly isGone: () => boolean;
	readonly onRequest: (listener: (entry: RequestEntry) => void) => void;
	readonly onCommand: (listener: (entry: CommandEntry) => void) => void;
};

/** Calls `kill` once its moment has come. */
export type KillPoint = (watched: Watched, kill: () => void) => void;

/** At the `nth` request of this operation: it is carried out, its answer still on this side. */
export const atRequest =
	(operation: string, nth = 1): KillPoint =>
	({onRequest}, kill) => {
		let seen = 0;
		onRequest((entry) => {
			if (entry.operation !== operation) return;
			seen += 1;
			if (seen === nth) kill();
		});
	};

/** At the `nth` register command with this code: it is carried out, its answer still on this side. */
export const atCommand =
	(code: string, nth = 1): KillPoint =>
	({onCommand}, kill) => {
		let seen = 0;
		onCommand((entry) => {
			if (entry.code !== code) return;
			seen += 1;
			if (seen === nth) kill();
		});
	};

/** As soon as a row of this kind is on disk. */
export const afterRow =
	(kind: string): KillPoint =>
	({folder, isGone}, kill) =>
		void rowSeen(folder, ({type}) => type === kind, isGone).then(kill);

/** This long after the intent to pay is on disk: wherever the payment may be by then. */
export const msAfterStart =
	(ms: number): KillPoint =>
	({folder, isGone}, kill) =>
		void rowSeen(folder, ({type}) => type === 'payment.started', isGone).then(() => setTimeout(kill, ms));
