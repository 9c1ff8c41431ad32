// Payments brought to a certain place by their own rules, for the tests to go on from.
import type {PayCommand, PaymentPolicy} from '../../../source/core/index.ts';
import {answers, esc, pay, prepared, qrShown, registerFault} from '../samples.ts';
import {given, type Story} from '../specification.ts';

type More = Partial<Pick<PayCommand, 'slot' | 'printSlip'>>;

/** The cashier pressed Enter at 0: the order is being asked for. */
export const creating = (policy: Partial<PaymentPolicy> = {}, more: More = {}): Story =>
	given().when(pay(policy, more), 0);

/** Made at 300 ms, shown at 1000 ms: the first question is due at 6000. */
export const shown = (policy: Partial<PaymentPolicy> = {}, more: More = {}): Story =>
	creating(policy, more).when(answers.created(), 300).when(qrShown, 1_000);

/** The cashier pressed Esc at 8000: the cancel is in flight. */
export const cancelling = (policy: Partial<PaymentPolicy> = {}, more: More = {}): Story =>
	shown(policy, more).when(esc, 8_000);

/** Paid at 6500: the register is being asked for its documents. */
export const paid = (): Story => shown().whenDue().when(answers.status('paid'), 6_500);

/** The receipt is being printed since 7000. */
export const printing = (): Story => paid().when(prepared, 7_000);

/** Paid, and the register says what ails it: the receipt is owed. */
export const owed = (): Story =>
	paid().when({type: 'receiptNotPrepared', fault: registerFault('LINK')}, 7_000);

/** Every try of the cancel failed: nobody knows, since 18 000. */
export const unresolved = (): Story =>
	[8_000, 10_000, 12_000, 14_000, 16_000]
		.reduce((story, startMs) => story.when(answers.cancelFailed(), startMs + 100).whenDue(), cancelling())
		.stands({phase: 'ended', outcome: 'unresolved'});

/** Cancelled by the cashier at 8200, confirmed by the gateway. */
export const cancelled = (): Story => cancelling().when(answers.cancel('cancelled'), 8_200);
