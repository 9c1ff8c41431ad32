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

export type Surroundings = {
	readonly desk: Desk;
	readonly looks: Looks;
	readonly language: Language;
	readonly words: ConsoleWording;
	readonly paymentWords: PaymentWording;
};

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

export const SurroundingsContext = createContext<Surroundings | null>(null);

export function useSurroundings(): Surroundings {
	const surroundings = use(SurroundingsContext);
	if (surroundings === null) throw new Error('A part of the console is drawn outside of it');
	return surroundings;
}
