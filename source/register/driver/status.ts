// Everything that the register says of itself, as one object: for `register status`, the doctor and support.

import type {Command} from '../commands/command.ts';
import type {DeviceType} from '../commands/device-type.ts';
import {type FullStatus, fullStatus} from '../commands/full-status.ts';
import type {ModelFlag, ModelParameters} from '../commands/model-parameters.ts';
import {subtotal} from '../commands/receipt.ts';
import {type ShortStatus, shortStatus} from '../commands/short-status.ts';
import {documentsWithoutTicket, storageExpiry} from '../commands/storage-facts.ts';
import {type StorageShift, storageShift} from '../commands/storage-shift.ts';
import {type StorageStatus, storageStatus} from '../commands/storage-status.ts';
import type {AskCapabilities} from './capabilities.ts';
import type {Device, Reply} from './device.ts';
import {modes} from './modes.ts';
import {type ComparedName, compareNames, type SlotName} from './names.ts';

/** Null wherever the firmware doesn't know the question. */
export type RegisterStatus = {
	readonly device: DeviceType | null;
	readonly short: ShortStatus;
	readonly full: FullStatus | null;
	readonly storage: StorageStatus | null;
	readonly shift: StorageShift | null;
	/** `YYYY-MM-DD` */
	readonly storageExpires: string | null;
	/** Documents that the operator (ОФД) has not confirmed. */
	readonly documentsWithoutTicket: number | null;
	/** Of the open receipt. */
	readonly totalKopecks: number | null;
	readonly names: readonly ComparedName[] | null;
	readonly model: (Omit<ModelParameters, 'flags'> & {readonly flags: readonly ModelFlag[]}) | null;
	readonly paperDots: number;
	readonly charsPerLine: number;
};

export async function readStatus(
	device: Device,
	capabilities: AskCapabilities,
	slots: readonly SlotName[],
): Promise<Reply<RegisterStatus>> {
	const {password} = device;
	const short = await device.ask(shortStatus(password));
	if (short.type !== 'ok') return short;
	// The page is what one looks at after a change: it asks the device itself.
	const full = await device.ask(fullStatus(password));
	const able = await capabilities({full: full.type === 'ok' ? full.answer : null, isFresh: true});
	if (able.type !== 'ok') return able;
	const orNull = async <Answer>(command: Command<Answer>): Promise<Answer | null> => {
		const reply = await device.ask(command);
		return reply.type === 'ok' ? reply.answer : null;
	};
	const names = await compareNames(device, slots);
	const {model} = able.answer;
	return {
		type: 'ok',
		answer: {
			device: able.answer.device,
			short: short.answer,
			full: full.type === 'ok' ? full.answer : null,
			storage: await orNull(storageStatus(password)),
			shift: await orNull(storageShift(password)),
			storageExpires: await orNull(storageExpiry(password)),
			documentsWithoutTicket: await orNull(documentsWithoutTicket(password)),
			totalKopecks: short.answer.mode === modes.documentOpen ? await orNull(subtotal(password)) : null,
			names: names.type === 'ok' ? names.answer : null,
			model: model && {...model, flags: [...model.flags]},
			paperDots: able.answer.paperDots,
			charsPerLine: able.answer.charsPerLine,
		},
	};
}
