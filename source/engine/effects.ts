// Carries out what the core decided, through the ports. Every effect ends in a command: a fault is an answer too.
import type {Command, Effect, RegisterFault} from '../core/index.ts';
import type {ClockPort, FaultAnswer, GatewayPort, RegisterPort} from './ports.ts';

export type EffectsWorld = {
	readonly gateway: GatewayPort;
	readonly register: RegisterPort | null;
	readonly clock: ClockPort;
	/** Shows the QR on the till's places; answers by itself with `qrShown`. */
	readonly showQr: (orderId: string, qr: string, printSlip: boolean) => void;
};

export type EffectRunner = {
	/** Starts an effect; `answer` gets its command, at once or later, unless it was superseded. */
	run(orderId: string, effect: Effect, answer: (command: Command) => void): void;
	/** Breaks off whatever is in flight. */
	abortAll(): void;
};

const refundTimeoutMs = 15_000;

/** How much longer than its limit a port may take before it is given up: it knows better what happened. */
const patienceMs = 1_000;

const overdue: FaultAnswer = {type: 'fault', fault: {kind: 'timeout', code: 'TIMEOUT', detail: ''}};

const bug = (error: unknown): FaultAnswer => ({
	type: 'fault',
	fault: {kind: 'body', code: 'INTERNAL', detail: error instanceof Error ? error.name : 'unknown'},
});

const registerBug: RegisterFault = {code: 'INTERNAL', text: '', advice: ''};
const noRegister: RegisterFault = {code: 'NO_REGISTER', text: '', advice: ''};

/** A runner over real or pretended ports. At most one gateway request of a payment is in flight. */
export function createEffectRunner(world: EffectsWorld): EffectRunner {
	const inFlight = new Map<string, AbortController>();
	const refunding = new Set<string>();

	/** The answer, or a time-out where the port keeps no limit of its own: a payment never waits for what will not come. */
	const within = <Answer>(timeoutMs: number, request: Promise<Answer>): Promise<Answer | FaultAnswer> =>
		new Promise((done) => {
			const stop = world.clock.setTimer(timeoutMs + patienceMs, () => done(overdue));
			void request.catch(bug).then((value) => {
				stop();
				done(value);
			});
		});

	const ask = async <Answer>(
		orderId: string,
		timeoutMs: number,
		request: (signal: AbortSignal) => Promise<Answer>,
		answer: (value: Answer | FaultAnswer, ms: number) => void,
	): Promise<void> => {
		inFlight.get(orderId)?.abort();
		const controller = new AbortController();
		inFlight.set(orderId, controller);
		const startedMs = world.clock.nowMs();
		const value = await within(timeoutMs, request(controller.signal));
		if (controller.signal.aborted) return;
		inFlight.delete(orderId);
		if (value === overdue) controller.abort();
		answer(value, Math.round(world.clock.nowMs() - startedMs));
	};

	return {
		run(orderId, effect, answer) {
			const {gateway, register} = world;
			switch (effect.type) {
				case 'createOrder': {
					const {exchange, order, timeoutMs} = effect;
					void ask(
						orderId,
						timeoutMs,
						(signal) => gateway.createOrder(order, {timeoutMs, signal}),
						(value) => answer({type: 'createAnswered', exchange, answer: value}),
					);
					return;
				}
				case 'askStatus': {
					const {exchange, timeoutMs} = effect;
					void ask(
						orderId,
						timeoutMs,
						(signal) => gateway.getStatus(orderId, {timeoutMs, signal}),
						(value, ms) => answer({type: 'statusAnswered', exchange, answer: value, ms}),
					);
					return;
				}
				case 'cancelOrder': {
					const {exchange, timeoutMs} = effect;
					void ask(
						orderId,
						timeoutMs,
						(signal) => gateway.cancelOrder(orderId, {timeoutMs, signal}),
						(value, ms) => answer({type: 'cancelAnswered', exchange, answer: value, ms}),
					);
					return;
				}
				case 'showQr':
					world.showQr(orderId, effect.qr, effect.printSlip);
					return;
				case 'refundOrder':
				case 'askRefund': {
					// Wished for twice, it is asked for once: the answer that is on its way serves both.
					if (refunding.has(orderId)) return;
					const limits = {timeoutMs: refundTimeoutMs};
					const request =
						effect.type === 'askRefund'
							? gateway.getRefund(effect.refundId, limits)
							: gateway.refundOrder(effect, limits);
					refunding.add(orderId);
					void within(refundTimeoutMs, request).then((value) => {
						refunding.delete(orderId);
						answer({type: 'refundAnswered', answer: value});
					});
					return;
				}
				default:
					void runRegister(register, effect).then(answer);
			}
		},
		abortAll() {
			for (const controller of inFlight.values()) controller.abort();
			inFlight.clear();
		},
	};
}

type RegisterEffect = Extract<Effect, {type: 'prepareReceipt' | 'printReceipt' | 'settleReceipt'}>;

async function runRegister(register: RegisterPort | null, effect: RegisterEffect): Promise<Command> {
	const fault = register ? registerBug : noRegister;
	try {
		switch (effect.type) {
			case 'prepareReceipt': {
				const ready = register ? await prepare(register) : {type: 'failed' as const, fault};
				return ready.type === 'ready'
					? {type: 'receiptPrepared', before: ready.before}
					: {type: 'receiptNotPrepared', fault: ready.fault};
			}
			case 'printReceipt':
				return {
					type: 'receiptEnded',
					end: register
						? await register.printReceipt(effect.receipt, effect.before)
						: {type: 'unknown', fault},
				};
			case 'settleReceipt':
				return {
					type: 'receiptSettled',
					end: register
						? await register.settleReceipt(effect.receipt, effect.before)
						: {type: 'unknown', fault},
				};
		}
	} catch {
		// A driver that breaks in the middle of a receipt leaves us not knowing, and that is what is said.
		return effect.type === 'prepareReceipt'
			? {type: 'receiptNotPrepared', fault}
			: effect.type === 'printReceipt'
				? {type: 'receiptEnded', end: {type: 'unknown', fault}}
				: {type: 'receiptSettled', end: {type: 'unknown', fault}};
	}
}

/** A receipt that is closed later than its sale may find the shift closed: the check before an order opens it. */
async function prepare(register: RegisterPort): ReturnType<RegisterPort['prepareReceipt']> {
	const first = await register.prepareReceipt();
	if (first.type === 'ready' || first.fault.code !== 'SHIFT_CLOSED') return first;
	const checked = await register.preflight();
	return checked.type === 'ready' ? register.prepareReceipt() : {type: 'failed', fault: checked.fault};
}
