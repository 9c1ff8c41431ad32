// What every screen and part may ask for: the desk, the looks, the words.
import {createContext, use} from 'react';
import {
	type ConsoleWording,
	consoleWording,
	type Language,
	type PaymentWording,
	paymentWording,
} from '../../core/index.ts';
import type {Desk} from './desk.ts';
import {type Looks, looksOf} from './looks.ts';

/** What parts draw with. */
export type Surroundings = {
	readonly desk: Desk;
	readonly looks: Looks;
	readonly language: Language;
	readonly words: ConsoleWording;
	readonly paymentWords: PaymentWording;
};

/** The surroundings of a desk, fixed for the life of the console. */
export const surroundingsOf = (desk: Desk): Surroundings => {
	const {language, capabilities} = desk.options;
	return {
		desk,
		language,
		looks: looksOf(capabilities),
		words: consoleWording(language),
		paymentWords: paymentWording(language),
	};
};

/** Given once, by the root. */
export const SurroundingsContext = createContext<Surroundings | null>(null);

/** The surroundings of this part. Throws outside of the console. */
export function useSurroundings(): Surroundings {
	const surroundings = use(SurroundingsContext);
	if (surroundings === null) throw new Error('A part of the console is drawn outside of it');
	return surroundings;
}
