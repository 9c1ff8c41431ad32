// `qrkassa resolve [ORDER]`: what is open is settled by gateway and register; a person's word goes with a note.
import {
	describeEnd,
	describeRefusal,
	exitCodes,
	isOpen,
	type Language,
	openMatter,
	refundIdOf,
	resultOf,
} from '../../core/index.ts';
import type {EndedState, Engine} from '../../engine/index.ts';
import {wordsIn} from '../help.ts';
import {type Invocation, optionText, refuse} from '../invocation.ts';
import {resultLine} from '../pay-lines.ts';
import {allowedByPin} from '../pin.ts';
import {resolveOne, worstExitCode} from '../resolve-run.ts';
import {openSession, type Session} from '../session.ts';
import {onStopSignals} from '../signals.ts';
import {quoted} from '../sink.ts';

const decisions = ['paid', 'not-paid', 'receipt', 'refund'] as const;
type Decision = (typeof decisions)[number];

export async function resolve(invocation: Invocation): Promise<number> {
	const [orderId] = invocation.words;
	const word = optionText(invocation, 'as');
	const note = optionText(invocation, 'note');
	const decision = decisions.find((one) => one === word) ?? null;
	if (word !== null && (decision === null || note === null || orderId === undefined)) {
		const text = wordsIn(invocation.language ?? 'ru').resolveAs(quoted(word));
		return refuse(invocation, {exitCode: exitCodes.arguments, code: 'AS', text});
	}
	const opened = await openSession({
		folder: invocation.folder,
		language: invocation.language,
		command: 'resolve',
		hasScreen: () => false,
	});
	if (!opened.ok) return refuse(invocation, opened.fault);
	const session = opened.value;
	// What is being settled is settled: a stop between two payments is early enough.
	const signals = onStopSignals();
	try {
		session.engine.load();
		if (orderId === undefined) return await resolveAll(invocation, session, signals.signal);
		return await resolveOrder(invocation, session, orderId, decision, note);
	} finally {
		signals.stop();
		await session.close();
	}
}

async function resolveAll(invocation: Invocation, session: Session, signal: AbortSignal): Promise<number> {
	const {engine, language} = session;
	const ends: EndedState[] = [];
	for (const state of engine.load()) {
		if (state.phase === 'idle' || signal.aborted) continue;
		const wasOver = state.phase === 'ended' && !isOpen(state);
		const end = await resolveOne(engine, state.facts.orderId);
		if (!end || (wasOver && !isOpen(end))) continue;
		ends.push(end);
		tell(invocation, end, language);
	}
	if (ends.length === 0 && !invocation.isJson) invocation.sink.out(wordsIn(language).nothingOpen);
	return worstExitCode(ends);
}

async function resolveOrder(
	invocation: Invocation,
	session: Session,
	orderId: string,
	decision: Decision | null,
	note: string | null,
): Promise<number> {
	const {engine, language} = session;
	const end = await resolveOne(engine, orderId);
	if (!end) {
		const text = wordsIn(language).orderUnknown(quoted(orderId));
		return refuse(invocation, {exitCode: exitCodes.arguments, code: 'ORDER_UNKNOWN', text});
	}
	const decided =
		decision !== null && isOpen(end) ? await decide(invocation, session, end, decision, note ?? '') : null;
	if (typeof decided === 'number') return decided;
	const last = await engine.whenEnded(orderId);
	tell(invocation, last, language);
	return resultOf(last).exitCode;
}

/** Carries out a person's decision; answers with an exit code where it is refused. */
async function decide(
	invocation: Invocation,
	{engine, till, language}: Session,
	state: EndedState,
	decision: Decision,
	note: string,
): Promise<number | null> {
	const {orderId} = state.facts;
	if (!(await allowedByPin(invocation, till, language))) return exitCodes.arguments;
	if (decision === 'refund') {
		await refundWhole(engine, state);
		return null;
	}
	const sent = engine.send(
		orderId,
		decision === 'receipt'
			? {type: 'closeReceipt'}
			: {type: 'resolveByPerson', as: decision === 'paid' ? 'paid' : 'cancelled', note},
	);
	if (sent.type === 'done') return null;
	const text = describeRefusal(sent.code, language);
	return refuse(invocation, {exitCode: exitCodes.arguments, code: sent.code, text});
}

async function refundWhole(engine: Engine, state: EndedState): Promise<void> {
	if (!state.paid) return;
	const {orderId} = state.facts;
	engine.send(orderId, {
		type: 'refund',
		refundId: refundIdOf(state),
		amountKopecks: state.paid.amountKopecks,
	});
	if (openMatter(state) !== null) await resolveOne(engine, orderId);
}

function tell({sink, isJson}: Invocation, state: EndedState, language: Language): void {
	const {title, happened, safe, run} = describeEnd(state, language);
	const text = [`${state.facts.orderId}: ${title}`, happened, safe, run].filter((part) => part).join('\n');
	if (isJson) sink.json(resultLine(state));
	(isJson ? sink.err : sink.out)(text);
}
