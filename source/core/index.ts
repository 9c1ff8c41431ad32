// The door of the core: what a payment is. Pure; imports nothing but itself.
export * from './answers.ts';
export * from './fault.ts';
export * from './money.ts';
export * from './order.ts';
export * from './outcome.ts';
export * from './outside-text.ts';
export * from './payment/commands.ts';
export {type Decision, decide} from './payment/decide.ts';
export * from './payment/effects.ts';
export * from './payment/events.ts';
export {evolve} from './payment/evolve.ts';
export * from './payment/folding.ts';
export {limitMs, wakeMs} from './payment/proceed.ts';
export * from './payment/schedule.ts';
export * from './payment/state.ts';
export * from './payment/view.ts';
export * from './payment-system.ts';
export * from './receipt.ts';
