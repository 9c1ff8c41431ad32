// `npm run audit:packages`: known faults of the packages in the lock file. It fails where there are some; where the registry
// answers no such question it says that it was not asked, which is no fault of a package.
import {spawnSync} from 'node:child_process';

type Report = {readonly metadata?: {readonly vulnerabilities?: Readonly<Record<string, number>>}};

const {stdout} = spawnSync('npm', ['audit', '--json'], {encoding: 'utf8'});
const counts = parsed(stdout).metadata?.vulnerabilities;
if (counts === undefined)
	console.log('npm audit: the registry did not answer; the packages were not asked about');
else {
	const total = counts['total'] ?? 0;
	console.log(`npm audit: ${total} known faults`);
	if (total > 0) {
		spawnSync('npm', ['audit'], {stdio: 'inherit'});
		process.exitCode = 1;
	}
}

function parsed(text: string): Report {
	try {
		return JSON.parse(text);
	} catch {
		return {};
	}
}
