// The time that the customer still has: large digits, a bar, and the same in words. The only part that wakes each second.
import {Box} from 'ink';
import {useSurroundings} from '../ui/context.ts';
import type {Tone as ToneName} from '../ui/looks.ts';
import {useSecondsLeft} from '../ui/use-seconds-left.ts';
import {BigDigits} from './big-digits.tsx';
import {ProgressBar} from './progress-bar.tsx';
import {Tone} from './tone.tsx';

/** `2:59`. */
export const clockText = (seconds: number): string =>
	`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

const toneOf = (seconds: number, totalS: number): ToneName =>
	seconds <= 10 ? 'bad' : seconds <= Math.min(30, totalS / 3) ? 'warn' : 'good';

type CountdownProps = {
	readonly untilMs: number;
	readonly totalS: number;
	readonly columns: number;
	/** Only the words: there is no room for more. */
	readonly isLow: boolean;
};

/** The time left until `untilMs` (monotonic) of `totalS` seconds. */
export function Countdown({untilMs, totalS, columns, isLow}: CountdownProps) {
	const {desk, words} = useSurroundings();
	const seconds = useSecondsLeft(desk.options.clock, untilMs) ?? 0;
	const tone = toneOf(seconds, totalS);
	return (
		<Box flexDirection="column" flexShrink={0}>
			{isLow ? null : (
				<>
					<BigDigits text={clockText(seconds)} columns={columns} tone={tone} />
					<ProgressBar part={totalS > 0 ? seconds / totalS : 0} columns={columns} tone={tone} />
				</>
			)}
			<Tone wrap="truncate">
				{seconds === 0 ? words.payment.timeOver : words.payment.left(Math.floor(seconds / 60), seconds % 60)}
			</Tone>
		</Box>
	);
}

/** How long an answer is still waited for, in words. */
export function AtMost({untilMs}: {readonly untilMs: number}) {
	const {desk, words} = useSurroundings();
	const seconds = useSecondsLeft(desk.options.clock, untilMs) ?? 0;
	return <Tone wrap="truncate">{words.payment.atMost(seconds)}</Tone>;
}

/** The time left in one word, for screens without room. */
export function ShortCountdown({untilMs}: {readonly untilMs: number}) {
	const {desk} = useSurroundings();
	const seconds = useSecondsLeft(desk.options.clock, untilMs) ?? 0;
	return <Tone bold>{clockText(seconds)}</Tone>;
}
