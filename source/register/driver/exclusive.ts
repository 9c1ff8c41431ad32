// Operations one after the other: a receipt, a slip and a check must never mix their commands.

export type Exclusive = {
	/** Runs `work` when all before it are over. */
	run<End>(work: () => Promise<End>): Promise<End>;
	/** Whether one is running or waits. */
	isBusy(): boolean;
};

export function createExclusive(): Exclusive {
	let last: Promise<unknown> = Promise.resolve();
	let waiting = 0;
	return {
		run: async (work) => {
			waiting += 1;
			const turn = last.then(work).finally(() => {
				waiting -= 1;
			});
			// The next in line does not care how this one ended.
			last = turn.catch(() => undefined);
			return turn;
		},
		isBusy: () => waiting > 0,
	};
}
