// Writes till.json with `conf`: checked against the same rules once more, atomic, its owner's alone.
import type {SettingsProblem} from '../../core/index.ts';
import {errorCode} from '../disk/error-code.ts';
import {syncFolder} from '../disk/write-file.ts';
import {problem} from '../problem.ts';
import type {JsonValue} from './json-text.ts';
import {violations} from './rule.ts';
import {tillFileName, tillSchema} from './till-schema.ts';

type Fields = {readonly [field: string]: JsonValue};

/**
 * Replaces the whole content; unknown fields are the caller's to carry over. null: written and on disk.
 * @param before what the file holds now, or null where there is none
 */
export async function writeTillFile(
	folder: string,
	before: Fields | null,
	fields: Fields,
): Promise<SettingsProblem | null> {
	// Loaded when something is written: a till that only starts never pays for it.
	const {default: Conf} = await import('conf');
	try {
		const store = new Conf<Record<string, unknown>>({
			cwd: folder,
			configName: 'till',
			configFileMode: 0o600,
			clearInvalidConfig: false,
			accessPropertiesByDotNotation: false,
			schema: schemaFor(before ?? {}),
			ajvOptions: {useDefaults: false, logger: false},
		});
		store.store = {...fields};
		syncFolder(folder);
		return null;
	} catch (error) {
		const errno = errorCode(error);
		// What conf itself refuses has passed our check before: that would be a fault of this program.
		if (errno === 'UNKNOWN') throw error;
		return problem('writeFailed', tillFileName, {params: {errno}});
	}
}

/** Fields that were wrong already are left to the check: it names them, and they can be mended one by one. */
function schemaFor(before: Fields) {
	const {properties} = tillSchema;
	const wrong = new Set(violations(tillSchema, before).map(({path}) => path[0]));
	return Object.fromEntries(
		Object.entries(properties)
			.filter(([field]) => !wrong.has(field))
			.map(([field, rule]) => [field, structuredClone<object>(rule)]),
	);
}
