// Kinds of fields that only the map can tell: the vendor's states, systems, amounts and times.
import type {OrderStatus} from '../../../core/index.ts';
import {type Json, JsonNumber} from '../../answer/json.ts';
import {identity, type Kind} from '../../answer/kinds.ts';
import {decimalToUnits} from '../../decimal.ts';
import {wcfMoment} from './dates.ts';
import type {RefundStatus, WcfMap} from './map.ts';
import {textOf} from './map-reader.ts';

export const orderStateIn = (map: WcfMap): Kind<OrderStatus> => stateIn(map.states, 'waiting');

export const refundStateIn = (map: WcfMap): Kind<RefundStatus> => stateIn(map.refundStates, 'pending');

const stateIn = <Status extends string>(
	states: Readonly<Record<string, Status>>,
	blank: Status,
): Kind<Status> => ({
	blank,
	from(value) {
		const word = textOf(value);
		return word !== null && Object.hasOwn(states, word) ? states[word] : undefined;
	},
});

/** Our word for the vendor's; a word that isn't in the map stays the vendor's, for the core to judge. */
export const systemIn = (map: WcfMap): Kind<string> => ({
	blank: '',
	from(value: Json) {
		const ours = Object.entries(map.systems).find(([, word]) => word !== null && word === value);
		return ours ? ours[0] : identity.from(value);
	},
});

/** Kopecks out of the vendor's unit, from a number or a text, digit by digit. */
export const amountIn = (map: WcfMap): Kind<number> => ({
	blank: 0,
	from: (value) => decimalToUnits(textOf(value) ?? '', map.amount.unit === 'rubles' ? 2 : 0) ?? undefined,
});

/** Unix seconds. A number is of the map's unit. */
export const timeIn = (map: WcfMap): Kind<number> => ({
	blank: 0,
	from(value) {
		if (value instanceof JsonNumber) {
			const number = decimalToUnits(value.text, 0);
			if (number === null) return undefined;
			return map.time === 'milliseconds' ? Math.floor(number / 1000) : number;
		}
		const iso = wcfMoment.from(value);
		return iso === undefined ? undefined : Math.floor(Date.parse(iso) / 1000);
	},
});
