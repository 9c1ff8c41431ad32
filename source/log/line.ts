// The frame of every line of the log: when, which payment, what. One line, clean, the same columns for rows and pulses.
import {cleanText} from '../core/index.ts';

export type LineOptions = {
	/** Colours by ANSI: only where the line goes to a terminal that has them. */
	readonly hasColours?: boolean;
	/** The day before the time, for a log of more than one day. */
	readonly withDay?: boolean;
};

/** How much a line matters to whoever looks for the broken link. */
export type Weight = 'good' | 'bad' | 'plain' | 'quiet';

const colours: Readonly<Record<Weight, readonly [on: string, off: string]>> = {
	good: ['\u001b[32m', '\u001b[39m'],
	bad: ['\u001b[31m', '\u001b[39m'],
	plain: ['', ''],
	quiet: ['\u001b[2m', '\u001b[22m'],
};

/** Order ids are at most 64 characters; most are far shorter, and a column keeps the words below each other. */
const orderColumns = 12;

/** `09:00:05  A-1           words`. A row without a payment has a dash. */
export function framedLine(
	at: string,
	orderId: string | null,
	words: string,
	weight: Weight,
	{hasColours = false, withDay = false}: LineOptions,
): string {
	const order = orderId === null ? '-' : cleanText(orderId, 64);
	const line = `${localTime(at, withDay)}  ${order.padEnd(orderColumns)}  ${cleanText(words, 400)}`;
	const [on, off] = hasColours ? colours[weight] : ['', ''];
	return `${on}${line}${off}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** `HH:MM:SS` of this machine's time zone, with `YYYY-MM-DD` before it where asked. */
export function localTime(at: string, withDay: boolean): string {
	const date = new Date(at);
	const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
	if (!withDay) return time;
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${time}`;
}
