// Signals of a process that carries money: a stop is a wish to cancel, a lost terminal is nothing at all.

export type StopSignals = {
	/** Aborted by the first SIGINT or SIGTERM. */
	readonly signal: AbortSignal;
	stop(): void;
};

/** Listens for stop signals. SIGHUP (the SSH line dropped) is ignored: the payment goes on without a screen. */
export function onStopSignals(): StopSignals {
	const controller = new AbortController();
	const wish = (): void => controller.abort();
	const nothing = (): void => undefined;
	process.on('SIGINT', wish);
	process.on('SIGTERM', wish);
	process.on('SIGHUP', nothing);
	return {
		signal: controller.signal,
		stop() {
			process.off('SIGINT', wish);
			process.off('SIGTERM', wish);
			process.off('SIGHUP', nothing);
		},
	};
}
