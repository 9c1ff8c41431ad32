// `qrkassa register …`: the fiscal register by itself, for admin and support.
import {createInterface} from 'node:readline/promises';
import {exitCodes} from '../../core/index.ts';
import type {Register, ToolDone} from '../../register/index.ts';
import {wordsIn} from '../help.ts';
import {type Invocation, refuse} from '../invocation.ts';
import {openRegister} from '../open-register.ts';
import {done, failed, type RegisterCall, usage} from '../register-call.ts';
import {findCommand} from '../register-find.ts';
import {registerPage} from '../register-page.ts';
import {replayCommand} from '../register-replay.ts';
import {tableCommand} from '../register-table.ts';
import {traceCommand} from '../register-trace.ts';
import {lockTill, readTill} from '../session.ts';

type Verb = (call: RegisterCall) => Promise<number>;

type VerbSpec = {
	/** How many words may follow the verb, at least and at most. */
	readonly words: readonly [least: number, most: number];
	readonly run: Verb;
};

const alone = (run: Verb): VerbSpec => ({words: [0, 0], run});

const doing = (work: (register: Register) => Promise<ToolDone>): VerbSpec =>
	alone(async (call) => done(call, await work(call.register)));

/** What can't be taken back is done only once somebody has said yes. */
const doingAfterYes = (
	what: 'closeShift' | 'cancelReceipt',
	work: (register: Register) => Promise<ToolDone>,
): VerbSpec => alone(async (call) => (await confirmed(call, what)) ?? done(call, await work(call.register)));

const verbs: Readonly<Record<string, VerbSpec>> = {
	status: alone(status),
	'open-shift': doing((register) => register.openShift()),
	'close-shift': doingAfterYes('closeShift', (register) => register.closeShift()),
	'x-report': doing((register) => register.xReport()),
	'test-print': doing((register) => register.testPrint()),
	'print-qr': {words: [1, 1], run: printQr},
	table: {words: [1, 4], run: tableCommand},
	names: alone(names),
	continue: doing((register) => register.continuePrint()),
	'cancel-receipt': doingAfterYes('cancelReceipt', (register) => register.cancelReceipt()),
	trace: alone(traceCommand),
};

export async function register(invocation: Invocation): Promise<number> {
	const [verb = '', ...words] = invocation.words;
	// These two need no till.
	if (verb === 'find') return findCommand(invocation);
	if (verb === 'replay') return replayCommand(invocation);
	const spec = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
	if (!spec || words.length < spec.words[0] || words.length > spec.words[1]) return usage(invocation);
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
		return await spec.run({invocation, register: opened, language, words});
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

async function printQr(call: RegisterCall): Promise<number> {
	const [text = ''] = call.words;
	return text.trim() === '' ? usage(call.invocation) : done(call, await call.register.printQr(text));
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

/** Null: yes. A question that nobody answered is never a yes; without a terminal `--yes` answers it. */
async function confirmed(
	{invocation, language}: RegisterCall,
	what: 'closeShift' | 'cancelReceipt',
): Promise<number | null> {
	if (invocation.options['yes'] === true) return null;
	const words = wordsIn(language);
	if (!process.stdin.isTTY)
		return refuse(invocation, {exitCode: exitCodes.arguments, code: 'YES', text: words.needsYes});
	const lines = createInterface({input: process.stdin, output: process.stderr});
	const answer = await lines.question(`${words[what]} `);
	lines.close();
	return /^(y|yes|д|да)$/i.test(answer.trim()) ? null : exitCodes.arguments;
}
