// The door of the virtual register.
export type {Control} from './control.ts';
export type {Fault, FaultName} from './faults/fault.ts';
export {parseFaults} from './faults/parse.ts';
export {isModelName, type Model, type ModelName, models} from './model.ts';
export type {CommandEntry, VirtualRegister, VirtualRegisterOptions} from './options.ts';
export type {TapeInk} from './printer/tape.ts';
export type {FiscalDocument, FiscalReceiptDocument} from './state/document.ts';
export type {RegisterState} from './state/state.ts';
export {withPaymentNames} from './tables/set-up.ts';
export {startVirtualRegister} from './virtual-register.ts';
