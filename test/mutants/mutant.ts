// A rule of the program broken on purpose: a small change of one file that the tests must not let pass.

export type Mutant = {
	/** The rule, as it is broken. */
	readonly name: string;
	/** From the project's root. */
	readonly file: string;
	/** Texts that stand in the file exactly once, and what takes their place. */
	readonly changes: readonly (readonly [from: string, to: string])[];
	/** Tests that know the rule; asked where the simulation does not see it. Folders or files, from the project's root. */
	readonly tests: readonly string[];
};

/** The file's text with the rule broken; throws where a text is not there exactly once: the patch has to be renewed. */
export const broken = (text: string, {name, changes}: Mutant): string =>
	changes.reduce((so, [from, to]) => {
		const places = so.split(from).length - 1;
		if (places !== 1) throw new Error(`«${name}»: its text stands ${places} times in the file, not once`);
		return so.replace(from, () => to);
	}, text);
