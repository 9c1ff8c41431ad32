// From a sum to a payment: the guard against a second Enter is the engine's, the way back is ours.
import {type EndedState, parseRubles} from '../../core/index.ts';
import type {TillSystem} from '../options.ts';
import type {Desk} from '../ui/desk.ts';
import type {Draft, Problem} from '../ui/state.ts';

/** Takes the typed sum to the choice of a payment type, or shows what is wrong with it. */
export function submitSum({ui}: Desk): void {
	const sum = parseRubles(ui.getSnapshot().text);
	if (!sum.ok) {
		ui.set({isTextTried: true});
		return;
	}
	const draft = {amountKopecks: sum.amountKopecks, receipt: null, fromOrderId: null};
	ui.set({isTextTried: false, picker: {draft, cursor: 0}});
}

/** The open receipt of an ended payment as a draft. */
export const draftOf = ({facts}: EndedState): Draft => ({
	amountKopecks: facts.amountKopecks,
	receipt: facts.receipt,
	fromOrderId: facts.orderId,
});

/** Begins the payment of a draft; what stands in the way becomes a panel, and the draft stays. */
export async function beginPayment(desk: Desk, draft: Draft, cursor: number): Promise<void> {
	const {options, ui} = desk;
	const system = options.till.systems[cursor];
	if (!system) return;
	const fail = (cause: Problem['cause']): void => ui.set({problem: {draft, cursor, cause}, picker: null});
	if (!hasPlaceForQr(desk)) return fail({type: 'no-place'});
	ui.set({picker: null, problem: null, page: null, question: null, remark: null, qrView: 'auto'});
	const end = await options.engine.pay(options.makeOrder(system, draft.amountKopecks, draft.receipt));
	switch (end.type) {
		case 'started':
			ui.set({text: '', isTextTried: false});
			// The receipt has gone over to the new payment: the old one offers it no longer.
			if (draft.fromOrderId !== null) options.engine.send(draft.fromOrderId, {type: 'dropReceipt'});
			return;
		case 'refused':
			return fail({type: 'refused', code: end.code});
		case 'register':
			return fail({type: 'register', fault: end.fault});
		case 'journal':
			return fail({type: 'journal', text: end.text});
	}
}

/** The same sum by the same way once more; where the till no longer has that way, the choice is offered. */
export function retry(desk: Desk, state: EndedState): void {
	const cursor = systemIndex(desk.options.till.systems, state);
	if (cursor === -1) pickAgain(desk, state);
	else void beginPayment(desk, draftOf(state), cursor);
}

/** The same sum by another way. */
export function pickAgain({options, ui}: Desk, state: EndedState): void {
	const cursor = Math.max(0, systemIndex(options.till.systems, state));
	ui.set({picker: {draft: draftOf(state), cursor}, question: null});
}

const systemIndex = (systems: readonly TillSystem[], {facts}: EndedState): number =>
	systems.findIndex(({system, code}) => system === facts.method && code === facts.code);

/** No screen that can draw it, no paper, no display: then no order is made at all. */
function hasPlaceForQr({options}: Desk): boolean {
	const {qrRendering, till} = options;
	return qrRendering.type === 'cells' || till.hasRegister || till.qrOn.includes('display');
}
