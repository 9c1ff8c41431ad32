// The door of the register room: the fiscal register of the Shtrih-M family on TCP or a serial line.
export type {TableField} from './commands/table-value.ts';
export type {FoundDocuments} from './driver/find-documents.ts';
export type {RegisterMemory} from './driver/memory.ts';
export type {ComparedName, SlotName} from './driver/names.ts';
export type {RegisterStatus} from './driver/status.ts';
export type {TableStructure, TableValue} from './driver/tables.ts';
export {
	type FoundRegister,
	findRegister,
	type SearchEvent,
	type SearchOptions,
} from './find/find-register.ts';
export type {RegisterOptions} from './options.ts';
export {createRegister, type Register} from './register.ts';
export type {RegisterTools, ToolAnswer, ToolDone, ToolFailed} from './tools.ts';
export {
	type Beginning,
	beginningOf,
	type RecordedCommand,
	recordedCommands,
	traceLineFrom,
} from './trace/recorded.ts';
export {type ReplayedCommand, replayCommands} from './trace/replay.ts';
export type {TraceLine, TraceListener} from './trace/trace.ts';
