// A failing history as a story that a person can follow: what broke, with what little, and how it went.
import {check} from './checker/check.ts';
import {play} from './play.ts';
import {calm, type Scenario} from './scenario.ts';

/** The story of a scenario, line by line. */
export async function tell(scenario: Scenario): Promise<readonly string[]> {
	const history = await play(scenario, true);
	const broken = check(history).map(({rule, what}) => `${rule}: ${what}`);
	const settings = Object.entries(scenario)
		.filter(
			([name, value]) =>
				name in calm && JSON.stringify(value) !== JSON.stringify(calm[name as keyof Scenario]),
		)
		.map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`);
	return [
		broken.length > 0 ? `Broken: ${broken.join('; ')}` : 'No rule is broken.',
		'Otherwise than in a calm payment:',
		...settings,
		'',
		...quietTail(history.lines),
		'',
		history.open.length > 0
			? `Open at the end: ${history.open.map(({orderId, matter}) => `${orderId} (${matter})`).join(', ')}`
			: 'Nothing is open at the end.',
	];
}

/** Questions that are answered the same again and again are told once. */
function quietTail(lines: readonly string[]): readonly string[] {
	const what = (line: string | undefined): string => (line ?? '').replace(/^\S+\s+/, '');
	return lines.filter((line, n) => {
		const isPoll = /getStatus/.test(line) && what(lines[n - 2]) === what(line);
		const isAgain =
			isPoll && (what(lines[n - 4]) === what(line) || what(lines[n - 1]) === what(lines[n - 3]));
		return !(isAgain && what(lines[n - 4]) === what(line) && what(lines[n + 2]) === what(line));
	});
}
