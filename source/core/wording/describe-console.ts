// The console's sentences by language.
import type {ConsoleWording} from './console.ts';
import {consoleEn} from './en/console.ts';
import type {Language} from './language.ts';
import {consoleRu} from './ru/console.ts';

/** All sentences of the console, in one language. */
export const consoleWording = (language: Language): ConsoleWording =>
	language === 'ru' ? consoleRu : consoleEn;
