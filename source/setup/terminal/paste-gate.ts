// Tells a pasted text from typed keys: by the terminal's own marks where it gives them, else since no hand types two lines at once.
import {StringDecoder} from 'node:string_decoder';

export type PasteGate = {
	/** Takes a chunk as it came. */
	feed(chunk: Uint8Array | string): void;
	close(): void;
};

export type PasteListener = {
	readonly onKeys: (text: string) => void;
	readonly onPaste: (text: string) => void;
};

/** Asks a terminal to mark what is pasted, and to stop doing so. */
export const askForMarks = '\u001b[?2004h';
export const noMoreMarks = '\u001b[?2004l';

const begin = '\u001b[200~';
const end = '\u001b[201~';
/** How long the rest of a mark may be on its way, and the rest of an unmarked paste. */
const patienceMs = 50;
const quietMs = 200;
/** Two lines that came at once, and are no two presses of Enter. */
const unmarkedPaste = /^[^\u001b]{8,}[\r\n]+[^\r\n\u001b]/;

/** A gate before a key reader. */
export function createPasteGate({onKeys, onPaste}: PasteListener): PasteGate {
	const decoder = new StringDecoder('utf8');
	let held = '';
	let pasted: {text: string; readonly isMarked: boolean} | null = null;
	let timer: ReturnType<typeof setTimeout> | null = null;

	const later = (ms: number, run: () => void): void => {
		timer = setTimeout(run, ms);
	};
	const finish = (): void => {
		const text = pasted?.text ?? '';
		pasted = null;
		if (text !== '') onPaste(text);
	};

	const take = (text: string): void => {
		if (pasted?.isMarked) {
			pasted.text += text;
			const at = pasted.text.indexOf(end);
			if (at === -1) return;
			const rest = pasted.text.slice(at + end.length);
			pasted.text = pasted.text.slice(0, at);
			finish();
			if (rest !== '') take(rest);
			return;
		}
		const at = text.indexOf(begin);
		if (at !== -1) {
			if (at > 0) onKeys(text.slice(0, at));
			pasted = {text: '', isMarked: true};
			take(text.slice(at + begin.length));
			return;
		}
		if (pasted || unmarkedPaste.test(text)) {
			pasted = {text: (pasted?.text ?? '') + text, isMarked: false};
			later(quietMs, finish);
			return;
		}
		const start = startOfMark(text);
		if (start > 0) onKeys(text.slice(0, start));
		held = text.slice(start);
		if (held !== '') {
			later(patienceMs, () => {
				const keys = held;
				held = '';
				onKeys(keys);
			});
		}
	};

	return {
		feed(chunk) {
			if (timer) clearTimeout(timer);
			timer = null;
			const text = held + (typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk)));
			held = '';
			if (text !== '') take(text);
		},
		close() {
			if (timer) clearTimeout(timer);
		},
	};
}

/** Where the beginning of a mark stands at a text's end; the text's length where there is none. */
function startOfMark(text: string): number {
	for (let length = Math.min(begin.length - 1, text.length); length > 0; length--) {
		if (text.endsWith(begin.slice(0, length))) return text.length - length;
	}
	return text.length;
}
