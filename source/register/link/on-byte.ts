// Link v1, one byte from the register: the rows of the host's table in register-protocol §1.4.
import {isAnswerTo, isRepeatable, type LinkCommand} from './command.ts';
import {ACK, FILLER, lrcOf, NAK, STX} from './control.ts';
import {awaitAnswer, deliver, drain, finished, offer, read, readOn, type Scene, stay} from './moves.ts';
import type {Move, Step} from './state.ts';

/** Times that a command which may be repeated is begun anew after its answer was surely lost. */
const restartLimit = 2;

export function onByte(scene: Scene, step: Step, byte: number): Move {
	switch (step.at) {
		case 'drain':
			return whileDraining(scene, step, byte);
		case 'enquire':
			return afterEnquiry(scene, step, byte);
		case 'offer':
			return afterFrame(scene, step, byte);
		case 'await':
			return byte === STX ? read(scene) : stay(scene, step);
		case 'read':
			return insideAnswer(scene, [...step.bytes, byte], step.giveUpAtMs);
		case 'idle':
		case 'offline':
			return stay(scene, step);
	}
}

function whileDraining(scene: Scene, step: Step & {at: 'drain'}, byte: number): Move {
	const wakeAtMs = Math.min(scene.nowMs + scene.limits.quietMs, step.giveUpAtMs);
	// After a refusal nothing but more refusals is due. Any other byte may be the ACK that the refusal only looked like.
	const sent = scene.job.sent === 'refused' && byte !== NAK ? 'silent' : scene.job.sent;
	return stay({...scene, job: {...scene.job, sent}}, {...step, wakeAtMs});
}

function afterEnquiry(scene: Scene, step: Step, byte: number): Move {
	if (byte === FILLER) return stay(scene, step);
	if (byte === STX) return read(scene);
	// The register sends a kept answer at once; T3 is for commands that still have to be carried out.
	if (byte === ACK) return awaitAnswer(scene, scene.job, scene.limits.acceptMs);
	return byte === NAK ? whenReady(scene) : drain(scene, scene.job);
}

/**
 * The register waits for a command and keeps no answer. The frame of a command that must not happen twice goes out once
 * and never again: even a NAK may be of older bytes, and a power cut looks like it. The driver asks the state instead.
 */
function whenReady(scene: Scene): Move {
	const {limits, job} = scene;
	const {command, sent, refusals} = job;
	if (command === null) return finished(scene, {type: 'nothingKept'});
	if (sent === 'never') return offer(scene, job, command);
	if (!isRepeatable(command.kind))
		return finished(scene, {type: sent === 'refused' ? 'notTaken' : 'unknown'});
	if (sent !== 'taken') return refusals + 1 >= limits.sends ? notTaken(scene) : again(scene, command);
	if (job.restarts >= restartLimit) return finished(scene, {type: 'unknown'});
	return offer(scene, {...job, restarts: job.restarts + 1, reads: 0}, command);
}

const notTaken = (scene: Scene): Move => finished(scene, {type: 'notTaken'});

const again = (scene: Scene, command: LinkCommand): Move =>
	offer(scene, {...scene.job, refusals: scene.job.refusals + 1}, command);

function afterFrame(scene: Scene, step: Step, byte: number): Move {
	const {limits, job} = scene;
	const {command} = job;
	if (byte === FILLER || command === null) return stay(scene, step);
	if (byte === ACK) {
		const answerMs = Math.min(command.answerMs, limits.longestAnswerMs);
		return awaitAnswer(scene, {...job, sent: 'taken', reads: 0}, answerMs);
	}
	if (byte === STX) return read(scene);
	if (byte !== NAK) return drain(scene, job);
	if (!isRepeatable(command.kind)) return drain(scene, {...job, sent: 'refused'});
	return job.refusals + 1 >= limits.sends ? notTaken(scene) : again(scene, command);
}

function insideAnswer(scene: Scene, bytes: readonly number[], giveUpAtMs: number): Move {
	const length = bytes[0] ?? 0;
	if (length === 0) return drain(scene, scene.job);
	if (bytes.length < length + 2) return readOn(scene, bytes, giveUpAtMs);
	const payload = Uint8Array.from(bytes.slice(1, -1));
	if (lrcOf(payload) !== bytes.at(-1)) return drain(scene, scene.job, true);
	const {command} = scene.job;
	return deliver(scene, payload, command !== null && isAnswerTo(command, payload));
}
