// The two languages of the program; every sentence has both, or the types complain.

export const languages = ['ru', 'en'] as const;

export type Language = (typeof languages)[number];

/** Whether a word names one of the languages. */
export const isLanguage = (word: string): word is Language => (languages as readonly string[]).includes(word);
