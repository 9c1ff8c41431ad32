// What fields of till.json mean for each other and for the payment types file. Looks only at fields that are right by themselves.
import type {LinkName, SettingsProblem} from '../../core/index.ts';
import {problem} from '../problem.ts';
import type {JsonPath} from './json-text.ts';
import type {TillDocument} from './read-till.ts';
import {dotted} from './read-till.ts';
import {type TillFile, tillFileName} from './till-schema.ts';

type Found = {readonly problems: readonly SettingsProblem[]; readonly warnings: readonly SettingsProblem[]};

/** `codes`: of the systems that are offered, by the payment types file. */
export function crossCheck(
	till: TillFile,
	codes: ReadonlyMap<LinkName, string>,
	lineOf: TillDocument['lineOf'],
): Found {
	const at = (
		code: SettingsProblem['code'],
		path: JsonPath,
		value: string | null,
		params: SettingsProblem['params'] = {},
	): SettingsProblem => problem(code, tillFileName, {line: lineOf(path), key: dotted(path), value, params});
	const {paymentTypes, register, customer} = till;
	const {qrOn, display} = customer;

	const rows = [...codes]
		.filter(([, code]) => !paymentTypes.some((row) => row.code === code))
		.map(([system, code]) => at('codeWithoutRow', ['paymentTypes'], code, {system}));
	const codesTwice = secondOf(paymentTypes.map((row) => String(Number(row.code)))).map((index) =>
		at('codeTwice', ['paymentTypes', index, 'code'], paymentTypes[index]?.code ?? null),
	);
	const placesTwice = secondOf(qrOn).map((index) =>
		at('placeTwice', ['customer', 'qrOn', index], qrOn[index] ?? null),
	);
	const slotsTwice = secondOf(paymentTypes.map((row) => String(row.registerSlot))).map((index) =>
		at('slotTwice', ['paymentTypes', index, 'registerSlot'], String(paymentTypes[index]?.registerSlot)),
	);
	const address = ['register', 'address'];
	const needs: readonly (SettingsProblem | false)[] = [
		register.link !== 'none' &&
			register.address === null &&
			at('addressMissing', address, null, {link: register.link}),
		register.link === 'tcp' &&
			register.address !== null &&
			!isHostAndPort(register.address) &&
			at('addressForm', address, register.address),
		display.kind !== 'none' &&
			display.port === null &&
			at('portMissing', ['customer', 'display', 'port'], null, {kind: display.kind}),
		qrOn.includes('paper') &&
			register.link === 'none' &&
			at('paperNeedsRegister', ['customer', 'qrOn', qrOn.indexOf('paper')], 'paper'),
		qrOn.includes('display') &&
			display.kind === 'none' &&
			at('displayNotSet', ['customer', 'qrOn', qrOn.indexOf('display')], 'display'),
	];
	return {
		problems: [...rows, ...codesTwice, ...placesTwice, ...needs.filter((need) => need !== false)],
		warnings: slotsTwice,
	};
}

/** `host:port`, the host a name, an IPv4 address or an IPv6 one in brackets. */
export const splitHostAndPort = (address: string): {readonly host: string; readonly port: number} | null => {
	const match = /^(?:\[([0-9a-f:.]+)\]|([A-Za-z0-9._-]+)):(\d{1,5})$/i.exec(address);
	const port = Number(match?.[3]);
	const host = match?.[1] ?? match?.[2];
	return host !== undefined && port >= 1 && port <= 65_535 ? {host, port} : null;
};

const isHostAndPort = (address: string): boolean => splitHostAndPort(address) !== null;

/** The indexes of all values that have stood before. */
const secondOf = (values: readonly string[]): readonly number[] =>
	values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
