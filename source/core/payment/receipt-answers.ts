// From paid to closed: what the register's answers mean. A close that may have happened is settled by documents, never repeated.
import type {SettledReceipt} from '../answers.ts';
import type {Command, RefusalCode} from './commands.ts';
import type {AnyEvent, DocumentsBefore} from './events.ts';
import {fiscalReceipt} from './fiscal-receipt.ts';
import {proceed} from './proceed.ts';
import type {FiscalisingState, PaymentState} from './state.ts';
import {act, emit, type Step, stepFrom} from './step.ts';

type ReceiptCommand = Extract<
	Command,
	{type: 'receiptPrepared' | 'receiptNotPrepared' | 'receiptEnded' | 'receiptSettled'}
>;

/** The rule for an answer of the register while the receipt is being closed. */
export function decideReceipt(
	state: PaymentState,
	command: ReceiptCommand,
	nowMs: number,
): Step | RefusalCode {
	if (state.phase !== 'fiscalising' || !state.isRunning) return 'STALE_ANSWER';
	const step = stepFrom(state);
	switch (command.type) {
		case 'receiptPrepared':
			return state.step.type === 'preparing' ? print(step, state, command.before, nowMs) : 'STALE_ANSWER';
		case 'receiptNotPrepared':
			return state.step.type === 'preparing'
				? emit(step, {type: 'receipt.failed', ...command.fault}, nowMs)
				: 'STALE_ANSWER';
		case 'receiptEnded':
			return state.step.type === 'printing'
				? proceed(emit(step, endEvent(command.end), nowMs), nowMs)
				: 'STALE_ANSWER';
		case 'receiptSettled':
			// After a restart the settling belongs to a receipt that stands as `printing`.
			return state.step.type === 'preparing'
				? 'STALE_ANSWER'
				: proceed(settled(step, command.end, nowMs), nowMs);
	}
}

/** The intent and the effect in one decision: no other rule prints, so an intent that is only read can never print again. */
function print(step: Step, state: FiscalisingState, before: DocumentsBefore, nowMs: number): Step {
	const closing = emit(
		step,
		{type: 'receipt.closing', slot: state.slot, documentBefore: before.fiscalDocument, before},
		nowMs,
	);
	const running = emit(closing, {type: 'receipt.running'}, nowMs);
	return act(running, {type: 'printReceipt', receipt: fiscalReceipt(state), before});
}

function endEvent(end: SettledReceipt): AnyEvent {
	switch (end.type) {
		case 'closed':
			return {
				type: 'receipt.closed',
				number: end.number,
				fiscalDocument: end.fiscalDocument,
				fiscalSign: end.fiscalSign,
			};
		case 'failed':
			return {type: 'receipt.failed', ...end.fault};
		case 'unknown':
			return {type: 'receipt.unknown', ...end.fault};
		case 'notClosed':
			return {type: 'receipt.failed', ...end.fault, code: 'NOT_CLOSED'};
	}
}

function settled(step: Step, end: SettledReceipt, nowMs: number): Step {
	const isStillPrinting = step.state.phase === 'fiscalising' && step.state.step.type === 'printing';
	const event = endEvent(end);
	const first = emit(step, event, nowMs);
	// The settling itself came to no end: the receipt stays unknown until it is asked about again.
	return event.type === 'receipt.unknown' && isStillPrinting ? emit(first, event, nowMs) : first;
}
