// The shape of a help page; `--help`, completion and the man page are all drawn from it.

export type HelpPage = {
	/** Who it is for and what it does, in one line. */
	readonly summary: string;
	/** The lines that can be typed, without the program's name. */
	readonly usage: readonly string[];
	/** Each option with its sentence. */
	readonly options: readonly (readonly [flag: string, text: string])[];
	/** Each example with what it is good for. */
	readonly examples: readonly (readonly [line: string, text: string])[];
};

export type HelpWording = {
	readonly title: string;
	readonly usageWord: string;
	readonly optionsWord: string;
	readonly examplesWord: string;
	readonly commandsWord: string;
	readonly exitCodesWord: string;
	readonly exitCodes: readonly (readonly [code: number, text: string])[];
	readonly console: HelpPage;
	readonly everywhere: readonly (readonly [flag: string, text: string])[];
	readonly pages: Readonly<Record<string, HelpPage>>;
};
