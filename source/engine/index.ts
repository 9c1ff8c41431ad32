// The door of the engine: its public face, and what it needs of the world.

export type {EndedState, LiveState, PaymentState} from '../core/index.ts';
export {isLive} from '../core/index.ts';
export {systemClock} from './clock.ts';
export * from './engine.ts';
export {foldRows} from './fold-rows.ts';
export * from './ports.ts';
export type {EventListener, LogEntry, SlipState, Snapshot} from './snapshot.ts';
