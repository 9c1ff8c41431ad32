// Where the register's documents stand: what is written down before a receipt and compared after a doubt (§12.1, §12.2).
import type {DocumentsBefore} from '../../core/index.ts';
import {operationRegister, receiptRegisters} from '../commands/operation-register.ts';
import {storageShift} from '../commands/storage-shift.ts';
import {storageStatus} from '../commands/storage-status.ts';
import {notSupported} from '../errors/codes.ts';
import type {Device, Reply} from './device.ts';

/** FF01h and FF40h. A device without a storage gives its count of closed receipts of all kinds, and nothing else. */
export async function readDocuments(device: Device): Promise<Reply<DocumentsBefore>> {
	const storage = await device.ask(storageStatus(device.password));
	if (storage.type === 'refused' && storage.error === notSupported) return countReceipts(device);
	if (storage.type !== 'ok') return storage;
	const shift = await device.ask(storageShift(device.password));
	if (shift.type !== 'ok') return shift;
	return {
		type: 'ok',
		answer: {
			fiscalDocument: storage.answer.lastDocument,
			storageNumber: storage.answer.number,
			shiftNumber: shift.answer.shift,
			receiptNumber: shift.answer.receipt,
		},
	};
}

async function countReceipts(device: Device): Promise<Reply<DocumentsBefore>> {
	let receipts = 0;
	for (const register of receiptRegisters) {
		const count = await device.ask(operationRegister(device.password, register));
		if (count.type !== 'ok') return count;
		receipts += count.answer;
	}
	return {
		type: 'ok',
		answer: {fiscalDocument: null, storageNumber: null, shiftNumber: null, receiptNumber: receipts},
	};
}

/** Whether no document was made since: the same storage and number, or without a storage the same count of receipts. */
export async function hasNoNewDocument(
	{device}: {readonly device: Device},
	before: DocumentsBefore,
): Promise<boolean> {
	const now = await readDocuments(device);
	if (now.type !== 'ok') return false;
	return before.fiscalDocument === null
		? now.answer.receiptNumber === before.receiptNumber
		: now.answer.fiscalDocument === before.fiscalDocument &&
				now.answer.storageNumber === before.storageNumber;
}
