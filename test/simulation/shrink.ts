// Makes a failing scenario as small as it can be while it still breaks the same rule: what is left is the story.
import {check} from './checker/check.ts';
import {play} from './play.ts';
import {calm, type Scenario} from './scenario.ts';

export type Breaks = (scenario: Scenario) => Promise<boolean>;

/** Whether a scenario breaks this rule. */
export const breaksRule =
	(rule: string): Breaks =>
	async (scenario) =>
		check(await play(scenario)).some((broken) => broken.rule === rule);

/** The smallest scenario found that still breaks; `scenario` itself where nothing can go. */
export async function shrink(scenario: Scenario, breaks: Breaks): Promise<Scenario> {
	let smallest = scenario;
	for (let isSmaller = true; isSmaller; ) {
		isSmaller = false;
		for (const candidate of smallerThan(smallest)) {
			if (!(await breaks(candidate))) continue;
			smallest = candidate;
			isSmaller = true;
			break;
		}
	}
	return smallest;
}

/** Scenarios that are simpler in one thing each, the most telling first. */
function* smallerThan(scenario: Scenario): Generator<Scenario> {
	const {faults, keys, customers} = scenario;
	for (let n = 0; n < faults.length; n += 1) yield {...scenario, faults: faults.toSpliced(n, 1)};
	for (let n = 1; n < keys.length; n += 1) yield {...scenario, keys: keys.toSpliced(n, 1)};
	if (keys[0]?.key === 'enter twice')
		yield {...scenario, keys: [{...keys[0], key: 'enter'}, ...keys.slice(1)]};
	if (customers.length > 1) yield {...scenario, customers: customers.slice(0, -1)};
	if (!scenario.isCalm) yield {...scenario, isCalm: true};
	for (const name of [
		'responseTimeoutS',
		'pollIntervalS',
		'statusErrorLimit',
		'hasRegister',
		'isOnPaper',
		'cancelRefunds',
		'takesUp',
	] as const) {
		if (scenario[name] !== calm[name]) yield {...scenario, [name]: calm[name]};
	}
	if (customers.length === 1 && JSON.stringify(customers) !== JSON.stringify(calm.customers)) {
		yield {...scenario, customers: calm.customers};
	}
	for (const [n, fault] of faults.entries()) {
		if (fault.at === 'step' && fault.what === 'power') {
			yield {...scenario, faults: faults.with(n, {...fault, what: 'kill'})};
		}
		if (fault.at === 'append' && fault.count > 1) {
			yield {...scenario, faults: faults.with(n, {...fault, count: fault.count - 1})};
		}
	}
}
