// `qrkassa support-bundle FILE`: journal, settings without secrets, versions and the doctor's findings in one file.
import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {doctorEn, doctorRu, exitCodes} from '../../core/index.ts';
import {examine, jsonOfRow, summaryOf} from '../../doctor/index.ts';
import {type BundleFile, openBundleFile} from '../doctor/bundle-file.ts';
import {boundNameService} from '../doctor/name-service.ts';
import {doctorPorts} from '../doctor/ports.ts';
import {writeBundle} from '../doctor/write-bundle.ts';
import {type Invocation, refuse} from '../invocation.ts';
import {quoted} from '../sink.ts';
import {languageFor} from './doctor.ts';

export async function supportBundle(invocation: Invocation): Promise<number> {
	const {folder, sink} = invocation;
	const [word = ''] = invocation.words;
	const path = resolve(word);
	const language = languageFor(invocation);
	const words = language === 'en' ? doctorEn : doctorRu;
	const exists = () =>
		refuse(invocation, {
			exitCode: exitCodes.arguments,
			code: 'FILE_EXISTS',
			text: words.bundleExists(quoted(word)),
		});
	if (existsSync(path)) return exists();
	boundNameService(process.env);
	let file: BundleFile | null = null;
	try {
		// Before the examination: a place that cannot be written to is told at once.
		file = openBundleFile(path);
		const rows = await examine(doctorPorts(folder));
		const checks = rows.map((row) => jsonOfRow(row, language));
		const count = writeBundle({folder, checks, summary: summaryOf(rows), now: new Date()}, file.write);
		file.end();
		sink.out(words.bundleWritten(quoted(word), count));
		return 0;
	} catch (error) {
		const errno = error instanceof Error && 'code' in error ? String(error.code) : null;
		if (errno === 'EEXIST') return exists();
		file?.drop();
		if (errno === null) throw error;
		const text = words.bundleFailed(quoted(word), errno);
		return refuse(invocation, {exitCode: exitCodes.fault, code: 'FILE', text});
	}
}
