// Fewer bytes for the same picture: slow lines to thin clients carry each of them. Ink repeats the whole colour history of
// a line, and beside a QR that history is long; only the last colour of a run without text is ever seen.

const sgrRun = /(?:\u001b\[[\d;]*m){2,}/g;
const nextLineRun = /(?:\u001b\[E){2,}/g;

/** The same effect on a terminal in fewer bytes. */
export const thrifty = (output: string): string =>
	output.replace(sgrRun, lastStyles).replace(nextLineRun, (run) => `\u001b[${run.length / 3}E`);

/** What each code is about; the last word on a subject is the one that holds. */
function subjectOf(code: number): string {
	if (code === 38 || code === 39 || (code >= 30 && code <= 37) || (code >= 90 && code <= 97)) return 'ink';
	if (code === 48 || code === 49 || (code >= 40 && code <= 47) || (code >= 100 && code <= 107))
		return 'ground';
	// Bold and dim are switched off by one code and on by two.
	if (code === 1 || code === 2) return `weight ${code}`;
	return String(code % 20);
}

function lastStyles(run: string): string {
	const last = new Map<string, string>();
	const codes = [...run.matchAll(/\u001b\[([\d;]*)m/g)].flatMap(([, codes = '']) =>
		codes.split(';').map(Number),
	);
	for (let at = 0; at < codes.length; ) {
		const code = codes[at] ?? 0;
		const length = lengthOf(codes, at);
		if (code === 0) last.clear();
		if (code === 22) {
			last.delete('weight 1');
			last.delete('weight 2');
		}
		const subject = subjectOf(code);
		// Told anew, it goes to the end: an «off» must not come after its «on».
		last.delete(subject);
		last.set(subject, codes.slice(at, at + length).join(';'));
		at += length;
	}
	return `\u001b[${[...last.values()].join(';')}m`;
}

/** A colour by number takes three codes, one by red, green and blue five. */
function lengthOf(codes: readonly number[], at: number): number {
	if (codes[at] !== 38 && codes[at] !== 48) return 1;
	return codes[at + 1] === 5 ? 3 : 5;
}
