// Which response time to advise from what the trial has shown.

export type SeenTimes = {
	/** One request to the gateway and back; null: not measured. */
	readonly roundTripMs: number | null;
};

/** The customer's own time; the module's default. */
const usualS = 180;
export const shortS = 120;

/** Seconds for `ResponseTimeoutS`: the usual time, and more where the gateway answers slowly, for a payment takes some forty requests. */
export function advisedTimeS({roundTripMs}: SeenTimes): number {
	const slowS = Math.ceil((Math.max(0, (roundTripMs ?? 0) - 1000) * 40) / 1000);
	return Math.min(600, usualS + Math.ceil(slowS / 30) * 30);
}

/** A response time as typed; null: not one that is allowed. */
export function timeOfText(text: string): number | null {
	const seconds = /^\d{1,4}$/.test(text) ? Number(text) : 0;
	return seconds >= 10 && seconds <= 3600 ? seconds : null;
}
