// A MERTECH QR-PAY on a serial line: best effort, beside the payment and never in its way. The newest picture wins.
import type {ClockPort} from '../../engine/index.ts';
import {mertechFrames} from './frames.ts';
import {type OpenLine, type SerialLine, serialLine} from './serial-line.ts';

export type CustomerDisplayOptions = {
	/** `/dev/serial/by-id/…`, `/dev/ttyACM0`, `COM5`. */
	readonly port: string;
	readonly clock: ClockPort;
	/** Told when the display begins or ceases to take what it is sent: a line on the cashier's screen, never an error. */
	readonly onHealth?: (isTaking: boolean) => void;
	readonly openLine?: OpenLine;
};

export type CustomerDisplay = {
	/** Shows a text that has passed the QR check. True once the port has taken all bytes: no proof that it is seen. */
	showQr(text: string): Promise<boolean>;
	/** The display's picture of a success, for five seconds: only for what the gateway calls paid. */
	success(): void;
	/** Declined, expired, unknown: for five seconds. */
	failure(): void;
	clear(): void;
	/** Clears and closes, within about three seconds. */
	close(): Promise<void>;
};

type Picture = {readonly bytes: Uint8Array | null; readonly answer: (isTaken: boolean) => void};

const writeLimitMs = 1_000;
/** Opening may reset a CDC device, and what is sent meanwhile is lost. A guess, as nobody says how long it takes. */
const settleMs = 300;
/** Within this time `showQr` answers, whatever the port does. */
const answerLimitMs = 2_500;
const endShownMs = 5_000;
const reopenStepsMs = [1_000, 2_000, 5_000] as const;

const nobody = (): void => undefined;

/** Opens the display and clears it: after a crash an old code may stand there. */
export function openCustomerDisplay(options: CustomerDisplayOptions): CustomerDisplay {
	const {clock, onHealth = nobody, openLine = serialLine(options.port)} = options;
	let wanted: Picture = {bytes: null, answer: nobody};
	let shown: Picture | null = null;
	let line: SerialLine | null = null;
	let failures = 0;
	let stopRetry = nobody;
	let stopEnd = nobody;
	let isTaking: boolean | null = null;
	let work: Promise<void> | null = null;
	let isClosed = false;

	const pause = (ms: number): Promise<void> =>
		new Promise((resolve) => {
			clock.setTimer(ms, resolve);
		});

	const tellHealth = (isTakingNow: boolean): void => {
		if (isTaking !== isTakingNow) onHealth(isTakingNow);
		isTaking = isTakingNow;
	};

	const failed = (picture: Picture): void => {
		picture.answer(false);
		tellHealth(false);
		const afterMs = reopenStepsMs[Math.min(failures, reopenStepsMs.length - 1)] ?? 5_000;
		failures += 1;
		stopRetry();
		if (!isClosed) stopRetry = clock.setTimer(afterMs, begin);
	};

	const connect = async (): Promise<SerialLine | null> => {
		const opened = await openLine(() => {
			if (line !== opened) return;
			line = null;
			shown = null;
			failed(wanted);
		}).catch(() => null);
		if (opened && isClosed) {
			void opened.drop();
			return null;
		}
		line = opened;
		if (opened) await pause(settleMs);
		return line;
	};

	/** Draws until what stands there is what is wanted, or the line is gone. */
	const draw = async (): Promise<void> => {
		stopRetry();
		while (shown !== wanted && !isClosed) {
			const to = line ?? (await connect());
			const picture = wanted;
			if (!to) return failed(picture);
			// Cleared first: a write that breaks off must not leave the old code standing.
			const bytes = [...mertechFrames.clear, ...(picture.bytes ?? [])];
			const isTaken = await to.write(Uint8Array.from(bytes), writeLimitMs);
			if (!isTaken) {
				// Unplugged in the middle of a write: that has been told already.
				if (line !== to) return;
				line = null;
				shown = null;
				await to.drop();
				return failed(picture);
			}
			shown = picture;
			failures = 0;
			picture.answer(true);
			tellHealth(true);
		}
	};

	const begin = (): void => {
		work ??= draw().finally(() => {
			work = null;
			// What was wanted while the last bytes went out.
			if (line && shown !== wanted && !isClosed) begin();
		});
	};

	const want = (bytes: Uint8Array | null, answer: (isTaken: boolean) => void = nobody): Picture => {
		wanted.answer(false);
		wanted = {bytes, answer};
		if (!isClosed) begin();
		return wanted;
	};

	const wantBriefly = (bytes: Uint8Array): void => {
		const picture = want(bytes);
		stopEnd();
		stopEnd = clock.setTimer(endShownMs, () => {
			if (wanted === picture) want(null);
		});
	};

	begin();
	return {
		showQr: (text) =>
			new Promise((resolve) => {
				const stopLimit = clock.setTimer(answerLimitMs, () => resolve(false));
				const answer = (isTaken: boolean): void => {
					stopLimit();
					resolve(isTaken);
				};
				const bytes = mertechFrames.qr(text);
				want(bytes, answer);
				if (!bytes || isClosed) answer(false);
			}),
		success: () => wantBriefly(mertechFrames.success),
		failure: () => wantBriefly(mertechFrames.failure),
		clear: () => {
			want(null);
		},
		async close() {
			isClosed = true;
			stopRetry();
			stopEnd();
			wanted.answer(false);
			await new Promise<void>((resolve) => {
				const stopLimit = clock.setTimer(answerLimitMs, resolve);
				void Promise.resolve(work).then(() => {
					stopLimit();
					resolve();
				});
			});
			if (!line) return;
			const last = line;
			line = null;
			const isCleared = await last.write(mertechFrames.clear, writeLimitMs);
			await (isCleared ? last.close() : last.drop());
		},
	};
}
