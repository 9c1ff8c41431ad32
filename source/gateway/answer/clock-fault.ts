// The clocks of till and gateway are too far apart: both times are told, since either may be the wrong one.
import type {GatewayFault} from '../../core/index.ts';

/** `gatewayS`: unix seconds, undefined where the gateway didn't tell; `tillMs`: the time that our request bore. */
export function clockFault(gatewayS: number | undefined, tillMs: number): GatewayFault {
	const till = `till ${isoSeconds(tillMs)}`;
	// Beyond the dates that a Date can hold, a time is no time.
	const isTime = gatewayS !== undefined && Math.abs(gatewayS) <= 8_000_000_000;
	const detail = isTime ? `gateway ${isoSeconds(gatewayS * 1000)} / ${till}` : till;
	return {kind: 'http', code: 'CLOCK', detail};
}

const isoSeconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
