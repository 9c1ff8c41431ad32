// The printer's mechanics: paper, submodes of section 10, the job that waits for new paper. What it prints goes to a sink.
import type {RegisterState} from '../state/state.ts';
import {type Job, line, type PrintItem} from './job.ts';

export type PrintSink = (item: PrintItem) => void;

/** Where the paper ends in the next job that prints something. */
export type PaperBreak = 'inside' | 'after';

export type Submode = 0 | 1 | 2 | 3 | 4 | 5;

const stump = line('ДОКУМЕНТ НЕДЕЙСТВИТЕЛЕН');

export class Printer {
	readonly #paper: () => RegisterState['paper'];
	readonly #sink: PrintSink;
	readonly #nowMs: () => number;
	/** Milliseconds that a line takes. */
	readonly #lineMs: number;
	#current: Job | null = null;
	#busyUntilMs = 0;
	#break: PaperBreak | null = null;

	constructor(
		paper: () => RegisterState['paper'],
		sink: PrintSink,
		clock: {nowMs: () => number; lineMs: number},
	) {
		this.#paper = paper;
		this.#sink = sink;
		this.#nowMs = clock.nowMs;
		this.#lineMs = clock.lineMs;
	}

	/** Submode of 10h. */
	submode(): Submode {
		const {phase} = this.#paper();
		if (phase === 'out-passive') return 1;
		if (phase === 'out-active') return 2;
		if (phase === 'back') return 3;
		if (!this.#isBusy()) return 0;
		return this.#current?.kind === 'report' ? 4 : 5;
	}

	/** Lets the paper end in the next job, or takes that back. */
	breakNext(where: PaperBreak | null): void {
		this.#break = where;
	}

	/** When a break was asked for and nothing was printed, the paper ends all the same, with nothing under way. */
	breakIdly(): void {
		if (this.#break === null) return;
		this.#break = null;
		this.setPaper(false);
	}

	print(job: Job): void {
		if (job.items.length === 0) return;
		const paper = this.#paper();
		const breaks = this.#break;
		this.#break = null;
		if (breaks === 'inside') {
			for (const item of job.items.slice(0, Math.floor(job.items.length / 2))) this.#sink(item);
			if (job.kind !== 'lines') this.#sink(stump);
			Object.assign(paper, {isPresent: false, phase: 'out-active', pending: job});
			return;
		}
		for (const item of job.items) this.#sink(item);
		this.#current = job;
		this.#busyUntilMs = this.#nowMs() + this.#lineMs * job.items.length;
		if (breaks === 'after') Object.assign(paper, {isPresent: false, phase: 'out-passive'});
	}

	/** B0h: prints the waiting job again, whole. */
	continuePrint(): void {
		const paper = this.#paper();
		const {pending} = paper;
		Object.assign(paper, {phase: 'idle', pending: null});
		if (pending) this.print(pending);
	}

	/** Takes paper out or puts it in. */
	setPaper(isPresent: boolean): void {
		const paper = this.#paper();
		if (paper.isPresent === isPresent) return;
		paper.isPresent = isPresent;
		if (isPresent) {
			paper.phase = paper.phase === 'out-active' ? 'back' : 'idle';
		} else if (paper.phase === 'back') {
			paper.phase = 'out-active';
		} else if (this.#isBusy()) {
			Object.assign(paper, {phase: 'out-active', pending: this.#current});
		} else {
			paper.phase = 'out-passive';
		}
	}

	/** How long the present job still runs. */
	get busyMs(): number {
		return Math.max(0, this.#busyUntilMs - this.#nowMs());
	}

	#isBusy(): boolean {
		return this.#nowMs() < this.#busyUntilMs;
	}
}
