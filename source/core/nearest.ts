// The nearest known name to one that was mistyped.

/** The known word within two edits (a third of its length for long ones), or null. */
export function nearest(word: string, known: readonly string[]): string | null {
	// No name of ours is that long: the work stays small whatever was typed.
	if (word.length > 100) return null;
	let best: {name: string; distance: number} | null = null;
	for (const name of known) {
		const distance = name.startsWith(word) && word.length >= 3 ? 1 : editDistance(word, name);
		if (distance <= Math.max(2, Math.floor(name.length / 3)) && (!best || distance < best.distance)) {
			best = {name, distance};
		}
	}
	return best?.name ?? null;
}

function editDistance(a: string, b: string): number {
	let row = Array.from({length: b.length + 1}, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}
