// 26h: the width of the paper in dots, which no other command tells.
import {type Command, command} from './command.ts';

export type FontParameters = {
	readonly paperDots: number;
	readonly charWidthDots: number;
	readonly charHeightDots: number;
	readonly fonts: number;
};

/** §4 «26 font» (○ vendor, JP). */
export const fontParameters = (password: number, font = 1): Command<FontParameters> =>
	command({
		code: 0x26,
		kind: 'read',
		answerMs: 5000,
		password,
		fields: [font],
		leastBytes: 5,
		decode: (data) => ({
			paperDots: data.number(2),
			charWidthDots: data.number(1),
			charHeightDots: data.number(1),
			fonts: data.number(1),
		}),
	});
