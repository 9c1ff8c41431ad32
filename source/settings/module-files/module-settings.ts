// WebMoneySettings.txt: its names, their Russian names, defaults and rules. The table of the contract, and nothing beside it.
import {type ModuleName, moduleNames} from '../../core/index.ts';
import {isServerUrl, isServicePath, splitAccessLine} from './access-line.ts';
import type {NameTable} from './module-file.ts';

export const moduleFileName = 'WebMoneySettings.txt';

/** What is wrong with a value: the code of a problem and what its sentence needs. */
export type ValueFault = {
	readonly code:
		| 'valueEmpty'
		| 'valueForm'
		| 'controlCharacter'
		| 'slashAtEnd'
		| 'notHttps'
		| 'pathInServerUrl';
	readonly params: Readonly<Record<string, string>>;
};

type Rule = {
	readonly russian: string;
	readonly isSecret: boolean;
	/** null: the name is required. */
	readonly byDefault: string | null;
	readonly check: (value: string) => ValueFault | null;
};

const fault = (code: ValueFault['code'], params: ValueFault['params'] = {}): ValueFault => ({code, params});

const form =
	(pattern: RegExp) =>
	(value: string): ValueFault | null =>
		pattern.test(value) ? null : fault('valueForm');

const wholeNumber = (least: number, most: number) => (value: string) =>
	/^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most ? null : fault('valueForm');

const length = (most: number) => (value: string) => ([...value].length <= most ? null : fault('valueForm'));

export const moduleRules: Readonly<Record<ModuleName, Rule>> = {
	Mode: {
		russian: 'Режим работы',
		isSecret: false,
		byDefault: 'qr',
		check: form(/^(?:qr|оплата по qr чеку)$/i),
	},
	AgentId: {russian: 'Номер агента', isSecret: false, byDefault: null, check: form(/^\d{1,32}$/)},
	Wmid: {russian: 'WMID', isSecret: false, byDefault: '0', check: form(/^(?:0|\d{12})$/)},
	// It names the certificate's file: nothing that could lead out of the till's folder.
	PosId: {russian: 'Номер POS', isSecret: false, byDefault: null, check: form(/^[A-Za-z0-9_-]{1,64}$/)},
	AgentKey: {russian: 'Ключ агента', isSecret: true, byDefault: null, check: length(512)},
	CrsId: {russian: 'CrsId', isSecret: false, byDefault: '0', check: form(/^\d{1,32}$/)},
	CertificatePassword: {russian: 'Пароль сертификата', isSecret: true, byDefault: '', check: length(256)},
	ResponseTimeoutS: {
		russian: 'Время ожидания ответа (сек)',
		isSecret: false,
		byDefault: '180',
		check: wholeNumber(10, 3600),
	},
	StatusErrorLimit: {
		russian: 'Кол-во допустимых ошибок при запросе статуса (раз)',
		isSecret: false,
		byDefault: '5',
		check: wholeNumber(0, 100),
	},
	ServerUrl: {russian: 'Адрес сервера', isSecret: false, byDefault: null, check: checkServerUrl},
	ServicePath: {russian: 'Адрес сервиса', isSecret: false, byDefault: null, check: checkServicePath},
};

/** Both names of each setting, in lower case. */
export const moduleNameTable: NameTable<ModuleName> = new Map(
	moduleNames.flatMap((name) => [
		[name.toLowerCase(), name] as const,
		[moduleRules[name].russian.toLowerCase(), name] as const,
	]),
);

/** What is wrong with a value of this name, or null. */
export function checkModuleValue(name: ModuleName, value: string): ValueFault | null {
	if (value === '') return name === 'CertificatePassword' ? null : fault('valueEmpty');
	if (/[\u0000-\u001f\u007f]/.test(value)) return fault('controlCharacter');
	return moduleRules[name].check(value);
}

/** A response time that is allowed but hardly leaves a customer the time to pay. */
export const isResponseTimeoutShort = (value: string): boolean => Number(value) < 120;

function checkServerUrl(value: string): ValueFault | null {
	if (isServerUrl(value)) return null;
	const cut = value.replace(/\/{1,8}$/, '');
	if (cut !== value && isServerUrl(cut)) return fault('slashAtEnd', {mend: cut});
	const secure = value.replace(/^http:\/\//i, 'https://');
	if (secure !== value && isServerUrl(secure)) return fault('notHttps', {mend: secure});
	const parts = splitAccessLine(value);
	return parts ? fault('pathInServerUrl', {...parts}) : fault('valueForm');
}

function checkServicePath(value: string): ValueFault | null {
	if (isServicePath(value)) return null;
	const cut = value.replace(/\/{1,8}$/, '');
	return cut !== value && isServicePath(cut) ? fault('slashAtEnd', {mend: cut}) : fault('valueForm');
}
