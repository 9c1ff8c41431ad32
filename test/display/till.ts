// A till seen through its journal: rows and pulses that a reader gets, short to write.
import type {OrderStatus, PaymentEvent} from '../../source/core/index.ts';
import type {JournalPulse, JournalRow} from '../../source/engine/index.ts';
import type {HandClock} from './hand-clock.ts';
import {started} from './started.ts';

export const link =
	'https://qr.nspk.ru/AD1000TESTKASSA00000000000000001?type=02&bank=100000000000&sum=125000&cur=RUB&crc=8578';

type Listeners = {
	readonly onRow: (row: JournalRow) => void;
	readonly onPulse: (pulse: JournalPulse) => void;
};

/** Writes rows at the clock's present time, for a reader that follows at once. */
export function till(clock: HandClock, to: Listeners) {
	let seq = 0;
	let polls = 0;
	const say = (orderId: string | null, event: PaymentEvent): void => {
		seq += 1;
		to.onRow({seq, at: clock.now().toISOString(), orderId, event});
	};
	return {
		say,
		begin: (orderId = 'A-1', slot: number | null = 2) => say(orderId, started(clock, orderId, slot)),
		created: (orderId = 'A-1', qr = link) =>
			say(orderId, {
				type: 'order.created',
				gatewayOrderId: 'G-1',
				qr,
				expiresAt: new Date(clock.now().getTime() + 180_000).toISOString(),
			}),
		pulse(status: OrderStatus | 'error', orderId = 'A-1') {
			polls += 1;
			const errorsInRow = status === 'error' ? 1 : 0;
			to.onPulse({orderId, n: polls, status, errorsInRow, at: clock.now().toISOString()});
		},
	};
}
