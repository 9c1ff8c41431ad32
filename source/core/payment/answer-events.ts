// The events that an answer of the gateway becomes, whatever phase it finds.
import type {GatewayFault} from '../fault.ts';
import type {OrderAnswer} from '../order.ts';
import type {Moment} from './commands.ts';
import type {AnyEvent} from './events.ts';
import {emit, type Step} from './step.ts';

/** The gateway says paid: the amount is its own, and has been compared with the order. */
export const paidEvent = (answer: OrderAnswer): AnyEvent => ({
	type: 'payment.paid',
	paidAt: answer.paidAt,
	amountKopecks: answer.amountKopecks,
});

/** The gateway's status, as it came. `ms`: how long the answer took. */
export const answered = (
	step: Step,
	operation: 'status' | 'cancel',
	answer: OrderAnswer,
	ms: number,
	nowMs: number,
): Step => emit(step, {type: 'status.answered', operation, status: answer.status, ms, count: 1}, nowMs);

/** One more technical error in a row. */
export function failed(
	step: Step,
	operation: 'create' | 'status' | 'cancel',
	fault: GatewayFault,
	moment: Moment,
): Step {
	const errorsInRow =
		step.state.phase === 'idle' || step.state.phase === 'fiscalising' ? 1 : step.state.line.errorsInRow + 1;
	return emit(
		step,
		{
			type: 'status.failed',
			operation,
			kind: fault.kind,
			code: fault.code,
			text: moment.describe(fault),
			errorsInRow,
		},
		moment.nowMs,
	);
}
