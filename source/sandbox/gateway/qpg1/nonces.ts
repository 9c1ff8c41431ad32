// Nonces that were used. One is remembered as long as its time would still be accepted, and no longer.

export type NonceMemory = {
	/** True the first time, false ever after. `untilS`: when the request that bears it is out of date anyway. */
	use(nonce: string, untilS: number, nowS: number): boolean;
};

export function makeNonceMemory(): NonceMemory {
	const untilOf = new Map<string, number>();
	let sweptAtS = 0;
	return {
		use(nonce, untilS, nowS) {
			if (nowS > sweptAtS + 60) {
				for (const [old, endS] of untilOf) if (endS < nowS) untilOf.delete(old);
				sweptAtS = nowS;
			}
			if (untilOf.has(nonce)) return false;
			untilOf.set(nonce, untilS);
			return true;
		},
	};
}
