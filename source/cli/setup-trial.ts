// The wizard's trial: a payment of 1,00 through the embedded sandbox, and a real order of 1,00 that is cancelled or returned.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {
	isJournalled,
	isReceiptOpen,
	isReturned,
	type Language,
	type PaymentEvent,
	type RefundView,
} from '../core/index.ts';
import type {Engine} from '../engine/index.ts';
import {startSandbox} from '../sandbox/index.ts';
import type {TrialEnd, TrialProgress} from '../setup/index.ts';
import {makeOrder} from './make-order.ts';
import {openSession} from './session.ts';

const amountKopecks = 100;
/** A person looks at the QR and cancels; nobody waits for three minutes. */
const realTimeS = 120;

type Watch = (progress: TrialProgress) => void;

/** Gateway and till in a temporary folder; nothing stays behind. */
export async function sandboxPayment(language: Language, watch: Watch): Promise<TrialEnd> {
	const folder = mkdtempSync(join(tmpdir(), 'qrkassa-trial-'));
	const remove = (): void => rmSync(folder, {recursive: true, force: true});
	// The wizard may be told to end in the middle of it, and then waits for nobody.
	process.once('exit', remove);
	try {
		const sandbox = await startSandbox({folder, till: {language, pollIntervalS: 1}});
		try {
			return await payOnce(folder, language, watch, null);
		} finally {
			await sandbox.close();
		}
	} finally {
		process.off('exit', remove);
		remove();
	}
}

/** On the till itself, without a receipt: what happens stands in its journal. */
export const realPayment = (
	folder: string,
	language: Language,
	watch: Watch,
	signal: AbortSignal,
): Promise<TrialEnd> => payOnce(folder, language, watch, signal);

async function payOnce(
	folder: string,
	language: Language,
	watch: Watch,
	signal: AbortSignal | null,
): Promise<TrialEnd> {
	const opened = await openSession({
		folder,
		language,
		command: 'setup',
		hasScreen: () => true,
		isWithoutRegister: true,
	});
	if (!opened.ok) return {type: 'failed', text: opened.fault.text};
	const {engine, till, close} = opened.value;
	const events: PaymentEvent[] = [];
	const tell = (): void => {
		const {live} = engine.getSnapshot();
		watch({events: [...events], qr: live?.phase === 'waiting' ? live.created.qr : null});
	};
	const stops = [
		engine.onEvent(({event}) => {
			if (isJournalled(event)) events.push(event);
		}),
		engine.subscribe(tell),
	];
	try {
		// What a former process left open is not ours to touch, and is not shown as the trial's.
		engine.load();
		const [system] = till.systems;
		if (!system) throw new Error('a till without a payment system is tried');
		const startMs = performance.now();
		const wish = {system, amountKopecks, receipt: null, orderId: null, description: null, printSlip: false};
		const begun = await engine.pay(makeOrder(till, {...wish, timeoutS: realTimeS}));
		if (begun.type !== 'started') return {type: 'failed', text: textOf(begun)};
		const {orderId} = begun;
		const cancel = (): void => void engine.send(orderId, {type: 'cancel', by: 'cashier'});
		signal?.addEventListener('abort', cancel, {once: true});
		if (signal?.aborted) cancel();
		const state = await engine.whenEnded(orderId);
		const ms = Math.round(performance.now() - startMs);
		// The trial's receipt waits for nobody: the next console begins with an empty sum.
		if (isReceiptOpen(state)) engine.send(orderId, {type: 'dropReceipt'});
		const returned = signal !== null && state.paid !== null ? await giveBack(engine, orderId) : state;
		return {type: 'ended', state: returned, ms, isReturned: isReturned(returned)};
	} finally {
		for (const stop of stops) stop();
		await close();
	}
}

const textOf = (end: Exclude<Awaited<ReturnType<Engine['pay']>>, {type: 'started'}>): string =>
	end.type === 'register' ? end.fault.text : end.type === 'journal' ? end.text : end.code;

/** Real money goes back at once; a silent gateway leaves the matter open in the journal, and the console shows it. */
async function giveBack(engine: Engine, orderId: string) {
	engine.send(orderId, {type: 'refund', refundId: `${orderId.slice(0, 58)}-r1`, amountKopecks});
	await new Promise<void>((done) => {
		const giveUp = setTimeout(finish, 20_000);
		const stop = engine.subscribe(look);
		function look(): void {
			const state = engine.stateOf(orderId);
			if (state.phase === 'ended' && !isRunning(state.refund)) finish();
		}
		function finish(): void {
			clearTimeout(giveUp);
			stop();
			done();
		}
		look();
	});
	return engine.whenEnded(orderId);
}

const isRunning = (refund: RefundView | null): boolean =>
	refund?.state === 'requested' || refund?.state === 'pending';
