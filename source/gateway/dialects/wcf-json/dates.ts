// Dates as WCF's JSON binding writes them: `/Date(1769850180000+0300)/`, milliseconds since 1970 UTC. The offset only tells
// the writer's own zone; the moment stands without it.
import type {Json} from '../../answer/json.ts';
import {type Kind, moment} from '../../answer/kinds.ts';

/** A moment in WCF's form or in ISO; told as ISO. */
export const wcfMoment: Kind<string> = {
	blank: '',
	from(value: Json) {
		if (typeof value !== 'string') return undefined;
		const ticks = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/.exec(value)?.[1];
		if (ticks === undefined) return moment.from(value);
		return new Date(Number(ticks)).toISOString();
	},
};

/** `ms` since 1970 UTC in WCF's form. */
export const wcfDate = (ms: number): string => `/Date(${ms}+0000)/`;
