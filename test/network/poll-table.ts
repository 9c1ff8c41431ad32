// A day of polls against each habit of servers, two at a time, told as a table.
import type {Shim} from '../torture/support/shim.ts';
import {type Habit, habits, runPolls} from './run-polls.ts';

/** Prints it; answers whether any poll has failed. */
export async function pollForHours(shim: Shim, hours: number): Promise<boolean> {
	process.stdout.write(
		`\nPolls in virtual time: ${hours} h with each kind of server, ${(hours * habits.length).toFixed(1)} h together\n`,
	);
	const line = (cells: readonly (string | number)[]): void => {
		const [title = '', ...rest] = cells;
		process.stdout.write(
			`${String(title).padEnd(32)}${rest.map((cell) => String(cell).padStart(13)).join('')}\n`,
		);
	};
	line(['server keeps connections', 'polls', 'connections', 'failed']);
	let isBad = false;
	const waiting: Habit[] = [...habits];
	await Promise.all(
		[1, 2].map(async () => {
			for (let habit = waiting.shift(); habit; habit = waiting.shift()) {
				const {polls, connections, faults} = await runPolls(shim, habit, hours);
				line([habit.name, polls, connections, faults.length]);
				isBad ||= faults.length > 0;
			}
		}),
	);
	return isBad;
}
