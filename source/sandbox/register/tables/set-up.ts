// Tables as somebody has set them up before a register is started: what `state` of the options may begin with.
import {toHex} from '../bytes/build.ts';
import {bytes1251} from '../bytes/text.ts';
import type {RegisterState} from '../state/state.ts';
import {findTable} from './tables.ts';

const namesTable = 5;

/** Table 5 with these names of payment types, each in the row of its slot (2 … 16); the others keep the factory's. */
export function withPaymentNames(
	names: readonly {readonly slot: number; readonly name: string}[],
): Pick<RegisterState, 'tables'> {
	const size = findTable(namesTable)?.fields[0]?.size ?? 0;
	const fields = names.map(({slot, name}) => [`${namesTable}.${slot}.1`, toHex(bytes1251(name, size))]);
	return {tables: Object.fromEntries(fields)};
}
