// The mains: whether the register is on, and when it comes back by itself.

export class Power {
	readonly #onLoss: () => void;
	#isOn = true;
	#timer: NodeJS.Timeout | null = null;

	constructor(onLoss: () => void) {
		this.#onLoss = onLoss;
	}

	get isOn(): boolean {
		return this.#isOn;
	}

	set(isOn: boolean): void {
		this.stop();
		const wasOn = this.#isOn;
		this.#isOn = isOn;
		if (wasOn && !isOn) this.#onLoss();
	}

	/** Power goes; it is back after `offMs`, or stays away. */
	lose(offMs: number | undefined): void {
		this.set(false);
		if (offMs !== undefined) this.#timer = setTimeout(() => this.set(true), offMs);
	}

	/** Forgets a return that was planned. */
	stop(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
	}
}
