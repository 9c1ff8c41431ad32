// The day's report asks the register for the documents that the journal says are closed.
import {expect, test} from 'vitest';
import {report} from '../../source/cli/commands/report.ts';
import {acquireLock, openJournal} from '../../source/journal/index.ts';
import {day, sale} from '../report/story.ts';
import {type CliTill, callProgram, openCliTill} from './support/till.ts';

/** Writes sales of 1250,00 with these document numbers into the till's journal. */
function journalOf({folder}: CliTill, documents: readonly number[]): void {
	const opened = openJournal({folder});
	if (!opened.ok) throw new Error(opened.text);
	for (const document of documents) {
		const {rows, orderId} = sale({orderId: `A-${document}`}, document);
		for (const {event, at} of rows) opened.journal.append(orderId, [event], at);
	}
	opened.journal.close();
}

const reportOf = async ({folder}: CliTill) => {
	const called = await callProgram(['report', '--till', folder, '--day', day, '--json'], report);
	return called.lines()[0];
};

test('given receipts that the register holds, when the day is reported, then it is compared with the register, and free again', async () => {
	const till = await openCliTill('tcp');
	till.device.control.sellForeign(125_000);
	till.device.control.sellForeign(125_000);
	journalOf(till, [3, 4]);
	expect(await reportOf(till)).toMatchObject({compared: {register: true}, differences: []});
	expect(till.device.commands().map(({code}) => code)).toEqual(['FF01', 'FF0A', 'FF0A']);
	expect(await reportOf(till)).toMatchObject({compared: {register: true}});
});

test('given a receipt that the register lacks, one of another sum and one that is no sale, then each is a difference', async () => {
	const till = await openCliTill('tcp');
	till.device.control.sellForeign(99);
	journalOf(till, [2, 3, 7]);
	expect(await reportOf(till)).toMatchObject({
		compared: {register: true},
		differences: [
			{type: 'no-document', orderId: 'A-2'},
			{type: 'other-document-amount', orderId: 'A-3', thereKopecks: 99},
			{type: 'no-document', orderId: 'A-7'},
		],
	});
});

test('given a storage that was replaced since, then its receipts are no difference, and the day counts as not compared', async () => {
	const till = await openCliTill('tcp', {state: {storageNumber: '9999078900005678'}});
	journalOf(till, [3]);
	expect(await reportOf(till)).toMatchObject({compared: {register: false}, differences: []});
});

test('given a till that somebody holds, or a register that is off, then the report comes without the register', async () => {
	const till = await openCliTill('tcp');
	journalOf(till, [3]);
	const lock = acquireLock(till.folder, 'console');
	expect(await reportOf(till)).toMatchObject({compared: {register: false}, differences: []});
	expect(till.device.commands()).toEqual([]);
	if (lock.ok) lock.release();
	await till.device.stop();
	expect(await reportOf(till)).toMatchObject({compared: {register: false}, differences: []});
});
