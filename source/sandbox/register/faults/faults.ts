// Faults that wait for their command.
import {codeOf} from '../execute.ts';
import type {Fault} from './fault.ts';

const closes = [0xff45, 0x85, 0x8e];

type Waiting = {readonly fault: Fault; readonly codes: readonly number[] | null; seen: number; used: number};

export class Faults {
	#waiting: Waiting[] = [];

	inject(fault: Fault): void {
		this.#waiting.push({fault, codes: codesOf(fault), seen: 0, used: 0});
	}

	/** Drops all faults that did not strike yet. */
	clear(): void {
		this.#waiting = [];
	}

	get pending(): readonly Fault[] {
		return this.#waiting.map(({fault}) => fault);
	}

	/** Every waiting fault counts the command; the first that is due strikes. */
	strike(payload: Uint8Array): Fault | null {
		const code = codeOf(payload);
		let struck: Waiting | null = null;
		for (const waiting of this.#waiting) {
			if (waiting.codes && !waiting.codes.includes(code)) continue;
			waiting.seen += 1;
			if (struck === null && waiting.seen >= (waiting.fault.nth ?? 1)) struck = waiting;
		}
		if (!struck) return null;
		struck.used += 1;
		if (struck.used >= (struck.fault.times ?? 1))
			this.#waiting = this.#waiting.filter((each) => each !== struck);
		return struck.fault;
	}
}

function codesOf({command, fault}: Fault): readonly number[] | null {
	if (command !== undefined) return [Number.parseInt(command.replace(/h$/i, ''), 16)];
	return fault === 'loseClose' || fault === 'powerLostInsideClose' ? closes : null;
}
