// Where the till's folder is: the option, the environment, or the place that the desktop's rules give (contracts: cli).
import {homedir} from 'node:os';
import {join, resolve} from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The absolute path of the till's folder. */
export function tillFolder(option: string | undefined, env: Environment = process.env): string {
	const set = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
	const data = set('XDG_DATA_HOME') ?? join(set('HOME') ?? homedir(), '.local', 'share');
	return resolve(option ?? set('QRKASSA_TILL') ?? join(data, 'qrkassa'));
}
