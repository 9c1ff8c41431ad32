// Problems of a till's settings as data, and the shape of the sentences that name them: file, line, what is wrong, the mend.

/** The names of `WebMoneySettings.txt`. */
export const moduleNames = [
	'Mode',
	'AgentId',
	'Wmid',
	'PosId',
	'AgentKey',
	'CrsId',
	'CertificatePassword',
	'ResponseTimeoutS',
	'StatusErrorLimit',
	'ServerUrl',
	'ServicePath',
] as const;

export type ModuleName = (typeof moduleNames)[number];

/** The names of `WebMoneyPaymentTypes.txt`. */
export const linkNames = ['SBP', 'WebMoney', 'WeChat', 'Alipay'] as const;

export type LinkName = (typeof linkNames)[number];

/** The fields of `till.json` that have a rule of their own; `*` stands for the number of a row. */
export const tillPaths = [
	'version',
	'name',
	'dialect',
	'gateway',
	'gateway.caFile',
	'pollIntervalS',
	'paymentTypes',
	'paymentTypes.*',
	'paymentTypes.*.code',
	'paymentTypes.*.name',
	'paymentTypes.*.registerSlot',
	'register',
	'register.link',
	'register.address',
	'register.baudRate',
	'register.password',
	'register.taxSystem',
	'register.vat',
	'customer',
	'customer.qrOn',
	'customer.qrOn.*',
	'customer.display',
	'customer.display.kind',
	'customer.display.port',
	'ui',
	'ui.language',
	'ui.sound',
	'ui.qr',
	'pinHash',
] as const;

export type TillPath = (typeof tillPaths)[number];

/** Everything that a rule, a sentence and an example exist for. */
export type SettingName = ModuleName | LinkName | TillPath;

export type SettingsProblemCode =
	// The folder and its files
	| 'noTill'
	| 'folderIsLink'
	| 'folderNotDirectory'
	| 'folderUnreadable'
	| 'folderOpenToOthers'
	| 'fileMissing'
	| 'fileIsLink'
	| 'fileNotRegular'
	| 'fileUnreadable'
	| 'fileTooLarge'
	| 'fileOpenToOthers'
	| 'writeFailed'
	| 'certificateMissing'
	// The module's two files
	| 'utf16'
	| 'binary'
	| 'brokenUtf8'
	| 'nameTwice'
	| 'lineWithoutEquals'
	| 'lineIgnored'
	| 'unknownName'
	| 'valueMissing'
	| 'valueEmpty'
	| 'valueForm'
	| 'controlCharacter'
	| 'outerBlanks'
	| 'encodingCannotHold'
	| 'slashAtEnd'
	| 'notHttps'
	| 'pathInServerUrl'
	| 'responseTimeoutShort'
	| 'codeForTwoSystems'
	| 'noSystemLinked'
	// till.json
	| 'notUtf8'
	| 'jsonSyntax'
	| 'jsonTooDeep'
	| 'jsonFieldTwice'
	| 'jsonNotObject'
	| 'fieldMissing'
	| 'fieldForm'
	| 'versionNewer'
	| 'unknownField'
	| 'codeTwice'
	| 'slotTwice'
	| 'placeTwice'
	| 'codeWithoutRow'
	| 'addressMissing'
	| 'addressForm'
	| 'portMissing'
	| 'paperNeedsRegister'
	| 'displayNotSet'
	| 'caFileMissing'
	// settings get, settings set
	| 'unknownKey';

/** One thing that is wrong (or, as a warning, doubtful) in a till's settings. */
export type SettingsProblem = {
	readonly code: SettingsProblemCode;
	/** The file's name, or the folder's path where the whole folder is meant. */
	readonly file: string;
	/** From 1; null where no line can be named. */
	readonly line: number | null;
	/** From 1, for a fault in the form of `till.json`. */
	readonly column: number | null;
	/** The name in a module file, or the dotted path in `till.json`. */
	readonly key: string | null;
	/** The value as it stands there: cleaned, cut, masked where it is a secret. */
	readonly value: string | null;
	readonly params: Readonly<Record<string, string | number>>;
};

export type SettingsSentence = {
	/** Where: file and line. */
	readonly place: string;
	/** What is wrong. */
	readonly what: string;
	/** What to write instead, with an example. */
	readonly mend: string;
};

export type SettingsWording = {
	/** What is allowed, and a right value; shown with every value that is neither. */
	readonly rules: Readonly<Record<SettingName, {readonly allowed: string; readonly example: string}>>;
	readonly sentence: (problem: SettingsProblem) => SettingsSentence;
	/** The whole of it in one line. */
	readonly line: (problem: SettingsProblem) => string;
	/** What holds whatever is wrong: nothing was sent. */
	readonly safe: string;
	/** The sum line of `settings check`. */
	readonly summary: (problems: number, warnings: number) => string;
	readonly warning: string;
	readonly byDefault: string;
	/** What `setup --from` tells of each file: copied, made, kept under another name. */
	readonly copied: (file: string) => string;
	readonly made: (file: string) => string;
	readonly kept: (file: string, as: string) => string;
};

/** The setting that a key speaks of: rows lose their number (`paymentTypes.0.code` → `paymentTypes.*.code`). */
export function settingNameOf(key: string): SettingName | null {
	const name = key.replace(/\.\d+(?=\.|$)/g, '.*');
	return [...moduleNames, ...linkNames, ...tillPaths].find((known) => known === name) ?? null;
}
