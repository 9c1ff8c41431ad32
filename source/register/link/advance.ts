// Link v1 as a pure state machine (register-protocol §1): bytes and moments in; bytes to send, the next moment and the end out.
import {FILLER} from './control.ts';
import type {LinkInput} from './input.ts';
import {askAgain, drain, enquire, enquireAnew, giveUp, refuseAnswer, type Scene} from './moves.ts';
import {onByte} from './on-byte.ts';
import {type Job, type LinkState, type Move, newJob, wakeAtMs} from './state.ts';

const still = (state: LinkState): Move => ({state, send: [], end: null});

/** One step. `nowMs` is monotonic and never runs backwards between two steps. */
export function advance(state: LinkState, input: LinkInput, nowMs: number): Move {
	switch (input.type) {
		case 'start':
			return begin(state, newJob(input.command, null), nowMs);
		case 'fetch':
			return begin(state, newJob(null, nowMs + input.withinMs), nowMs);
		case 'bytes':
			return onBytes(state, input.bytes, nowMs);
		case 'wake':
			return (wakeAtMs(state) ?? Number.POSITIVE_INFINITY) > nowMs ? still(state) : onWake(state, nowMs);
		case 'lost':
		case 'opened':
		case 'unreachable':
			return onLine(state, input.type, nowMs);
	}
}

function begin(state: LinkState, job: Job, nowMs: number): Move {
	if (state.job !== null) throw new Error('the link carries one command at a time');
	const scene = {limits: state.limits, job, nowMs};
	const isStray = state.step.at === 'idle' && nowMs < state.step.strayUntilMs;
	return isStray ? drain(scene, job) : enquire(scene, job);
}

function onBytes(state: LinkState, bytes: Uint8Array, nowMs: number): Move {
	let current = still(state);
	for (const byte of bytes) {
		const {job, step, limits} = current.state;
		if (job === null) {
			if (byte === FILLER) continue;
			current = {
				...current,
				state: {...current.state, step: {at: 'idle', strayUntilMs: nowMs + limits.quietMs}},
			};
			continue;
		}
		// What came together with the byte that made us speak cannot be a reply to what we say.
		if (current.send.length > 0) break;
		current = onByte({limits, job, nowMs}, step, byte);
	}
	return current;
}

function onWake(state: LinkState, nowMs: number): Move {
	const {limits, job, step} = state;
	if (job === null) return still(state);
	const scene: Scene = {limits, job, nowMs};
	switch (step.at) {
		case 'drain':
			return step.refuse ? refuseAnswer(scene) : enquire(scene, job);
		case 'enquire':
			return job.sent === 'taken' || job.untilMs !== null ? askAgain(scene) : enquireAgain(scene);
		case 'offer':
			return enquire(scene, job);
		case 'await':
		case 'read':
			return askAgain(scene);
		case 'idle':
		case 'offline':
			return still(state);
	}
}

function enquireAgain(scene: Scene): Move {
	const silences = scene.job.silences + 1;
	return silences >= scene.limits.enquiries ? giveUp(scene) : enquire(scene, {...scene.job, silences});
}

function onLine(state: LinkState, line: 'lost' | 'opened' | 'unreachable', nowMs: number): Move {
	const {limits, job} = state;
	if (job === null) return still(state);
	const scene: Scene = {limits, job, nowMs};
	if (line === 'unreachable') return giveUp(scene);
	if (line === 'opened') return enquireAnew(scene);
	// Another connection is no proof of anything: whatever was sent may have been taken.
	const sent = job.sent === 'never' ? 'never' : 'taken';
	return still({...state, job: {...job, sent}, step: {at: 'offline'}});
}
