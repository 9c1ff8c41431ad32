// The demo without a terminal: one СБП payment of 1250,00, told line by line from the events as they happen.
import {
	type AnyEvent,
	describeEnd,
	describeEvent,
	isJournalled,
	type Language,
	resultOf,
} from '../core/index.ts';
import type {VirtualRegister} from '../sandbox/index.ts';
import {type Invocation, refuse} from './invocation.ts';
import {makeOrder} from './make-order.ts';
import {runPay} from './pay-run.ts';
import {openSession} from './session.ts';
import {onStopSignals} from './signals.ts';

/** Makes the payment on the demo's till; answers with the exit code of its end. */
export async function tellDemoPayment(invocation: Invocation, register: VirtualRegister): Promise<number> {
	const {sink} = invocation;
	const opened = await openSession({
		folder: invocation.folder,
		language: invocation.language,
		command: 'demo',
		hasScreen: () => true,
	});
	if (!opened.ok) return refuse(invocation, opened.fault);
	const session = opened.value;
	const {engine, till, language} = session;
	const signals = onStopSignals();
	try {
		const [system] = till.systems;
		if (!system) throw new Error('the demo till has no payment system');
		const stopTelling = engine.onEvent(({event, at}) => {
			const line = eventLine(event, at, language);
			if (line !== null) sink.out(line);
		});
		const end = await runPay({
			engine,
			request: makeOrder(till, {
				system,
				amountKopecks: 125_000,
				receipt: null,
				orderId: null,
				description: null,
				timeoutS: null,
				printSlip: true,
			}),
			nowMs: () => performance.now(),
			say: (line) => {
				if (line.type === 'qr') sink.out(`          ${String(line['payload'])}`);
			},
			signal: signals.signal,
		});
		stopTelling();
		if (end.type !== 'ended') return 1;
		const {title, happened, safe} = describeEnd(end.state, language);
		sink.out(['', ...register.tape(), '', title, happened, safe].join('\n'));
		return resultOf(end.state).exitCode;
	} finally {
		signals.stop();
		await session.close();
	}
}

function eventLine(event: AnyEvent, at: string, language: Language): string | null {
	if (!isJournalled(event)) return null;
	return `${new Date(at).toTimeString().slice(0, 8)}  ${describeEvent(event, language)}`;
}
