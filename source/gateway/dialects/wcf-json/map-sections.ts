// The sections of a map: names of ours for the vendor's, the vendor's words for ours, constants.
import {type JsonObject, memberOf} from '../../answer/json.ts';
import {decimalToUnits} from '../../decimal.ts';
import {type RequestField, requestFields} from './map.ts';
import {type MapReader, nameForm, textOf} from './map-reader.ts';

/** An HTTP token that isn't one of those the connection lives by. */
export const headerName =
	/^(?!(?:host|connection|content-length|content-type|transfer-encoding|expect|upgrade|keep-alive|te)$)[!#$%&'*+.^_`|~0-9a-z-]{1,64}$/i;

export function names<Name extends string>(
	reader: MapReader,
	path: string,
	known: readonly Name[],
	form: RegExp,
): Record<Name, string | null> {
	reader.object(path);
	reader.refuseUnknown(path, known);
	const entries = known.map((name) => [name, reader.text(`${path}.${name}`, form, false)]);
	return Object.fromEntries(entries) as Record<Name, string | null>;
}

/** The request's fields keep the order in which the map has them. */
export function requestOrder(reader: MapReader): {field: RequestField; name: string}[] {
	const named = names(reader, 'request', requestFields, nameForm);
	return Object.keys(reader.object('request')).flatMap((key) => {
		const field = requestFields.find((known) => known === key);
		const name = field && named[field];
		return field && name ? [{field, name}] : [];
	});
}

export function states<Status extends string>(
	reader: MapReader,
	path: string,
	statuses: readonly [Status, ...Status[]],
	isOptional: boolean,
): Record<string, Status> {
	const read = Object.keys(reader.object(path, isOptional))
		.filter((word) => !word.startsWith('//'))
		.map((word) => [word, reader.word([path, word], statuses)] as const);
	return Object.fromEntries(read);
}

export function constants(
	reader: MapReader,
	path: string,
	nameIs: RegExp,
	valueIs: RegExp,
): Record<string, string> {
	const object: JsonObject = reader.object(path, true);
	const read: [string, string][] = [];
	for (const [name, json] of Object.entries(object)) {
		if (name.startsWith('//')) continue;
		const value = textOf(json);
		const place = [...path.split('.'), name];
		if (!nameIs.test(name)) reader.problem(place, 'UNKNOWN', {type: 'text'}, name);
		else if (value === null || !valueIs.test(value)) reader.problem(place, 'TYPE', {type: 'text'});
		else read.push([name, value]);
	}
	return Object.fromEntries(read);
}

export function wholeNumber(reader: MapReader, path: string): number {
	const [section = '', name = ''] = path.split('.');
	const value = memberOf(reader.object(section, true), name);
	if (value === undefined) return 0;
	const number = decimalToUnits(textOf(value) ?? '', 0);
	if (number !== null && number >= 0 && number <= 86_400) return number;
	reader.problem(path, 'TYPE', {type: 'number'}, textOf(value) ?? '');
	return 0;
}
