// `qrkassa register …`: the fiscal register by itself, for admin and support.
import {createInterface} from 'node:readline/promises';
import {exitCodes, type Language, type RegisterFault} from '../../core/index.ts';
import {findRegister, type Register, type ToolDone} from '../../register/index.ts';
import {wordsIn} from '../help.ts';
import {type Invocation, refuse} from '../invocation.ts';
import {openRegister} from '../open-register.ts';
import {registerPage} from '../register-page.ts';
import {tableCommand} from '../register-table.ts';
import {lockTill, readTill} from '../session.ts';
import {onStopSignals} from '../signals.ts';

type Verb = (call: RegisterCall) => Promise<number>;

export type RegisterCall = {
	readonly invocation: Invocation;
	readonly register: Register;
	readonly language: Language;
	readonly words: readonly string[];
};

const doing =
	(work: (register: Register) => Promise<ToolDone>): Verb =>
	async (call) =>
		done(call, await work(call.register));

const verbs: Readonly<Record<string, Verb>> = {
	status,
	'open-shift': doing((register) => register.openShift()),
	'close-shift': async (call) =>
		(await confirmed(call, 'closeShift'))
			? done(call, await call.register.closeShift())
			: exitCodes.arguments,
	'x-report': doing((register) => register.xReport()),
	'test-print': doing((register) => register.testPrint()),
	'print-qr': async (call) => {
		const [text] = call.words;
		return text === undefined ? usage(call.invocation) : done(call, await call.register.printQr(text));
	},
	table: tableCommand,
	names,
	continue: doing((register) => register.continuePrint()),
	'cancel-receipt': async (call) =>
		(await confirmed(call, 'cancelReceipt'))
			? done(call, await call.register.cancelReceipt())
			: exitCodes.arguments,
	trace,
};

export async function register(invocation: Invocation): Promise<number> {
	const [verb = '', ...words] = invocation.words;
	if (verb === 'find') return find(invocation);
	const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
	if (!run) return usage(invocation);
	const read = readTill(invocation.folder, invocation.language);
	if (!read.ok) return refuse(invocation, read.fault);
	const {till, language} = read.value;
	// The register has one line: whoever takes payments has it, and a command in between could spoil a receipt.
	const lock = lockTill(till.folder, `register ${verb}`, language);
	if (!lock.ok) return refuse(invocation, lock.fault);
	const opened = openRegister(till, language);
	try {
		if (!opened) {
			const text = wordsIn(language).noRegister;
			return refuse(invocation, {exitCode: exitCodes.settings, code: 'NO_REGISTER', text});
		}
		opened.onNotice((notice) => {
			if (notice) invocation.sink.err([notice.text, notice.advice].join(' '));
		});
		return await run({invocation, register: opened, language, words});
	} finally {
		await opened?.close();
		lock.value.release();
	}
}

async function status({invocation, register: device, language}: RegisterCall): Promise<number> {
	const end = await device.status();
	if (end.type === 'failed') return failed(invocation, end.fault);
	if (invocation.isJson) invocation.sink.json({type: 'register', ...end.answer});
	else invocation.sink.out(registerPage(end.answer, language));
	return 0;
}

async function names({invocation, register: device, language}: RegisterCall): Promise<number> {
	const end = await (invocation.options['write'] === true ? device.writeNames() : device.readNames());
	if (end.type === 'failed') return failed(invocation, end.fault);
	const {sink, isJson} = invocation;
	if (isJson) sink.json({type: 'names', names: end.answer});
	for (const {slot, name, found, isSame} of end.answer) {
		if (!isJson)
			sink.out(
				`${String(slot).padStart(2)}  ${isSame ? '=' : '≠'}  ${name}  ${isSame ? '' : found}`.trimEnd(),
			);
	}
	const isAllSame = end.answer.every(({isSame}) => isSame);
	if (!isJson) sink.out(isAllSame ? wordsIn(language).done : wordsIn(language).namesDiffer);
	return isAllSame ? 0 : exitCodes.fault;
}

/** Shows the frames of a status request, then of whatever else is asked by another command meanwhile: a person's probe. */
async function trace(call: RegisterCall): Promise<number> {
	const {invocation, register: device} = call;
	device.onTrace((line) => {
		if (invocation.isJson) invocation.sink.json({type: 'trace', at: new Date().toISOString(), ...line});
		else invocation.sink.out(traceText(line));
	});
	const signals = onStopSignals();
	try {
		while (!signals.signal.aborted) {
			const end = await device.status();
			if (end.type === 'failed') return failed(invocation, end.fault);
			await pause(1_000, signals.signal);
		}
		return 0;
	} finally {
		signals.stop();
	}
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
	new Promise((done) => {
		const timer = setTimeout(done, ms);
		signal.addEventListener('abort', () => {
			clearTimeout(timer);
			done();
		});
	});

function traceText(line: object): string {
	return `${new Date().toTimeString().slice(0, 8)}  ${Object.values(line).map(String).join('  ')}`;
}

async function find(invocation: Invocation): Promise<number> {
	const {sink, isJson} = invocation;
	const hosts = invocation.words.slice(1);
	const found = await findRegister({
		...(hosts.length > 0 ? {hosts} : {}),
		onTried: ({address, baudRate, isFound, detail}) => {
			if (isJson) return;
			sink.err(
				`${isFound ? '✓' : '·'} ${address}${baudRate === null ? '' : ` ${baudRate}`} ${detail}`.trimEnd(),
			);
		},
	});
	if (isJson) sink.json({type: 'found', registers: found});
	for (const {link, address, baudRate, device} of found) {
		if (!isJson) sink.out(`${link} ${address}${baudRate === null ? '' : ` ${baudRate}`}  ${device.name}`);
	}
	if (found.length > 0) return 0;
	const text = wordsIn(invocation.language ?? 'ru').registerNotFound;
	if (!isJson) sink.err(text);
	return exitCodes.fault;
}

/** A question that nobody answered is never a yes; without a terminal `--yes` answers it. */
async function confirmed(
	{invocation, language}: RegisterCall,
	what: 'closeShift' | 'cancelReceipt',
): Promise<boolean> {
	if (invocation.options['yes'] === true) return true;
	const words = wordsIn(language);
	if (!process.stdin.isTTY) {
		invocation.sink.err(words.needsYes);
		return false;
	}
	const lines = createInterface({input: process.stdin, output: process.stderr});
	const answer = await lines.question(`${words[what]} `);
	lines.close();
	return /^(y|yes|д|да)$/i.test(answer.trim());
}

function done({invocation, language}: RegisterCall, end: ToolDone): number {
	if (end.type === 'failed') return failed(invocation, end.fault);
	if (invocation.isJson) invocation.sink.json({type: 'done'});
	else invocation.sink.out(wordsIn(language).done);
	return 0;
}

export function failed(invocation: Invocation, fault: RegisterFault): number {
	return refuse(invocation, {
		exitCode: exitCodes.fault,
		code: fault.code,
		text: [fault.text, fault.advice].join(' '),
	});
}

export function usage(invocation: Invocation): number {
	const text = wordsIn(invocation.language ?? 'ru').seeHelp('register');
	return refuse(invocation, {exitCode: exitCodes.arguments, code: 'VERB', text});
}
