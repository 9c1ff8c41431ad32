// All sentences that people read, in both languages, by room.

export type {CliWording} from './cli.ts';
export {cliEn} from './en/cli.ts';
export {helpEn} from './en/help.ts';
export type {HelpPage, HelpWording} from './help.ts';
export * from './language.ts';
export {cliRu} from './ru/cli.ts';
export {helpRu} from './ru/help.ts';
