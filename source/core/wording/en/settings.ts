// Sentences about settings, in English: what is wrong, and the mend with an example.
import {
	type SettingsProblem,
	type SettingsProblemCode,
	type SettingsWording,
	settingNameOf,
} from '../settings.ts';
import {settingsRulesEn as rules} from './settings-rules.ts';

type Said = readonly [what: string, mend: string];

const named = ({key, value}: SettingsProblem): string => `“${key}”${value === null ? '' : `: “${value}”`}`;

const ruleOf = ({key}: SettingsProblem) => {
	const name = key === null ? null : settingNameOf(key);
	return name === null ? null : rules[name];
};

const allowed = (problem: SettingsProblem): string => {
	const rule = ruleOf(problem);
	return rule ? `Allowed: ${rule.allowed}. Example: ${rule.example}` : '';
};

const example = (problem: SettingsProblem): string => ruleOf(problem)?.example ?? '';

const diskWords: Readonly<Record<string, string>> = {
	EACCES: 'no permission',
	EPERM: 'no permission',
	ENOSPC: 'the disk is full',
	EROFS: 'the disk is read-only',
	EIO: 'disk error',
};

const disk = ({params: {errno = ''}}: SettingsProblem): string => diskWords[errno] ?? String(errno);

const said: Readonly<Record<SettingsProblemCode, (problem: SettingsProblem) => Said>> = {
	noTill: () => [
		'There is no till here yet.',
		'Set one up: qrkassa setup, take ready files: qrkassa setup --from DIR, or see how it works: qrkassa demo',
	],
	folderIsLink: () => [
		'The till’s folder is a link. A till with secrets is not opened through a link.',
		'Give the folder itself: --till /path/to/folder',
	],
	folderNotDirectory: () => ['This is not a folder.', 'Give the till’s folder: --till /path/to/folder'],
	folderUnreadable: (problem) => [
		`The folder cannot be read: ${disk(problem)}.`,
		'Check path and rights: the folder must belong to whoever runs the till.',
	],
	folderOpenToOthers: ({file}) => [
		'Other users may look into the till’s folder.',
		`Close it: chmod 700 ${file}`,
	],
	fileMissing: ({file, params: {found}}) =>
		found === undefined
			? ['There is no such file.', `Put ${file} into the till’s folder or make it: qrkassa setup`]
			: [`There is no such file, but “${found}” lies beside it.`, `Rename it to ${file}`],
	fileIsLink: () => ['A link lies in place of the file.', 'Put the file itself into the till’s folder.'],
	fileNotRegular: () => [
		'This is no plain file.',
		'Remove it and put the file itself into the till’s folder.',
	],
	fileUnreadable: (problem) => [
		`The file cannot be read: ${disk(problem)}.`,
		'Check the rights: the file must belong to whoever runs the till.',
	],
	fileTooLarge: ({params: {mostKiB = 1024}}) => [
		`The file is larger than ${mostKiB} KiB: these are no till’s settings.`,
		'Bring the file back from a copy or make it anew: qrkassa setup',
	],
	fileOpenToOthers: ({file}) => ['Other users may read a file with secrets.', `Close it: chmod 600 ${file}`],
	writeFailed: (problem) => [
		`Cannot be written: ${disk(problem)}. The old settings are whole.`,
		'Make room or mend the rights, then try again.',
	],
	certificateMissing: ({file, params: {found = ''}}) => [
		`There is no certificate file.${found === '' ? '' : ` Beside it lies: ${found}.`}`,
		`The file’s name is the POS number: ${file}`,
	],
	utf16: () => ['The file is saved as UTF-16 (“Unicode”).', 'Save it as UTF-8 or Windows-1251.'],
	binary: () => ['This is no text file.', 'Bring the file back from a copy or make it anew.'],
	brokenUtf8: () => [
		'The file is marked as UTF-8 but has bytes that UTF-8 does not know.',
		'Open it in an editor, mend the damaged lines and save it as UTF-8.',
	],
	nameTwice: ({key, params: {lines = ''}}) => [
		`“${key}” stands there more than once: lines ${lines}.`,
		'Keep one of these lines.',
	],
	lineWithoutEquals: (problem) => [
		`The line with “${problem.key}” has no “=”.`,
		`Write: ${example(problem)}`,
	],
	lineIgnored: () => [
		'The line does not look like “name=value” and is not used.',
		'If it is a comment, begin it with “;” or “#”.',
	],
	unknownName: ({key, params: {nearest = ''}}) => [
		`The name “${key}” is unknown, the line is not used.`,
		`Did you mean “${nearest}”?`,
	],
	valueMissing: (problem) => [`The required line “${problem.key}” is missing.`, `Add: ${example(problem)}`],
	valueEmpty: (problem) => [`“${problem.key}” is empty.`, allowed(problem)],
	valueForm: (problem) => [`${named(problem)} is not allowed.`, allowed(problem)],
	controlCharacter: ({key}) => [
		`The value of “${key}” has an invisible character (a tab, a line break or the like).`,
		'Type the value anew instead of pasting it.',
	],
	outerBlanks: ({key}) => [
		`The value of “${key}” begins or ends with a blank: the file cannot keep it.`,
		'Remove the blank.',
	],
	encodingCannotHold: ({key}) => [
		`The value of “${key}” cannot be written in the encoding of this file. The file is untouched.`,
		'Save the file as UTF-8 or remove unusual characters from the value.',
	],
	slashAtEnd: ({key, params: {mend = ''}}) => [`“${key}” ends with a slash.`, `Write: ${key}=${mend}`],
	notHttps: ({key, params: {mend = ''}}) => [
		`“${key}” is not encrypted: https is needed.`,
		`Write: ${key}=${mend}`,
	],
	pathInServerUrl: ({params: {serverUrl = '', servicePath = ''}}) => [
		'The server’s address holds the service’s path too.',
		`Write two lines: ServerUrl=${serverUrl} and ServicePath=${servicePath}`,
	],
	responseTimeoutShort: ({value}) => [
		`${value} s for the whole payment is little: the cashier hands the slip over, the customer pays.`,
		'At least 120 is better. Example: ResponseTimeoutS=180',
	],
	codeForTwoSystems: ({key, value, params: {firstName = '', firstLine = 0}}) => [
		`Code ${value} is given to “${key}” and to “${firstName}” (line ${firstLine}).`,
		'Each system needs a payment type code of its own; leave the other one empty after “=”.',
	],
	noSystemLinked: () => [
		'No system is linked to a payment type: the cashier has nothing to offer.',
		'Give a payment type code to at least one. Example: SBP=7',
	],
	notUtf8: () => ['The file is not UTF-8.', 'Save it as UTF-8.'],
	jsonSyntax: ({column}) => [
		`This is not JSON from character ${column} on.`,
		'Check commas, quotes and brackets near that place. Sample: settings/till.json',
	],
	jsonTooDeep: () => [
		'Brackets are nested too deeply: these are no till’s settings.',
		'Bring the file back from a copy. Sample: settings/till.json',
	],
	jsonFieldTwice: ({key, params: {firstLine = 0}}) => [
		`The field “${key}” is already in line ${firstLine}.`,
		'Keep one of the two.',
	],
	jsonNotObject: () => ['The file must begin with “{” and end with “}”.', 'Sample: settings/till.json'],
	fieldMissing: (problem) => [`The field “${problem.key}” is missing.`, allowed(problem)],
	fieldForm: (problem) => [`${named(problem)} is not allowed.`, allowed(problem)],
	versionNewer: ({value}) => [
		`The file was made by a newer program (version ${value}).`,
		'Update qrkassa or bring the old file back.',
	],
	unknownField: ({key, params: {nearest = ''}}) => [
		`The field “${key}” is unknown and not used.`,
		`Did you mean “${nearest}”?`,
	],
	codeTwice: ({key, value}) => [
		`Code ${value} in “${key}” is already in another row.`,
		'Each payment type has a code of its own.',
	],
	slotTwice: ({key, value}) => [
		`Slot ${value} in “${key}” is already in another row.`,
		'Check that the register is really meant to add these types up together.',
	],
	placeTwice: ({value}) => [`“${value}” stands twice in customer.qrOn.`, 'Keep one.'],
	codeWithoutRow: ({value, params: {system = ''}}) => [
		`Code ${value} (“${system}” in WebMoneyPaymentTypes.txt) has no row in paymentTypes.`,
		`Add: {"code": "${value}", "name": "${system}", "registerSlot": 2}`,
	],
	addressMissing: ({params: {link = ''}}) => [
		`register.link "${link}" needs register.address.`,
		link === 'serial'
			? 'Example: "address": "/dev/ttyUSB0" or "address": "COM3"'
			: 'Example: "address": "192.168.1.50:7778"',
	],
	addressForm: (problem) => [
		`${named(problem)} is not host:port.`,
		'Example: "address": "192.168.1.50:7778"',
	],
	portMissing: ({params: {kind = ''}}) => [
		`Display "${kind}" needs customer.display.port.`,
		'Example: "port": "/dev/ttyACM0" or "port": "COM4"',
	],
	paperNeedsRegister: () => [
		'A QR on the tape (customer.qrOn "paper") is printed by the register, and register.link is "none".',
		'Set up register or remove "paper".',
	],
	displayNotSet: () => [
		'A QR on the display (customer.qrOn "display"), and customer.display.kind is "none".',
		'Set up customer.display or remove "display".',
	],
	caFileMissing: (problem) => [
		`${named(problem)}: there is no such file.`,
		'Put the PEM file into the till’s folder or write "caFile": null',
	],
	unknownKey: ({key, params: {nearest = ''}}) => [
		`There is no setting “${key}”.`,
		nearest === '' ? 'The list: qrkassa settings show' : `Did you mean “${nearest}”?`,
	],
};

const placeOf = ({file, line}: SettingsProblem): string => (line === null ? file : `${file}, line ${line}`);

const sentence: SettingsWording['sentence'] = (problem) => {
	const [what, mend] = said[problem.code](problem);
	return {place: placeOf(problem), what, mend};
};

export const settingsEn: SettingsWording = {
	rules,
	sentence,
	line: (problem) => {
		const {place, what, mend} = sentence(problem);
		return [`${place}: ${what}`, mend].filter((part) => part !== '').join(' ');
	},
	safe: 'Nothing was sent, the files are untouched.',
	summary: (problems, warnings) =>
		problems === 0 && warnings === 0
			? 'The settings are in order.'
			: problems === 0
				? `The settings are in order, remarks: ${warnings}.`
				: `Errors: ${problems}, remarks: ${warnings}.`,
	warning: 'Remark',
	byDefault: 'default',
	copied: (file) => `${file}: taken as it is.`,
	made: (file) => `${file}: made.`,
	kept: (file, as) => `${file}: the old one is kept as ${as}.`,
};
