// The times of a payment (contracts: gateway, «The order of a payment»), all in milliseconds, in one place.

/** One request's whole answer. */
export const createTimeoutMs = 15_000;
export const statusTimeoutMs = 10_000;

/** A creation or a cancel that failed technically is tried again this long after its start. */
export const retryIntervalMs = 2_000;

/** All tries of one cancel together; after a signal also the time within which the true end must be known. */
export const cancelWindowMs = 10_000;

/** What an order gets whose customer has confirmed (`processing`) when its time is over. */
export const processingGraceMs = 30_000;

/** The longest pause between two questions while a confirmed payment is asked on: a slow poll interval must not eat the 30 s. */
export const askingOnPauseMs = 5_000;

/** How far a request may run past the order's time. */
export const overrunMs = 10_000;

/** How long polling waits for the QR to be shown where that takes time (a slip on the tape). */
export const showGraceMs = 15_000;

/** Asking on after the end: of an unresolved payment until it is settled, of an unpaid one for late money. */
const backgroundStepsMs = [30_000, 60_000, 120_000, 240_000, 480_000, 900_000] as const;

/** How long after an unpaid end late money is looked for by itself (a bank's window after the scan is 20 minutes). */
export const lateWatchMs = 3_600_000;

/** The pause before background question number `step` (from 0): 30 s, 60 s, 2 min … 15 min. */
export const backgroundPauseMs = (step: number): number =>
	backgroundStepsMs[Math.min(step, backgroundStepsMs.length - 1)] ?? 900_000;
