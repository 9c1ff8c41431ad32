// The driver: one register on one line, as the port that the engine knows and the tools that an admin uses.
import type {DocumentsBefore, FiscalReceipt, RegisterFault, RegisterTrouble} from '../core/index.ts';
import type {RegisterPort} from '../engine/ports.ts';
import {createConnection} from './connection/connection.ts';
import type {LineEvent} from './connection/line.ts';
import {type Bench, createBench, usualTimes} from './driver/bench.ts';
import {type AskCapabilities, createCapabilities} from './driver/capabilities.ts';
import {createDevice} from './driver/device.ts';
import {createExclusive, type Exclusive} from './driver/exclusive.ts';
import {createNotices} from './driver/notices.ts';
import {check} from './driver/preflight.ts';
import {prepare} from './driver/receipt/prepare.ts';
import {print} from './driver/receipt/print.ts';
import {settle} from './driver/receipt/settle.ts';
import {printPage, slipPage} from './driver/slip/print-slip.ts';
import {waitForPrinter} from './driver/wait-for-printer.ts';
import {faultOf} from './errors/fault.ts';
import {lineOf, type RegisterOptions} from './options.ts';
import {createTools, type RegisterTools} from './tools.ts';
import {createTrace, type TraceListener} from './trace/trace.ts';

export type Register = RegisterPort &
	RegisterTools & {
		/** Answers when nothing is being printed any more: what was told already may still wait for paper. */
		whenPrinted(): Promise<void>;
		/** Every control byte and frame in both directions, decoded, passwords masked. Returns the way to stop. */
		onTrace(listener: TraceListener): () => void;
	};

/** Opens nothing yet; the first operation does. After `close` every operation ends with `LINK`. */
export function createRegister(options: RegisterOptions): Register {
	const {password = 30, lang = 'ru', slots = [], taxSystem, now = () => new Date()} = options;
	const trace = createTrace();
	const connection = createConnection({...lineOf(options), onLine: (event: LineEvent) => trace.note(event)});
	const device = createDevice(connection, password);
	const lacks = new Set<string>();
	const book = createCapabilities({device, lacks, memory: options.memory ?? null});
	const capabilities = book.ask;
	const notices = createNotices(lang);
	const closing = new AbortController();
	const bench = createBench(
		{device, notices, lacks, times: {...usualTimes, ...options.times}},
		closing.signal,
	);
	const exclusive = createExclusive();
	const fault = (trouble: RegisterTrouble): RegisterFault => faultOf(trouble, lang);
	const port = createPort({
		bench,
		capabilities,
		exclusive,
		fault,
		check: () => check(bench, {capabilities, slots, now}),
		page: (slip) => printPage(bench, capabilities, slipPage(slip, lang), lang),
		receiptOptions: {taxSystemBit: taxSystem ?? 0},
	});
	return {
		...port,
		...createTools({bench, capabilities, exclusive, fault, slots, lang}),
		whenPrinted: () => exclusive.run(async () => undefined),
		onNotice: notices.listen,
		onTrace: trace.listen,
		close: async () => {
			closing.abort();
			book.keepLacks();
			await connection.close();
		},
	};
}

type PortParts = {
	readonly bench: Bench;
	readonly capabilities: AskCapabilities;
	readonly exclusive: Exclusive;
	readonly fault: (trouble: RegisterTrouble) => RegisterFault;
	readonly check: () => ReturnType<typeof check>;
	readonly page: (slip: Parameters<RegisterPort['printSlip']>[0]) => ReturnType<typeof printPage>;
	readonly receiptOptions: {readonly taxSystemBit: number};
};

type Port = Omit<RegisterPort, 'onNotice' | 'close'>;

function createPort({bench, exclusive, fault, check: checkNow, page, receiptOptions}: PortParts): Port {
	return {
		preflight: async () => {
			// Something is printing and waits for paper: that is the answer, and waiting behind it would hide it.
			const waiting = exclusive.isBusy() ? bench.notices.current() : null;
			if (waiting !== null) return {type: 'problem', fault: fault(waiting)};
			const checked = await exclusive.run(checkNow);
			return checked.type === 'ready'
				? {type: 'ready', warnings: checked.warnings.map(fault)}
				: {type: 'problem', fault: fault(checked.trouble)};
		},
		printSlip: async (slip) => {
			const end = await exclusive.run(() => page(slip));
			return end.type === 'done' ? {type: 'printed'} : {type: 'failed', fault: fault(end.trouble)};
		},
		prepareReceipt: async () => {
			const end = await exclusive.run(() => prepare(bench));
			return end.type === 'ready' ? end : {type: 'failed', fault: fault(end.trouble)};
		},
		printReceipt: async (receipt: FiscalReceipt, before: DocumentsBefore) => {
			const end = await exclusive.run(() => print(bench, receipt, before, receiptOptions));
			// The receipt is closed and told so at once; the paper is looked after behind it.
			if (end.type === 'closed') void exclusive.run(() => waitForPrinter(bench));
			return end.type === 'closed' ? end : {type: end.type, fault: fault(end.trouble)};
		},
		settleReceipt: async (receipt: FiscalReceipt, before: DocumentsBefore) => {
			const end = await exclusive.run(() => settle(bench, receipt, before, receiptOptions.taxSystemBit));
			return end.type === 'closed' ? end : {type: end.type, fault: fault(end.trouble)};
		},
	};
}
