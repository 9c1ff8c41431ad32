// A register that answers when the test says so, and remembers what it was told to do.
import type {
	Preflight,
	QrSlip,
	ReceiptEnd,
	RegisterNotice,
	RegisterPort,
	SettledReceipt,
	SlipEnd,
} from '../../../source/engine/index.ts';
import {settle} from './clock.ts';

type Operation = 'preflight' | 'printSlip' | 'prepareReceipt' | 'printReceipt' | 'settleReceipt';
type Ready = Awaited<ReturnType<RegisterPort['prepareReceipt']>>;
type Answer = Preflight | SlipEnd | Ready | ReceiptEnd | SettledReceipt;

export type Told = {
	readonly operation: Operation;
	readonly about: unknown;
	readonly answer: (answer: Answer) => Promise<void>;
	readonly breakDown: () => Promise<void>;
};

export type FakeRegister = RegisterPort & {
	readonly told: readonly Told[];
	last(operation: Operation): Told;
	slips(): readonly QrSlip[];
	notice(notice: RegisterNotice): void;
	/** The answer of `preflight`, given by itself. */
	preflightAnswer: Preflight | null;
	onTell: (operation: Operation) => void;
};

/** A register that is ready to print. */
export function fakeRegister(): FakeRegister {
	const told: Told[] = [];
	const listeners = new Set<(notice: RegisterNotice) => void>();
	const tell = <Kind extends Answer>(operation: Operation, about: unknown): Promise<Kind> => {
		register.onTell(operation);
		return new Promise<Kind>((done, fail) => {
			told.push({
				operation,
				about,
				answer(answer) {
					done(answer as Kind);
					return settle();
				},
				breakDown() {
					fail(new Error('a bug of the port'));
					return settle();
				},
			});
		});
	};
	const register: FakeRegister = {
		told,
		last(operation) {
			const last = told.at(-1);
			if (last?.operation !== operation) throw new Error(`told last: ${last?.operation ?? 'nothing'}`);
			return last;
		},
		slips: () => told.filter(({operation}) => operation === 'printSlip').map(({about}) => about as QrSlip),
		notice(notice) {
			for (const listener of listeners) listener(notice);
		},
		preflightAnswer: {type: 'ready', warnings: []},
		onTell: () => undefined,
		preflight: () =>
			register.preflightAnswer ? Promise.resolve(register.preflightAnswer) : tell('preflight', null),
		printSlip: (slip) => tell('printSlip', slip),
		prepareReceipt: () => tell('prepareReceipt', null),
		printReceipt: (receipt, before) => tell('printReceipt', {receipt, before}),
		settleReceipt: (receipt, before) => tell('settleReceipt', {receipt, before}),
		onNotice(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close: () => Promise.resolve(),
	};
	return register;
}
