// Lines of text on the tape: centred, wrapped to what 17h takes, and never empty (an empty line may vanish, §8).
import type {RegisterTrouble} from '../../../core/index.ts';
import {printLine, printWideLine} from '../../commands/print-line.ts';
import type {Bench} from '../bench.ts';
import type {Capabilities} from '../capabilities.ts';
import {performPrint} from '../perform.ts';
import {troubleOf} from '../trouble.ts';

export type SlipLine = {readonly text: string; readonly font: 'usual' | 'wide'};

/** Characters that 17h and 12h take on every model. */
const usualLimit = 40;
const wideLimit = 20;

function centred(text: string, width: number): string {
	const characters = [...text].slice(0, width);
	return `${' '.repeat(Math.floor((width - characters.length) / 2))}${characters.join('')}`;
}

/** A line that is too long for the wide font goes in the usual one, and one too long for that in several. */
export function layOut(
	{text, font}: SlipLine,
	able: Pick<Capabilities, 'charsPerLine'>,
): readonly SlipLine[] {
	const usualWidth = Math.min(usualLimit, able.charsPerLine);
	const wideWidth = Math.min(wideLimit, Math.floor(able.charsPerLine / 2));
	const length = [...text].length;
	if (font === 'wide' && length <= wideWidth) return [{text: centred(text, wideWidth), font}];
	return wrap(text, usualWidth).map((line) => ({text: centred(line, usualWidth), font: 'usual'}));
}

function wrap(text: string, width: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		let rest = line === '' ? word : `${line} ${word}`;
		if ([...rest].length > width && line !== '') {
			lines.push(line);
			rest = word;
		}
		while ([...rest].length > width) {
			lines.push([...rest].slice(0, width).join(''));
			rest = [...rest].slice(width).join('');
		}
		line = rest;
	}
	return [...lines, line];
}

/** Null when all lines are printed. */
export async function printText(
	bench: Bench,
	able: Capabilities,
	lines: readonly SlipLine[],
): Promise<RegisterTrouble | null> {
	const {password} = bench.device;
	for (const line of lines.flatMap((one) => layOut(one, able))) {
		const print = line.font === 'wide' ? printWideLine : printLine;
		const reply = await performPrint(bench, print(password, line.text));
		if (reply.type !== 'ok') return troubleOf(reply);
	}
	return null;
}
