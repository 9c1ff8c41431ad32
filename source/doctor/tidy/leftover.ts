// Files that a write leaves behind when it is cut off: `.till.json.4711.new`, named for the process that wrote them.

/** A write takes well under this; a younger file may still be at work, on a machine that reuses numbers too. */
const leastAgeMs = 60_000;

const leftoverName = /^(?:\..+\.(\d{1,10})\.new|register\.capabilities\.json\.(\d{1,10}))$/;

/** Whether a file of the till's folder belongs to a write whose process is gone. */
export function isLeftover(name: string, ageMs: number): boolean {
	const [, ofSettings, ofCache] = leftoverName.exec(name) ?? [];
	const pid = ofSettings ?? ofCache;
	return pid !== undefined && ageMs > leastAgeMs && !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
