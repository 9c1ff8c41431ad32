// The customer's sentences in the till's language.
import {type DisplayWording, displayEn, displayRu, type Language} from '../../core/index.ts';

/** All that the customer reads, in one language. */
export const customerWording = (language: Language): DisplayWording =>
	language === 'ru' ? displayRu : displayEn;
