// Documents of the storage by their numbers, for whoever reconciles a day. Reads only.
import {findDocument, type StorageDocument} from '../commands/find-document.ts';
import {storageStatus} from '../commands/storage-status.ts';
import {noSuchData} from '../errors/codes.ts';
import type {Device, Reply} from './device.ts';

export type FoundDocuments = {
	/** Of the storage that was asked: another one numbers its documents anew. */
	readonly storageNumber: string;
	readonly found: readonly StorageDocument[];
	/** The storage says that it has no such document. */
	readonly missing: readonly number[];
	/** The time was over before these. */
	readonly notAsked: readonly number[];
};

/** FF01h, then FF0Ah for each number; a register without a storage refuses (37h). */
export async function findDocuments(
	device: Device,
	numbers: readonly number[],
	withinMs: number,
): Promise<Reply<FoundDocuments>> {
	const untilMs = performance.now() + withinMs;
	const storage = await device.ask(storageStatus(device.password));
	if (storage.type !== 'ok') return storage;
	const found: StorageDocument[] = [];
	const missing: number[] = [];
	const notAsked: number[] = [];
	for (const number of numbers) {
		if (performance.now() >= untilMs) {
			notAsked.push(number);
			continue;
		}
		const reply = await device.ask(findDocument(device.password, number));
		if (reply.type === 'ok') found.push(reply.answer);
		else if (reply.type === 'refused' && reply.error === noSuchData) missing.push(number);
		else return reply;
	}
	return {type: 'ok', answer: {storageNumber: storage.answer.number, found, missing, notAsked}};
}
