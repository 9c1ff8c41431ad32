// The fields of a vendor's answer by our names.
import type {GatewayFault} from '../../../core/index.ts';
import {readFields} from '../../answer/fields.ts';
import type {Json} from '../../answer/json.ts';
import type {Kind} from '../../answer/kinds.ts';
import type {AnswerField, WcfMap} from './map.ts';

export type ToldFields = {
	needed<T>(field: AnswerField, kind: Kind<T>): T;
	/** A state from the map's list; one that isn't there is an unknown status. */
	state<T>(field: AnswerField, kind: Kind<T>): T;
	/** `otherwise` where the map or the answer has no such field; with nothing to fall back on it is missing. */
	or<T>(field: AnswerField, kind: Kind<T>, otherwise: T | undefined): T;
	readonly fault: GatewayFault | null;
};

/** `path` names the object within the answer. */
export function toldIn(map: WcfMap, json: Json, path = ''): ToldFields {
	const fields = readFields(json, path);
	// A field that the map has no name for is reported under ours.
	const nameOf = (field: AnswerField): string => map.answer[field] ?? field;
	return {
		needed: (field, kind) => fields.read(nameOf(field), kind),
		state: (field, kind) => fields.readStatus(nameOf(field), kind),
		or(field, kind, otherwise) {
			const name = map.answer[field];
			const told = name === null ? undefined : fields.readOptional(name, kind);
			if (told !== undefined) return told;
			return otherwise === undefined ? fields.read(nameOf(field), kind) : otherwise;
		},
		get fault() {
			return fields.fault;
		},
	};
}
