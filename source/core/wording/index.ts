// All sentences that people read, in both languages, by room.
export * from './language.ts';
