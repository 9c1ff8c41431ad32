// What an admin or support does with the register by itself: the commands behind `qrkassa register …`.
import type {Language, RegisterFault, RegisterTrouble} from '../core/index.ts';
import {continuePrint} from './commands/paper.ts';
import {cancelReceipt} from './commands/receipt.ts';
import type {TableField} from './commands/table-value.ts';
import {type Bench, beforehand} from './driver/bench.ts';
import type {AskCapabilities} from './driver/capabilities.ts';
import type {Reply} from './driver/device.ts';
import type {Exclusive} from './driver/exclusive.ts';
import {type FoundDocuments, findDocuments} from './driver/find-documents.ts';
import {modes} from './driver/modes.ts';
import {type ComparedName, compareNames, putNames, type SlotName} from './driver/names.ts';
import {perform, performPrint} from './driver/perform.ts';
import {closeTheShift, type Done, openTheShift, printXReport} from './driver/shift.ts';
import {printPage, qrPage, testPage} from './driver/slip/print-slip.ts';
import {type RegisterStatus, readStatus} from './driver/status.ts';
import {readStructure, readValue, type TableStructure, type TableValue, writeValue} from './driver/tables.ts';
import {troubleOf} from './driver/trouble.ts';
import {waitForPrinter} from './driver/wait-for-printer.ts';

export type ToolFailed = {readonly type: 'failed'; readonly fault: RegisterFault};
export type ToolDone = {readonly type: 'done'} | ToolFailed;
export type ToolAnswer<Answer> = {readonly type: 'ok'; readonly answer: Answer} | ToolFailed;

export type RegisterTools = {
	/** All facts at once; commands that read only. */
	status(): Promise<ToolAnswer<RegisterStatus>>;
	openShift(): Promise<ToolDone>;
	/** Z: ask the person first. */
	closeShift(): Promise<ToolDone>;
	xReport(): Promise<ToolDone>;
	testPrint(): Promise<ToolDone>;
	printQr(text: string): Promise<ToolDone>;
	tableStructure(table: number): Promise<ToolAnswer<TableStructure>>;
	readTable(where: TableField): Promise<ToolAnswer<TableValue>>;
	writeTable(where: TableField, value: string): Promise<ToolDone>;
	/** Names of the till's payment types in table 5, compared. */
	readNames(): Promise<ToolAnswer<readonly ComparedName[]>>;
	/** Writes the till's names into table 5 where they differ, and reads them back. */
	writeNames(): Promise<ToolAnswer<readonly ComparedName[]>>;
	/** Documents of the storage by number, as far as they can be asked for within this time. */
	findDocuments(numbers: readonly number[], withinMs: number): Promise<ToolAnswer<FoundDocuments>>;
	/** B0h, and waits for the end of what was being printed. */
	continuePrint(): Promise<ToolDone>;
	/** 88h, whoever opened the receipt: a person has decided so. */
	cancelReceipt(): Promise<ToolDone>;
};

export type ToolParts = {
	readonly bench: Bench;
	readonly capabilities: AskCapabilities;
	readonly exclusive: Exclusive;
	readonly fault: (trouble: RegisterTrouble) => RegisterFault;
	readonly slots: readonly SlotName[];
	readonly lang: Language;
};

export function createTools({bench, capabilities, exclusive, fault, slots, lang}: ToolParts): RegisterTools {
	const {device} = bench;
	const ask = async <Answer>(work: () => Promise<Reply<Answer>>): Promise<ToolAnswer<Answer>> => {
		const reply = await exclusive.run(work);
		return reply.type === 'ok' ? reply : {type: 'failed', fault: fault(troubleOf(reply))};
	};
	const act = async (work: () => Promise<Done>): Promise<ToolDone> => {
		const end = await exclusive.run(work);
		return end.type === 'done' ? end : {type: 'failed', fault: fault(end.trouble)};
	};
	return {
		status: () => ask(() => readStatus(device, capabilities, slots)),
		openShift: () => act(() => openTheShift(bench)),
		closeShift: () => act(() => closeTheShift(bench)),
		xReport: () => act(() => printXReport(bench)),
		testPrint: () => act(() => printPage(bench, capabilities, testPage(lang), lang)),
		printQr: (text) => act(() => printPage(bench, capabilities, qrPage(text), lang)),
		tableStructure: (table) => ask(() => readStructure(device, table)),
		readTable: (where) => ask(() => readValue(device, where)),
		writeTable: (where, value) => act(() => writeValue(device, where, value)),
		readNames: () => ask(() => compareNames(device, slots)),
		writeNames: () => ask(() => putNames(device, slots)),
		findDocuments: (numbers, withinMs) => ask(() => findDocuments(device, numbers, withinMs)),
		continuePrint: () => act(() => goOnPrinting(bench)),
		cancelReceipt: () => act(() => cancelOpen(bench)),
	};
}

async function goOnPrinting(bench: Bench): Promise<Done> {
	const reply = await performPrint(bench, continuePrint(bench.device.password));
	if (reply.type !== 'ok') return {type: 'failed', trouble: troubleOf(reply)};
	const printed = await waitForPrinter(bench);
	return printed.type === 'ready' ? {type: 'done'} : {type: 'failed', trouble: printed.trouble};
}

async function cancelOpen(bench: Bench): Promise<Done> {
	const ready = await waitForPrinter(bench, beforehand(bench.times));
	if (ready.type === 'problem') return {type: 'failed', trouble: ready.trouble};
	const reply = await perform(bench, cancelReceipt(bench.device.password));
	const after = await waitForPrinter(bench);
	if (after.type === 'problem') return {type: 'failed', trouble: after.trouble};
	const isGone = after.status.mode !== modes.documentOpen && ready.status.mode === modes.documentOpen;
	return reply.type === 'ok' || isGone ? {type: 'done'} : {type: 'failed', trouble: troubleOf(reply)};
}
