// The wizard on this process's terminal, with the till in hand so that no console takes it meanwhile.
import {existsSync, mkdirSync} from 'node:fs';
import {terminalCapabilities} from '../console/index.ts';
import {exitCodes, type Language} from '../core/index.ts';
import {complainOfSystemRoots} from '../gateway/index.ts';
import {chooseQrRendering, isUtf8Locale} from '../qr/index.ts';
import {loadTill, readWhatIsSet} from '../settings/index.ts';
import {letterFields, runSetup, type TillFacts} from '../setup/index.ts';
import {type Invocation, refuse} from './invocation.ts';
import {lockTill} from './session.ts';
import {settingsWords} from './settings-words.ts';
import {setupPorts} from './setup-ports.ts';
import {createSetupStore} from './setup-store.ts';

export type WizardEnd =
	/** `isReady`: the till can be opened. */
	| {readonly type: 'left'; readonly isReady: boolean; readonly isFinished: boolean}
	| {readonly type: 'terminal-gone'}
	| {readonly type: 'refused'; readonly exitCode: number};

/** Runs the wizard; whatever it has saved stays saved, however it ends. */
export async function runWizard(invocation: Invocation, wanted: Language | null): Promise<WizardEnd> {
	const {folder, noColor} = invocation;
	const {env} = process;
	const set = readWhatIsSet(folder);
	const language = wanted ?? (set.hasTillFile ? set.tillFile.ui.language : 'ru');
	const fault = makeFolder(folder);
	if (fault !== null) {
		const text = settingsWords(language).line({
			code: 'writeFailed',
			file: folder,
			line: null,
			column: null,
			key: null,
			value: null,
			params: {errno: fault},
		});
		return {
			type: 'refused',
			exitCode: refuse(invocation, {exitCode: exitCodes.settings, code: 'SETTINGS', text}),
		};
	}
	const first = lockTill(folder, 'setup', language);
	if (!first.ok) return {type: 'refused', exitCode: refuse(invocation, first.fault)};
	let lock: {release(): void} = first.value;
	const store = createSetupStore(folder);
	const ignoreHangUp = (): void => undefined;
	process.on('SIGHUP', ignoreHangUp);
	const ports = setupPorts({
		store,
		language,
		letGo() {
			lock.release();
			return () => {
				const again = lockTill(folder, 'setup', language);
				if (again.ok) lock = again.value;
			};
		},
	});
	complainOfSystemRoots();
	try {
		const exit = await runSetup({
			ports,
			language,
			capabilities: terminalCapabilities(env, noColor),
			renderingOf: (setting) =>
				chooseQrRendering({env, isUtf8: isUtf8Locale(env), term: env['TERM'], setting}),
			stdin: process.stdin,
			stdout: process.stdout,
		});
		if (exit.type === 'terminal-gone') return exit;
		const isReady = loadTill(folder).ok;
		if (isReady && (exit.isFinished || !hasUnsaved(ports.read()))) store.writeDraft(null);
		return {type: 'left', isReady, isFinished: exit.isFinished};
	} finally {
		lock.release();
		process.off('SIGHUP', ignoreHangUp);
	}
}

/** Whether the draft holds anything that the settings do not: an old draft must not stand before newer settings. */
const hasUnsaved = ({draft, letter, types}: TillFacts): boolean =>
	draft !== null &&
	(draft.address !== '' ||
		letterFields.some((field) => (draft.letter[field] ?? letter[field]) !== letter[field]) ||
		(draft.types.length > 0 && JSON.stringify(draft.types) !== JSON.stringify(types)));

/** null: there. Else the system's word. */
function makeFolder(folder: string): string | null {
	try {
		if (!existsSync(folder)) mkdirSync(folder, {recursive: true, mode: 0o700});
		return null;
	} catch (error) {
		return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
	}
}
