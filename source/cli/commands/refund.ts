// `qrkassa refund ORDER [--amount A]`: returns money through the gateway and prints the refund receipt.
import {
	describeEnd,
	describeRefusal,
	exitCodes,
	type Language,
	openMatter,
	parseRubles,
	refundIdOf,
	resultOf,
} from '../../core/index.ts';
import type {EndedState, Engine} from '../../engine/index.ts';
import type {CliFault} from '../fault.ts';
import {wordsIn} from '../help.ts';
import {type Invocation, optionText, refuse} from '../invocation.ts';
import {resultLine} from '../pay-lines.ts';
import {allowedByPin} from '../pin.ts';
import {resolveOne} from '../resolve-run.ts';
import {openSession, type Session} from '../session.ts';
import {onStopSignals} from '../signals.ts';
import {quoted} from '../sink.ts';

export async function refund(invocation: Invocation): Promise<number> {
	const words = wordsIn(invocation.language ?? 'ru');
	const amountText = optionText(invocation, 'amount');
	const amount = amountText === null ? null : parseRubles(amountText);
	if (amountText !== null && amount && !amount.ok) {
		const text = words.amount(quoted(amountText), amount.fault);
		return refuse(invocation, {exitCode: exitCodes.arguments, code: 'AMOUNT', text});
	}
	const opened = await openSession({
		folder: invocation.folder,
		language: invocation.language,
		command: 'refund',
		hasScreen: () => false,
	});
	if (!opened.ok) return refuse(invocation, opened.fault);
	// Money that is on its way back is led to its end; a stop signal would only hide where it is.
	const signals = onStopSignals();
	try {
		return await refundOrder(invocation, opened.value, amount?.ok ? amount.amountKopecks : null);
	} finally {
		signals.stop();
		await opened.value.close();
	}
}

async function refundOrder(
	invocation: Invocation,
	session: Session,
	amountKopecks: number | null,
): Promise<number> {
	const {engine, till, language} = session;
	const [orderId = ''] = invocation.words;
	engine.load();
	const state = engine.stateOf(orderId);
	if (state.phase === 'idle') {
		const text = wordsIn(language).orderUnknown(quoted(orderId));
		return refuse(invocation, {exitCode: exitCodes.arguments, code: 'ORDER_UNKNOWN', text});
	}
	const known = await resolveOne(engine, orderId);
	if (!known) throw new Error('a payment that is there came to no end');
	if (!(await allowedByPin(invocation, till, language))) return exitCodes.arguments;
	const refused = begin(engine, known, amountKopecks ?? known.paid?.amountKopecks ?? 0, language);
	if (refused) return refuse(invocation, refused);
	const end = await whenReturned(engine, orderId);
	const {title, happened, safe, run} = describeEnd(end, language);
	if (invocation.isJson)
		invocation.sink.json({...resultLine(end), refund: end.refund, exitCode: exitCodeOf(end)});
	(invocation.isJson ? invocation.sink.err : invocation.sink.out)(
		[`${orderId}: ${title}`, happened, safe, run].filter((part) => part).join('\n'),
	);
	return exitCodeOf(end);
}

function begin(
	engine: Engine,
	state: EndedState,
	amountKopecks: number,
	language: Language,
): CliFault | null {
	const {refund: running, facts} = state;
	if (running && (running.state === 'requested' || running.state === 'pending')) return null;
	const sent = engine.send(facts.orderId, {type: 'refund', refundId: refundIdOf(state), amountKopecks});
	if (sent.type === 'done') return null;
	return {exitCode: exitCodes.arguments, code: sent.code, text: describeRefusal(sent.code, language)};
}

/** The end once gateway and register have answered; a refund that is still under way there is asked about again. */
async function whenReturned(engine: Engine, orderId: string): Promise<EndedState> {
	const answered = await whenAnswered(engine, orderId);
	if (openMatter(answered) !== 'refund') return engine.whenEnded(orderId);
	return (await resolveOne(engine, orderId)) ?? answered;
}

function whenAnswered(engine: Engine, orderId: string): Promise<EndedState> {
	return new Promise((done) => {
		const finish = (): void => {
			stop();
			clearTimeout(limit);
			void engine.whenEnded(orderId).then(done);
		};
		const look = (): void => {
			const state = engine.stateOf(orderId);
			if (state.phase === 'ended' && state.refund?.state === 'requested') return;
			finish();
		};
		const stop = engine.subscribe(look);
		// A silent gateway: the refund stays open, and `resolve` asks about it.
		const limit = setTimeout(finish, 16_000);
		look();
	});
}

/** Declined: the money stays with the shop (4); still under way: 7; else as the payment now stands, 0 or 8. */
function exitCodeOf(state: EndedState): number {
	if (state.refund?.state === 'declined') return exitCodes.declined;
	if (openMatter(state) === 'refund') return exitCodes.unresolved;
	const {exitCode, receipt} = resultOf(state);
	return receipt.state === 'none' ? exitCodes.paid : exitCode;
}
