// Link v2 as a pure machine (register-protocol §2): requests have numbers, and the register carries each out once.
import {isAnswerTo, isRepeatable, type LinkCommand, type LinkEnd} from '../command.ts';
import type {LinkInput} from '../input.ts';
import {encodeRequest, type FrameV2, syncRequest, take} from './frame.ts';
import type {JobV2, LinkStateV2} from './state.ts';

export type MoveV2 = {
	readonly state: LinkStateV2;
	readonly send: readonly Uint8Array[];
	readonly end: LinkEnd | {readonly type: 'nothingKept'} | null;
};

const restartLimit = 2;
const numbers = 0x10000;

const still = (state: LinkStateV2): MoveV2 => ({state, send: [], end: null});

const finish = (state: LinkStateV2, end: MoveV2['end']): MoveV2 => ({
	state: {...state, job: null, step: {at: 'idle'}},
	send: [],
	end,
});

export function advanceV2(state: LinkStateV2, input: LinkInput, nowMs: number): MoveV2 {
	switch (input.type) {
		case 'start':
			return sync(state, newJob(input.command, Number.POSITIVE_INFINITY), nowMs);
		case 'fetch':
			return sync(state, newJob(null, nowMs + input.withinMs), nowMs);
		case 'bytes':
			return onBytes(state, input.bytes, nowMs);
		case 'wake':
			return 'wakeAtMs' in state.step && nowMs >= state.step.wakeAtMs ? onWake(state, nowMs) : still(state);
		case 'lost':
			return still(state.job ? {...state, step: {at: 'offline'}} : state);
		case 'opened':
			return state.job ? sync(state, state.job, nowMs) : still(state);
		case 'unreachable':
			return state.job ? giveUp(state, state.job) : still(state);
	}
}

const newJob = (command: LinkCommand | null, giveUpAtMs: number): JobV2 => ({
	command,
	number: null,
	isAsked: false,
	silences: 0,
	restarts: 0,
	giveUpAtMs,
});

function sync(state: LinkStateV2, job: JobV2, nowMs: number): MoveV2 {
	const step = {at: 'sync', wakeAtMs: nowMs + state.limits.replyMs} as const;
	return {
		state: {...state, job: {...job, isAsked: job.number !== null}, step},
		send: [syncRequest],
		end: null,
	};
}

function request(state: LinkStateV2, job: JobV2, number: number, nowMs: number): MoveV2 {
	if (job.command === null) return finish(state, {type: 'nothingKept'});
	const answerMs = Math.min(job.command.answerMs, state.limits.longestAnswerMs);
	const sent = {
		...job,
		number,
		isAsked: false,
		silences: 0,
		giveUpAtMs: nowMs + answerMs + state.limits.replyMs,
	};
	const step = {at: 'request', wakeAtMs: nowMs + state.limits.acceptMs} as const;
	return {
		state: {...state, lastSent: number, job: sent, step},
		send: [encodeRequest(number, job.command.payload)],
		end: null,
	};
}

function onBytes(state: LinkStateV2, bytes: Uint8Array, nowMs: number): MoveV2 {
	let current = still(state);
	for (const byte of bytes) {
		const {inbox, frame} = take(current.state.inbox, byte);
		const next = {...current.state, inbox};
		const move = frame && next.job ? onFrame(next, next.job, frame, nowMs) : still(next);
		current = {state: move.state, send: [...current.send, ...move.send], end: move.end ?? current.end};
	}
	return current;
}

function onFrame(state: LinkStateV2, job: JobV2, frame: FrameV2, nowMs: number): MoveV2 {
	if (job.command === null)
		return finish(
			state,
			frame.number === state.lastSent ? {type: 'answered', payload: frame.data} : {type: 'nothingKept'},
		);
	if (job.number === null) return request(state, job, (frame.number + 1) % numbers, nowMs);
	if (frame.number === job.number) return deliver(state, job.command, frame.data);
	// The answer before ours may come twice; it is a verdict only when the register was asked after our request.
	if (!job.isAsked) return still(state);
	// Its number says «not carried out»; a power cut that took the number with it would say the same.
	if (!isRepeatable(job.command.kind) || job.restarts >= restartLimit) return giveUp(state, job);
	return request(state, {...job, restarts: job.restarts + 1}, (frame.number + 1) % numbers, nowMs);
}

function deliver(state: LinkStateV2, command: LinkCommand, payload: Uint8Array): MoveV2 {
	return finish(state, isAnswerTo(command, payload) ? {type: 'answered', payload} : {type: 'unknown'});
}

/** Silence: the register works, or something was lost. The empty request is harmless at any moment and brings the answer. */
function onWake(state: LinkStateV2, nowMs: number): MoveV2 {
	const {job, limits} = state;
	if (job === null) return still(state);
	const silences = job.silences + 1;
	const isOver =
		job.number === null && job.command !== null ? silences >= limits.enquiries : nowMs >= job.giveUpAtMs;
	return isOver ? giveUp(state, job) : sync(state, {...job, silences}, nowMs);
}

function giveUp(state: LinkStateV2, {command, number}: JobV2): MoveV2 {
	const isHarmless = command === null || number === null || command.kind === 'read';
	return finish(state, {type: isHarmless ? 'noLink' : 'unknown'});
}
