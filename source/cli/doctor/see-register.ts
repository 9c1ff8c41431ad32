// The register's state, by commands that read only. It has one line: whoever takes payments has it, so a till that is held is
// left alone, and one that is taken meanwhile gets the line at once.
import {setTimeout as pause} from 'node:timers/promises';
import {cleanText, type RegisterFault} from '../../core/index.ts';
import type {RegisterFacts, RegisterSeen} from '../../doctor/index.ts';
import {peekLock} from '../../journal/index.ts';
import type {Register, RegisterMemory, RegisterStatus} from '../../register/index.ts';
import type {Till} from '../../settings/index.ts';
import {openRegister} from '../open-register.ts';

/** Shorter than a payment's: the doctor has not all day. A register answers within milliseconds or not at all. */
const patience = {
	tcp: {replyMs: 1000, enquiries: 3, acceptMs: 1500},
	/** Short: where nobody speaks, the driver tries other speeds too. */
	serial: {replyMs: 500, enquiries: 3},
};
/** The doctor asks the device itself, and leaves nothing in the till's folder. */
const none: RegisterMemory = {read: () => null, write: () => undefined};

const limitMs = 9000;
/** A port whose device hangs may not let itself be closed. */
const closeMs = 1000;
/** How often it is looked whether somebody has taken the till. */
const lookMs = 100;

export async function seeRegister(till: Till): Promise<RegisterSeen> {
	const place = till.register;
	if (place.link === 'none') return {type: 'absent'};
	const holder = peekLock(till.folder);
	if (holder) return {type: 'held', command: holder.command || '?', pid: holder.pid};
	const register = openRegister(till, till.ui.language, {limits: patience[place.link], memory: none});
	if (!register) return {type: 'absent'};
	const address = cleanText(place.link === 'tcp' ? `${place.host}:${place.port}` : place.device, 120);
	const baudRate = place.link === 'serial' ? place.baudRate : null;
	const line = watchLine(register);
	const watch = watchTill(till.folder);
	try {
		const end = await Promise.race([register.status(), watch.ended]);
		if (end === 'taken') return {type: 'gaveWay'};
		if (end === 'late') return {type: 'silent', address, baudRate};
		if (end.type === 'failed') return failed(end.fault, line.unreachable(), address, baudRate);
		return {type: 'answered', facts: factsOf(end.answer, address, line.refusals)};
	} finally {
		watch.stop();
		await Promise.race([register.close(), pause(closeMs)]);
	}
}

function failed(
	fault: RegisterFault,
	unreachable: string | null,
	address: string,
	baudRate: number | null,
): RegisterSeen {
	if (fault.code !== 'LINK' && fault.code !== 'NO_ANSWER') return {type: 'refuses', address, fault};
	return unreachable === null
		? {type: 'silent', address, baudRate}
		: {type: 'unreachable', address, detail: cleanText(unreachable, 120)};
}

/** Why the line never opened, and which commands were refused with what. */
function watchLine(register: Register) {
	const refusals = new Map<string, number>();
	let hasOpened = false;
	let unreachable = '';
	register.onTrace((line) => {
		if (line.from === 'line') {
			if (line.what === 'opened') hasOpened = true;
			if (line.what === 'unreachable') unreachable = line.detail;
		} else if (line.from === 'register' && 'command' in line && line.error !== null && line.error !== 0) {
			refusals.set(line.command, line.error);
		}
	});
	return {refusals, unreachable: () => (hasOpened ? null : unreachable)};
}

/** Ends with `taken` as soon as somebody holds the till, with `late` when the time is over. */
function watchTill(folder: string) {
	let stop = (): void => undefined;
	const ended = new Promise<'taken' | 'late'>((resolve) => {
		const look = setInterval(() => {
			if (peekLock(folder)) resolve('taken');
		}, lookMs);
		const limit = setTimeout(() => resolve('late'), limitMs);
		stop = () => {
			clearInterval(look);
			clearTimeout(limit);
		};
	});
	return {ended, stop: () => stop()};
}

const storageStatus = 'FF01';
const notSupported = 0x37;

function factsOf(
	status: RegisterStatus,
	address: string,
	refusals: ReadonlyMap<string, number>,
): RegisterFacts {
	const {device, short, full, shift, model, names, totalKopecks} = status;
	const {mode, modeStatus, submode, operations} = short;
	const has = (flag: 'receiptOpticalSensor' | 'coverSensor'): boolean => model?.flags.includes(flag) ?? false;
	return {
		name: cleanText(device?.name ?? '', 60),
		address,
		mode,
		modeStatus,
		submode,
		operations,
		totalKopecks,
		hasPaper: has('receiptOpticalSensor') ? short.hasReceiptPaper : null,
		isCoverOpen: has('coverSensor') ? short.isCoverOpen : null,
		clock: full && {
			at: `${full.date} ${full.time}`,
			minutesOff: Math.round(Math.abs(new Date(`${full.date}T${full.time}`).getTime() - Date.now()) / 60_000),
		},
		shift: shift && {number: shift.shift, receipts: shift.receipt},
		storage: storageOf(status, refusals.get(storageStatus) ?? null),
		otherNames: (names ?? [])
			.filter(({isSame}) => !isSame)
			.map(({slot, name, found}) => ({slot, name, found: cleanText(found, 60)})),
	};
}

function storageOf(status: RegisterStatus, refusal: number | null): RegisterFacts['storage'] {
	const {storage, storageExpires: expires, documentsWithoutTicket, model} = status;
	if (storage) {
		const {phase, warnings} = storage;
		return {
			type: 'seen',
			number: cleanText(storage.number, 20),
			phase,
			warnings,
			expires,
			isExpired: expires !== null && Date.parse(`${expires}T23:59:59`) < Date.now(),
			waiting: documentsWithoutTicket ?? 0,
		};
	}
	if (refusal !== null) return refusal === notSupported ? {type: 'none'} : {type: 'refuses', error: refusal};
	return model?.flags.includes('storage') === true ? {type: 'refuses', error: null} : {type: 'none'};
}
