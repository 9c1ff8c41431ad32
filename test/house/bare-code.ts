// The code of a file without its comments and without the inside of its texts: what a rule about words in code may look at.

type Mode = 'code' | 'line-comment' | 'block-comment' | 'single' | 'double' | 'template' | 'regex';

/** After one of these a slash begins a regular expression, not a division. */
const beforeRegex = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|new|void))\s*$/;

/** Comments and the inside of texts and regular expressions become blanks; line breaks and everything else stay in place. */
export function bareCode(text: string): string {
	let mode: Mode = 'code';
	let bare = '';
	// Braces that are open in each `${…}` around the place where we are.
	const templates: number[] = [];
	for (let at = 0; at < text.length; at += 1) {
		const one = text.charAt(at);
		const two = text.slice(at, at + 2);
		if (one === '\n' && mode !== 'block-comment' && mode !== 'template') mode = 'code';
		if (mode === 'code') {
			const opened = opening(one, two, bare);
			if (opened) mode = opened;
			else if (one === '{' && templates.length > 0) templates.push((templates.pop() ?? 0) + 1);
			else if (one === '}' && templates.length > 0) {
				const open = (templates.pop() ?? 0) - 1;
				if (open >= 0) templates.push(open);
				else mode = 'template';
			}
			bare += mode === 'line-comment' || mode === 'block-comment' ? blank(one) : one;
			continue;
		}
		if (mode === 'template' && two === '${') {
			templates.push(0);
			mode = 'code';
			bare += '${';
			at += 1;
			continue;
		}
		if (one === '\\' && mode !== 'line-comment' && mode !== 'block-comment') {
			bare += blank(one) + blank(text.charAt(at + 1));
			at += 1;
			continue;
		}
		if (closes(mode, one, text, at)) {
			bare += mode === 'block-comment' ? ' ' : one;
			mode = 'code';
			continue;
		}
		bare += blank(one);
	}
	return bare;
}

const blank = (one: string): string => (one === '\n' ? '\n' : ' ');

function opening(one: string, two: string, before: string): Mode | null {
	if (two === '//') return 'line-comment';
	if (two === '/*') return 'block-comment';
	if (one === "'") return 'single';
	if (one === '"') return 'double';
	if (one === '`') return 'template';
	return one === '/' && beforeRegex.test(before.slice(-80)) ? 'regex' : null;
}

function closes(mode: Mode, one: string, text: string, at: number): boolean {
	switch (mode) {
		case 'single':
			return one === "'";
		case 'double':
			return one === '"';
		case 'template':
			return one === '`';
		case 'regex': {
			// A slash within a class does not end the expression.
			const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
			return one === '/' && line.lastIndexOf('[') <= line.lastIndexOf(']');
		}
		case 'block-comment':
			return one === '/' && text.charAt(at - 1) === '*';
		default:
			return false;
	}
}
