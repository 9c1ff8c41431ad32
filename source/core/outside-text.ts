// Text that came from outside (gateway, register, files) is made harmless before a person, a terminal or a printer sees it.

// C0, DEL and C1 controls drive terminals; bidi marks and isolates reorder what is read; the rest is invisible or breaks lines.
/** Runs of characters that do harm where text is shown. Global: for replacing, not for testing. */
export const harmfulCharacters =
	/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]+/gu;

/** One line of at most `maxLength` characters without anything that drives a terminal, reorders text or hides in it. */
export function cleanText(text: string, maxLength = 200): string {
	// The head alone is worked on: a megabyte of text must not cost a megabyte of work.
	const line = text
		.slice(0, maxLength * 4)
		.toWellFormed()
		.replace(harmfulCharacters, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	const characters = [...line];
	return characters.length <= maxLength ? line : `${characters.slice(0, maxLength - 1).join('')}…`;
}
