// The door of the core: what a payment is. Pure; imports nothing but itself.
export * from './answers.ts';
export * from './fault.ts';
export * from './money.ts';
export * from './order.ts';
export * from './outcome.ts';
export * from './outside-text.ts';
export * from './payment/events.ts';
export * from './payment-system.ts';
export * from './receipt.ts';
