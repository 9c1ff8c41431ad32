// `qrkassa pay`: one payment for other software; lines and exit code say how it ended.
import {readFileSync, statSync} from 'node:fs';
import {
	decimalRubles,
	describeEnd,
	describeSum,
	exitCodes,
	type Language,
	type PaymentState,
	paymentWording,
	resultOf,
} from '../../core/index.ts';
import {chooseQrRendering, fitQr, isUtf8Locale, qrRows} from '../../qr/index.ts';
import type {LinkedSystem, Till} from '../../settings/index.ts';
import type {CliFault} from '../fault.ts';
import {wordsIn} from '../help.ts';
import {type Invocation, refuse} from '../invocation.ts';
import {makeOrder} from '../make-order.ts';
import {type PayArguments, type PayFault, payArguments} from '../pay-arguments.ts';
import type {PayLine} from '../pay-lines.ts';
import {type PayRunEnd, runPay} from '../pay-run.ts';
import {openSession} from '../session.ts';
import {onStopSignals} from '../signals.ts';
import {quoted} from '../sink.ts';

/** How long a paid receipt that waits for paper keeps the process, whose result is long told. */
const paperPatienceMs = 30_000;

export async function pay(invocation: Invocation): Promise<number> {
	const parsed = payArguments(invocation.options, readReceipt);
	if (!parsed.ok) {
		return refuse(invocation, {
			exitCode: exitCodes.arguments,
			code: parsed.fault.code,
			text: argumentText(parsed.fault, invocation.language ?? 'ru'),
		});
	}
	const opened = await openSession({
		folder: invocation.folder,
		language: invocation.language,
		command: 'pay',
		hasScreen: () => true,
	});
	if (!opened.ok) return refuse(invocation, opened.fault);
	const session = opened.value;
	const {till, engine, language} = session;
	const signals = onStopSignals();
	try {
		const system = linkedSystem(till, parsed.value.method);
		if (!system) return refuse(invocation, notLinked(till, parsed.value, language));
		const request = makeOrder(till, {...parsed.value, system});
		const stopNotices = session.register?.onNotice((notice) => {
			if (notice) invocation.sink.err([notice.text, notice.advice].join(' '));
		});
		const end = await runPay({
			engine,
			request,
			nowMs: () => performance.now(),
			say: (line, state) => say(invocation, line, state, till, language),
			signal: signals.signal,
		});
		// The result is told; whoever leaves now would leave a torn receipt in a register that waits for paper.
		if (end.type === 'ended') {
			const patience = AbortSignal.any([signals.signal, AbortSignal.timeout(paperPatienceMs)]);
			await Promise.race([session.register?.whenPrinted(), once(patience)]);
		}
		stopNotices?.();
		return finish(invocation, end, request.order.orderId, language);
	} finally {
		signals.stop();
		await session.close();
	}
}

const once = (signal: AbortSignal): Promise<void> =>
	new Promise((done) => {
		if (signal.aborted) done();
		signal.addEventListener('abort', () => done(), {once: true});
	});

function readReceipt(path: string): string | null {
	try {
		// A device or a pipe has no end to wait for.
		return statSync(path).isFile() ? readFileSync(path, 'utf8') : null;
	} catch {
		return null;
	}
}

const linkedSystem = (till: Till, method: PayArguments['method']): LinkedSystem | null =>
	till.systems.find((one) =>
		method.type === 'system' ? one.system === method.system : one.code === method.code,
	) ?? null;

function notLinked(till: Till, {method}: PayArguments, language: Language): CliFault {
	const word = method.type === 'system' ? method.system : method.code;
	const linked = till.systems.map(({system, code}) => `${system} (${code})`);
	return {
		exitCode: exitCodes.arguments,
		code: 'NOT_LINKED',
		text: wordsIn(language).notLinked(quoted(word), linked),
	};
}

function finish(invocation: Invocation, end: PayRunEnd, orderId: string, language: Language): number {
	const words = wordsIn(language);
	switch (end.type) {
		case 'ended':
			return resultOf(end.state).exitCode;
		case 'brokenOff':
			return end.exitCode;
		case 'differs':
			return refuse(invocation, {
				exitCode: exitCodes.arguments,
				code: 'ORDER_DIFFERS',
				text: words.orderDiffers(orderId),
			});
		case 'notStarted':
			switch (end.end.type) {
				case 'register': {
					const {text, advice} = end.end.fault;
					return refuse(invocation, {
						exitCode: exitCodes.fault,
						code: 'REGISTER',
						text: words.registerRefuses(text, advice),
					});
				}
				case 'journal':
					return refuse(invocation, {
						exitCode: exitCodes.fault,
						code: 'JOURNAL',
						text: words.journalRefuses(end.end.text),
					});
				case 'refused':
					return refuse(invocation, {
						exitCode: exitCodes.fault,
						code: end.end.code,
						text: paymentWording(language).refusals[end.end.code],
					});
			}
	}
}

/** JSON for programs, or words for people; on a terminal the QR as a picture, on a pipe its text. */
function say(
	invocation: Invocation,
	line: PayLine,
	state: PaymentState,
	till: Till,
	language: Language,
): void {
	const {sink, isJson} = invocation;
	if (isJson) sink.json(line);
	const words = payWords(line, state, language);
	if (words !== null) (isJson ? sink.err : sink.out)(words);
	if (line.type !== 'qr' || isJson || state.phase !== 'waiting') return;
	const {qr} = state.created;
	sink.out(process.stdout.isTTY ? picture(qr, till) : qr);
}

function picture(qr: string, till: Till): string {
	const {env} = process;
	const rendering = chooseQrRendering({
		env,
		isUtf8: isUtf8Locale(env),
		term: env['TERM'],
		setting: till.ui.qr,
	});
	if (rendering.type === 'none') return qr;
	const {columns = 80, rows = 24} = process.stdout;
	const fit = fitQr({text: qr, kind: rendering.kind, columnsFree: columns, rowsFree: Math.max(rows - 2, 22)});
	return fit.type === 'fits' ? qrRows(fit, rendering.colours).join('\n') : qr;
}

function payWords(line: PayLine, state: PaymentState, language: Language): string | null {
	if (state.phase === 'idle') return null;
	const words = paymentWording(language);
	const {facts} = state;
	switch (line.type) {
		case 'started':
			return `${words.systems[facts.method]}, ${describeSum(facts.amountKopecks, language)}, ${facts.orderId}`;
		case 'settled':
		case 'result': {
			if (state.phase !== 'ended') return null;
			const {title, happened, safe, run} = describeEnd(state, language);
			return [`${facts.orderId}: ${title}`, happened, safe, run].filter((part) => part).join('\n');
		}
		default:
			return null;
	}
}

function argumentText(fault: PayFault, language: Language): string {
	const words = wordsIn(language);
	switch (fault.code) {
		case 'METHOD_MISSING':
			return words.methodMissing;
		case 'AMOUNT_MISSING':
			return words.amountMissing;
		case 'METHOD':
			return words.method(quoted(fault.value));
		case 'ORDER':
			return words.order(quoted(fault.value));
		case 'TIMEOUT':
			return words.timeout(quoted(fault.value));
		case 'DESCRIPTION':
			return words.description;
		case 'AMOUNT':
			return words.amount(quoted(fault.value), fault.fault);
		case 'RECEIPT_SUM':
			return words.receiptSum(
				quoted(fault.file),
				decimalRubles(fault.sumKopecks),
				decimalRubles(fault.amountKopecks),
			);
		case 'RECEIPT':
			switch (fault.fault.code) {
				case 'UNREADABLE':
					return words.receiptUnreadable(quoted(fault.file));
				case 'NOT_JSON':
					return words.receiptNotJson(quoted(fault.file));
				case 'TOO_LONG':
					return words.receiptTooLong(quoted(fault.file));
				case 'FIELD':
					return words.receiptField(quoted(fault.file), fault.fault.path, fault.fault.rule);
			}
	}
}
