// A till on fake ports, and payments brought to a certain place on it.
import {
	type CancelAnswer,
	type CreateAnswer,
	createEngine,
	type Engine,
	type EngineOptions,
	type PayRequest,
	type StatusAnswer,
} from '../../source/engine/index.ts';
import {before, closed, order, orderAnswer, pay, qr} from '../core/samples.ts';
import {type FakeClock, fakeClock, settle} from './fakes/clock.ts';
import {type FakeGateway, fakeGateway} from './fakes/gateway.ts';
import {type FakeJournal, fakeJournal} from './fakes/journal.ts';
import {type FakeRegister, fakeRegister} from './fakes/register.ts';

export type Till = {
	readonly engine: Engine;
	readonly clock: FakeClock;
	readonly journal: FakeJournal;
	readonly gateway: FakeGateway;
	readonly register: FakeRegister;
};

export type TillParts = Partial<Omit<Till, 'engine'>> & {
	readonly places?: Partial<EngineOptions['places']>;
	readonly hasRegister?: boolean;
};

/** An engine on fake ports; parts of a former till may be handed on, as after a crash. */
export function till({places, hasRegister = true, ...parts}: TillParts = {}): Till {
	const clock = parts.clock ?? fakeClock();
	const journal = parts.journal ?? fakeJournal();
	const gateway = parts.gateway ?? fakeGateway();
	const register = parts.register ?? fakeRegister();
	const engine = createEngine({
		clock,
		journal,
		gateway,
		register: hasRegister ? register : null,
		describe: ({code}) => `fault ${code}`,
		places: {
			qrOn: ['screen'],
			hasScreen: () => true,
			slipTexts: () => ({shopName: 'Кофейня', systemName: 'СБП', validUntil: '12:03'}),
			...places,
		},
	});
	return {engine, clock, journal, gateway, register};
}

/** The power goes: a new process finds the journal as it lies, on a machine whose monotonic clock began anew. */
export function crashed({clock, journal}: Till, offMs = 1_000, parts: TillParts = {}): Till {
	const wallMs = clock.now().getTime() + offMs;
	return till({clock: fakeClock(wallMs, 5_000), journal: fakeJournal([...journal.rows]), ...parts});
}

export const request = (change: Partial<PayRequest> = {}, orderId = 'A-1'): PayRequest => {
	const {code, receipt, policy, slot, printSlip} = pay();
	return {code, receipt, policy, slot, printSlip, order: {...order, orderId}, ...change};
};

export const created: Extract<CreateAnswer, {type: 'created'}> = {
	type: 'created',
	orderId: 'A-1',
	gatewayOrderId: 'G-1',
	status: 'waiting',
	qr,
	expiresAt: '2026-01-31T09:03:00Z',
};

export const status = (
	...args: Parameters<typeof orderAnswer>
): Extract<StatusAnswer | CancelAnswer, {type: 'status'}> => ({type: 'status', answer: orderAnswer(...args)});

export const fault = {type: 'fault', fault: {kind: 'connect', code: 'ECONNREFUSED', detail: ''}} as const;

export const ready = {type: 'ready', before} as const;

/** The order is being asked for. */
export async function begun(parts: TillParts = {}, change: Partial<PayRequest> = {}): Promise<Till> {
	const made = till(parts);
	await made.engine.pay(request(change));
	return made;
}

/** The QR is on the screen, the first question is due in 5 s. */
export async function waiting(parts: TillParts = {}, change: Partial<PayRequest> = {}): Promise<Till> {
	const made = await begun(parts, change);
	await made.gateway.last('createOrder').answer(created);
	return made;
}

/** The first question is in flight. */
export async function asking(parts: TillParts = {}, change: Partial<PayRequest> = {}): Promise<Till> {
	const made = await waiting(parts, change);
	await made.clock.advance(5_000);
	return made;
}

/** Paid; the register is asked for its documents. */
export async function paid(parts: TillParts = {}): Promise<Till> {
	const made = await asking(parts);
	await made.gateway.last('getStatus').answer(status('paid'));
	return made;
}

/** The receipt is being printed. */
export async function printing(parts: TillParts = {}): Promise<Till> {
	const made = await paid(parts);
	await made.register.last('prepareReceipt').answer(ready);
	return made;
}

/** Paid and closed. */
export async function done(parts: TillParts = {}): Promise<Till> {
	const made = await printing(parts);
	await made.register.last('printReceipt').answer(closed);
	return made;
}

/** The till's own word where a payment stands. */
export const phase = ({engine}: Till, orderId = 'A-1'): string => engine.stateOf(orderId).phase;

export {settle};
