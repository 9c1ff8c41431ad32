// The elementary moves of link v1: what is sent, and what is waited for after it. Each returns a whole new state.
import {isRepeatable, type LinkCommand} from './command.ts';
import {ACK, ENQ, encodeFrame, NAK} from './control.ts';
import type {LinkLimits} from './limits.ts';
import type {Job, Move, Step} from './state.ts';

/** A job at a moment: what every move starts from. */
export type Scene = {readonly limits: LinkLimits; readonly job: Job; readonly nowMs: number};

const go = ({limits}: Scene, job: Job, step: Step, ...send: readonly Uint8Array[]): Move => ({
	state: {limits, job, step},
	send,
	end: null,
});

const finish = ({limits}: Scene, end: Move['end'], ...send: readonly Uint8Array[]): Move => ({
	state: {limits, job: null, step: {at: 'idle', strayUntilMs: 0}},
	send,
	end,
});

/** Whole answers are bounded too: a line that drips one byte within each T4 must not hold us for minutes. */
const frameMs = (limits: LinkLimits): number => limits.byteMs * 4;
const drainMs = (limits: LinkLimits): number => limits.quietMs * 20;
/** Stray transmissions and old answers within one command before we say that this line can't be spoken on. */
const strayLimit = 12;

export const finished = (scene: Scene, end: Move['end']): Move => finish(scene, end);

export const stay = (scene: Scene, step: Step): Move => go(scene, scene.job, step);

export const enquire = (scene: Scene, job: Job, ...before: readonly Uint8Array[]): Move =>
	go(
		scene,
		job,
		{at: 'enquire', wakeAtMs: scene.nowMs + scene.limits.replyMs},
		...before,
		Uint8Array.of(ENQ),
	);

export const offer = (scene: Scene, job: Job, command: LinkCommand): Move =>
	go(
		scene,
		{...job, sent: 'silent', silences: 0},
		{at: 'offer', wakeAtMs: scene.nowMs + scene.limits.acceptMs},
		encodeFrame(command.payload),
	);

export const awaitAnswer = (scene: Scene, job: Job, withinMs: number): Move =>
	go(scene, job, {at: 'await', wakeAtMs: scene.nowMs + withinMs});

/** STX came. */
export const read = (scene: Scene): Move => readOn(scene, [], scene.nowMs + frameMs(scene.limits));

export const readOn = (scene: Scene, bytes: readonly number[], giveUpAtMs: number): Move => {
	const wakeAtMs = Math.min(scene.nowMs + scene.limits.byteMs, giveUpAtMs);
	return go(scene, scene.job, {at: 'read', wakeAtMs, giveUpAtMs, bytes});
};

/** Something came that has no meaning here: wait for silence before the next ENQ. `refuse`: an answer with a wrong LRC. */
export function drain(scene: Scene, job: Job, refuse = false): Move {
	if (job.strays >= strayLimit) return giveUp(scene);
	const giveUpAtMs = scene.nowMs + drainMs(scene.limits);
	const wakeAtMs = scene.nowMs + scene.limits.quietMs;
	return go(scene, {...job, strays: job.strays + 1}, {at: 'drain', wakeAtMs, giveUpAtMs, refuse});
}

/** ENQ after something that was not for us, as often as a line that works at all can need it. */
export const enquireAnew = (scene: Scene, ...before: readonly Uint8Array[]): Move =>
	scene.job.strays >= strayLimit
		? giveUp(scene)
		: enquire(scene, {...scene.job, strays: scene.job.strays + 1}, ...before);

/** Q of the diagram: the answer is asked for once more, as often as R3 allows. */
export function askAgain(scene: Scene, ...before: readonly Uint8Array[]): Move {
	const {job, limits, nowMs} = scene;
	const isOver = job.untilMs === null ? job.reads >= limits.reads : nowMs >= job.untilMs;
	return isOver ? giveUp(scene) : enquire(scene, {...job, reads: job.reads + 1}, ...before);
}

export const refuseAnswer = (scene: Scene): Move => askAgain(scene, Uint8Array.of(NAK));

/** No way on. What that means depends on how far our frame may have come. */
export function giveUp(scene: Scene): Move {
	const {command, sent} = scene.job;
	const isHarmless = command === null || sent === 'never' || command.kind === 'read';
	return finish(scene, {type: isHarmless ? 'noLink' : 'unknown'});
}

/** A whole answer with the right LRC: it is acknowledged, and is ours, an old one, or a stranger's. */
export function deliver(scene: Scene, payload: Uint8Array, isOurs: boolean): Move {
	const {command, sent} = scene.job;
	const taken = Uint8Array.of(ACK);
	if (command === null || (sent !== 'never' && isOurs))
		return finish(scene, {type: 'answered', payload}, taken);
	if (sent !== 'never' && !isRepeatable(command.kind)) return finish(scene, {type: 'unknown'}, taken);
	return enquireAnew(scene, taken);
}
