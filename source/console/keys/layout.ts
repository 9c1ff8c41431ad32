// A command is a place on the keyboard: `l` works as well while the layout is Russian and the same key types «д».

const russian = 'йцукенгшщзхъфывапролджэячсмитьбю';
const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";

const byPlace = new Map([...russian].map((letter, at) => [letter, latin[at] ?? letter]));

/** The Latin lower-case letter on the same key; everything else as it is. */
export function latinByPlace(character: string): string {
	const lower = character.toLowerCase();
	return byPlace.get(lower) ?? lower;
}
