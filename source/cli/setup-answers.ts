// `setup --answers FILE.json`: the wizard without a keyboard, for fleets. The same file twice changes nothing the second time.
import {mkdirSync, readFileSync, statSync} from 'node:fs';
import {resolve} from 'node:path';
import {
	describeCertificateFault,
	describeGatewayFault,
	exitCodes,
	type Language,
	type SetupStepId,
	type SetupWording,
	setupEn,
	setupRu,
} from '../core/index.ts';
import {checkPin, loadTill} from '../settings/index.ts';
import type {SaveEnd} from '../setup/index.ts';
import {type Invocation, refuse} from './invocation.ts';
import {gatewayWords} from './open-gateway.ts';
import {lockTill} from './session.ts';
import {settingsWords} from './settings-words.ts';
import {type Answers, parseAnswers} from './setup-answers-file.ts';
import {takeCertificate, takeRoot, tryCertificate} from './setup-certificates.ts';
import {letterChanges} from './setup-letter.ts';
import {setupPorts} from './setup-ports.ts';
import {createSetupStore, type SetupStore} from './setup-store.ts';
import {typeChanges} from './setup-types.ts';

/** How one step went. `failed` ends the run with its exit code. */
type StepEnd =
	| {readonly state: 'done' | 'unchanged' | 'checked'}
	| {readonly state: 'failed'; readonly exitCode: number; readonly text: string};

type Run = {
	readonly invocation: Invocation;
	readonly answers: Answers;
	readonly store: SetupStore;
	readonly language: Language;
	readonly words: SetupWording;
};

const maxBytes = 1024 * 1024;

/** 0: set up and checked; 1: a check failed; 2: the file or the PIN is wrong, nothing was changed; 3: settings or certificate. */
export async function setupFromAnswers(invocation: Invocation, given: string): Promise<number> {
	const spoken = invocation.language ?? 'ru';
	const {line} = wordsOf(spoken);
	const file = resolve(given);
	const text = readText(file);
	if (text === null) return refuseAnswers(invocation, line.answersUnreadable(file));
	const parsed = parseAnswers(text, file);
	if (!parsed.ok) {
		const {path, allowed} = parsed;
		return refuseAnswers(
			invocation,
			path === '' ? line.answersNotJson(file) : line.answersField(path, allowed),
		);
	}
	const {answers} = parsed;
	const language = invocation.language ?? answers.language ?? 'ru';
	mkdirSync(invocation.folder, {recursive: true, mode: 0o700});
	const lock = lockTill(invocation.folder, 'setup', language);
	if (!lock.ok) return refuse(invocation, lock.fault);
	try {
		const store = createSetupStore(invocation.folder);
		return await runAnswers({invocation, answers, store, language, words: wordsOf(language)});
	} finally {
		lock.value.release();
	}
}

const wordsOf = (language: Language): SetupWording => (language === 'en' ? setupEn : setupRu);

const refuseAnswers = (invocation: Invocation, text: string): number =>
	refuse(invocation, {exitCode: exitCodes.arguments, code: 'ANSWERS', text});

function readText(file: string): string | null {
	try {
		return statSync(file).size > maxBytes ? null : readFileSync(file, 'utf8');
	} catch {
		return null;
	}
}

async function runAnswers(run: Run): Promise<number> {
	const {invocation, answers, store, words} = run;
	const {sink, isJson} = invocation;
	// The same PIN as before in `newPin` proves as well that it is known.
	const known = answers.pin ?? answers.newPin;
	if (known !== null) await store.unlock(known);
	if (await needsPin(run)) return refuseAnswers(invocation, words.line.pinNeeded);
	for (const [step, work] of stepsOf(run)) {
		const end = await work();
		const text = end.state === 'failed' ? end.text : null;
		if (isJson) sink.json({type: 'step', step, state: end.state, text});
		const states = {
			done: words.line.done,
			unchanged: words.line.unchanged,
			checked: words.line.checked,
			failed: words.line.failed,
		};
		const name = step === 'settings' ? 'settings' : words.steps[step];
		sink.err(`${name}: ${states[end.state]}${text === null ? '' : `. ${text}`}`);
		if (end.state === 'failed') return finish(run, end.exitCode);
	}
	const till = loadTill(invocation.folder);
	if (!till.ok) {
		for (const problem of till.problems) sink.err(settingsWords(run.language).line(problem));
		return finish(run, exitCodes.settings);
	}
	store.writeDraft(null);
	sink.err(words.line.finished(store.changes() > 0));
	return finish(run, 0);
}

function finish({invocation, store}: Run, exitCode: number): number {
	if (invocation.isJson) invocation.sink.json({type: 'setup', changed: store.changes() > 0, exitCode});
	return exitCode;
}

/** Asked before anything is written, so that a run is not left half done. */
async function needsPin({answers, store}: Run): Promise<boolean> {
	const letter = answers.letter === null ? null : letterChanges(answers.letter);
	const root = answers.caFile === null ? [] : [{key: 'gateway.caFile', value: 'ca.pem'}];
	const pin = answers.newPin === null ? [] : [{key: 'pinHash', value: ''}];
	return store.isLocked([...(letter?.ok ? letter.changes : []), ...root, ...pin, ...answers.settings]);
}

type Work = () => Promise<StepEnd>;

/** The steps that the file speaks of, in the wizard's order. */
function stepsOf(run: Run): readonly (readonly [SetupStepId | 'settings', Work])[] {
	const {answers, store, language} = run;
	const {letter, certificate, caFile, paymentTypes, register, responseTimeoutS, newPin, settings, check} =
		answers;
	const ports = setupPorts({store, language, letGo: () => () => undefined});
	const saving =
		(work: () => Promise<SaveEnd>): Work =>
		async () => {
			const before = store.changes();
			const end = await work();
			if (end.type === 'refused') return settingsFault(run, end);
			if (end.type === 'pin')
				return {state: 'failed', exitCode: exitCodes.arguments, text: run.words.line.pinNeeded};
			return {state: store.changes() === before ? 'unchanged' : 'done'};
		};
	const steps: [SetupStepId | 'settings', Work][] = [];
	if (letter) steps.push(['letter', saving(() => ports.saveLetter(letter))]);
	if (certificate) steps.push(['certificate', () => certificateStep(run, certificate)]);
	if (caFile !== null) steps.push(['connection', saving(() => takeRoot(store, caFile))]);
	if (paymentTypes) {
		steps.push(['types', saving(() => store.write(typeChanges(paymentTypes, store.read())))]);
	}
	if (register) steps.push(['register', saving(() => ports.saveRegister(register))]);
	if (responseTimeoutS !== null) {
		steps.push(['trial', saving(() => ports.saveResponseTime(responseTimeoutS))]);
	}
	if (settings.length > 0) steps.push(['settings', saving(() => store.write(settings))]);
	if (newPin !== null) steps.push(['trial', saving(() => savePin(store, newPin, ports.savePin))]);
	if (check.includes('connection')) steps.push(['connection', () => connectionCheck(run, ports.probe)]);
	if (check.includes('register')) steps.push(['register', () => registerCheck(ports.readNames)]);
	return steps;
}

const settingsFault = ({language}: Run, {problems}: Extract<SaveEnd, {type: 'refused'}>): StepEnd => ({
	state: 'failed',
	exitCode: exitCodes.settings,
	text: problems.map(settingsWords(language).line).join(' '),
});

/** A PIN that is the same already needs no new hash. */
async function savePin(
	store: SetupStore,
	pin: string,
	save: (pin: string) => Promise<SaveEnd>,
): Promise<SaveEnd> {
	const {pinHash} = store.read().tillFile;
	return pinHash !== null && (await checkPin(pin, pinHash)) ? {type: 'saved'} : save(pin);
}

async function certificateStep(
	run: Run,
	{file, password}: NonNullable<Answers['certificate']>,
): Promise<StepEnd> {
	const {store, language} = run;
	const tried = await tryCertificate(store, file, password);
	if (!tried.ok) {
		const {happened, todo} = describeCertificateFault(tried.fault, gatewayWords(language));
		return {state: 'failed', exitCode: exitCodes.settings, text: `${happened} ${todo}`};
	}
	const before = store.changes();
	const end = await takeCertificate(store, file, password);
	if (end.type === 'refused') return settingsFault(run, end);
	return {state: store.changes() === before ? 'unchanged' : 'done'};
}

async function connectionCheck(
	{language}: Run,
	probe: ReturnType<typeof setupPorts>['probe'],
): Promise<StepEnd> {
	const end = await probe();
	if ('blocked' in end) return {state: 'failed', exitCode: exitCodes.settings, text: end.blocked};
	const broken = end.rows.find(({ok}) => !ok);
	if (!broken || broken.ok) return {state: 'checked'};
	const {link, happened, todo} = describeGatewayFault(broken.fault, gatewayWords(language));
	return {state: 'failed', exitCode: exitCodes.fault, text: `${link}: ${happened} ${todo}`};
}

async function registerCheck(readNames: ReturnType<typeof setupPorts>['readNames']): Promise<StepEnd> {
	const end = await readNames();
	if (end.ok) return {state: 'checked'};
	return {state: 'failed', exitCode: exitCodes.fault, text: `${end.fault.text} ${end.fault.advice}`};
}
