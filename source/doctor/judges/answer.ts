// What the gateway's answer tells: its time and the systems that it offers.
import type {PaymentSystem} from '../../core/index.ts';
import {broken, type Judgement, sound, warning} from '../row.ts';
import type {GatewaySeen} from '../seen.ts';

/** The gateway refuses at five minutes; from here on it is time to set the clock. */
const driftS = 60;

export function judgeClock(pong: GatewaySeen['pong']): Judgement {
	if (!pong) throw new Error('a sound way to the gateway without its answer');
	const aheadS = Math.round(pong.timeS - pong.nowS);
	return Math.abs(aheadS) > driftS
		? warning({code: 'CLOCK_DRIFTS', aheadS}, 'admin')
		: sound({code: 'CLOCK', aheadS});
}

export function judgeSystems(offered: readonly PaymentSystem[], linked: readonly PaymentSystem[]): Judgement {
	const missing = linked.filter((system) => !offered.includes(system));
	const usable = linked.filter((system) => offered.includes(system));
	if (missing.length === 0) return sound({code: 'SYSTEMS', systems: linked});
	const trouble = {code: 'SYSTEMS_MISSING', missing, offered: usable} as const;
	return usable.length === 0 ? broken(trouble, 'paymentSystem') : warning(trouble, 'paymentSystem');
}
