// Sentences about settings, in Russian: what is wrong, and the mend with an example.
import {
	type SettingsProblem,
	type SettingsProblemCode,
	type SettingsWording,
	settingNameOf,
} from '../settings.ts';
import {settingsRulesRu as rules} from './settings-rules.ts';

type Said = readonly [what: string, mend: string];

const named = ({key, value}: SettingsProblem): string => `«${key}»${value === null ? '' : `: «${value}»`}`;

const ruleOf = ({key}: SettingsProblem) => {
	const name = key === null ? null : settingNameOf(key);
	return name === null ? null : rules[name];
};

const allowed = (problem: SettingsProblem): string => {
	const rule = ruleOf(problem);
	return rule ? `Допустимо: ${rule.allowed}. Пример: ${rule.example}` : '';
};

const example = (problem: SettingsProblem): string => ruleOf(problem)?.example ?? '';

const diskWords: Readonly<Record<string, string>> = {
	EACCES: 'нет прав',
	EPERM: 'нет прав',
	ENOSPC: 'на диске нет места',
	EROFS: 'диск только для чтения',
	EIO: 'ошибка диска',
};

const disk = ({params: {errno = ''}}: SettingsProblem): string => diskWords[errno] ?? String(errno);

const said: Readonly<Record<SettingsProblemCode, (problem: SettingsProblem) => Said>> = {
	noTill: () => [
		'Здесь ещё нет кассы.',
		'Настройте её: qrkassa setup, возьмите готовые файлы: qrkassa setup --from ПАПКА, или посмотрите, как это работает: qrkassa demo',
	],
	folderIsLink: () => [
		'Папка кассы — ссылка. Касса с секретами не открывается через ссылку.',
		'Укажите саму папку: --till /путь/к/папке',
	],
	folderNotDirectory: () => ['Это не папка.', 'Укажите папку кассы: --till /путь/к/папке'],
	folderUnreadable: (problem) => [
		`Папка не читается: ${disk(problem)}.`,
		'Проверьте путь и права: папка должна принадлежать тому, кто запускает кассу.',
	],
	folderOpenToOthers: ({file}) => [
		'Папку кассы могут читать другие пользователи.',
		`Закройте её: chmod 700 ${file}`,
	],
	fileMissing: ({file, params: {found}}) =>
		found === undefined
			? ['Файла нет.', `Положите ${file} в папку кассы или создайте его: qrkassa setup`]
			: [`Файла нет, но рядом лежит «${found}».`, `Переименуйте его в ${file}`],
	fileIsLink: () => ['Вместо файла лежит ссылка.', 'Положите в папку кассы сам файл.'],
	fileNotRegular: () => ['Это не обычный файл.', 'Уберите его и положите в папку кассы сам файл.'],
	fileUnreadable: (problem) => [
		`Файл не читается: ${disk(problem)}.`,
		'Проверьте права: файл должен принадлежать тому, кто запускает кассу.',
	],
	fileTooLarge: ({params: {mostKiB = 1024}}) => [
		`Файл больше ${mostKiB} КиБ: это не настройки кассы.`,
		'Верните файл из резервной копии или создайте его заново: qrkassa setup',
	],
	fileOpenToOthers: ({file}) => [
		'Файл с секретами могут читать другие пользователи.',
		`Закройте его: chmod 600 ${file}`,
	],
	writeFailed: (problem) => [
		`Не записать: ${disk(problem)}. Прежние настройки целы.`,
		'Освободите место или исправьте права и повторите.',
	],
	certificateMissing: ({file, params: {found = ''}}) => [
		`Файла сертификата нет.${found === '' ? '' : ` Рядом лежит: ${found}.`}`,
		`Имя файла — номер POS: ${file}`,
	],
	utf16: () => [
		'Файл сохранён в UTF-16 («Юникод»).',
		'Сохраните его в UTF-8 или Windows-1251 («Файл» → «Сохранить как» → «Кодировка»).',
	],
	binary: () => ['Это не текстовый файл.', 'Верните файл из резервной копии или создайте его заново.'],
	brokenUtf8: () => [
		'Файл помечен как UTF-8, но в нём есть байты, которых в UTF-8 не бывает.',
		'Откройте его в редакторе, исправьте испорченные строки и сохраните в UTF-8.',
	],
	nameTwice: ({key, params: {lines = ''}}) => [
		`«${key}» указано больше одного раза: строки ${lines}.`,
		'Оставьте одну из этих строк.',
	],
	lineWithoutEquals: (problem) => [
		`В строке с «${problem.key}» нет знака «=».`,
		`Напишите так: ${example(problem)}`,
	],
	lineIgnored: () => [
		'Строка не похожа на «имя=значение» и не используется.',
		'Если это пояснение, начните строку с «;» или «#».',
	],
	unknownName: ({key, params: {nearest = ''}}) => [
		`Имя «${key}» неизвестно, строка не используется.`,
		`Возможно, нужно «${nearest}».`,
	],
	valueMissing: (problem) => [`Нет обязательной строки «${problem.key}».`, `Добавьте: ${example(problem)}`],
	valueEmpty: (problem) => [`«${problem.key}» пусто.`, allowed(problem)],
	valueForm: (problem) => [`${named(problem)} не подходит.`, allowed(problem)],
	controlCharacter: ({key}) => [
		`В значении «${key}» есть невидимый знак (табуляция, перевод строки или подобный).`,
		'Наберите значение заново, без копирования.',
	],
	outerBlanks: ({key}) => [
		`Значение «${key}» начинается или кончается пробелом: файл не может его сохранить.`,
		'Уберите лишний пробел.',
	],
	encodingCannotHold: ({key}) => [
		`Значение «${key}» нельзя записать в кодировке этого файла. Файл не изменён.`,
		'Сохраните файл в UTF-8 или уберите из значения необычные знаки.',
	],
	slashAtEnd: ({key, params: {mend = ''}}) => [
		`«${key}» кончается косой чертой.`,
		`Напишите так: ${key}=${mend}`,
	],
	notHttps: ({key, params: {mend = ''}}) => [
		`«${key}» без шифрования: нужен https.`,
		`Напишите так: ${key}=${mend}`,
	],
	pathInServerUrl: ({params: {serverUrl = '', servicePath = ''}}) => [
		'В адрес сервера попал и адрес сервиса.',
		`Напишите двумя строками: ServerUrl=${serverUrl} и ServicePath=${servicePath}`,
	],
	responseTimeoutShort: ({value}) => [
		`${value} с на всю оплату — мало: кассир передаёт чек, покупатель платит.`,
		'Лучше не меньше 120. Пример: ResponseTimeoutS=180',
	],
	codeForTwoSystems: ({key, value, params: {firstName = '', firstLine = 0}}) => [
		`Код ${value} указан и для «${key}», и для «${firstName}» (строка ${firstLine}).`,
		'Каждой системе нужен свой код типа оплаты; у лишней оставьте после «=» пусто.',
	],
	noSystemLinked: () => [
		'Ни одна система не связана с типом оплаты: кассиру нечего предложить.',
		'Укажите код типа оплаты хотя бы для одной. Пример: SBP=7',
	],
	notUtf8: () => ['Файл не в UTF-8.', 'Сохраните его в UTF-8.'],
	jsonSyntax: ({column}) => [
		`Ошибка записи JSON, знак ${column}.`,
		'Проверьте запятые, кавычки и скобки около этого места. Образец: settings/till.json',
	],
	jsonTooDeep: () => [
		'Скобки вложены слишком глубоко: это не настройки кассы.',
		'Верните файл из резервной копии. Образец: settings/till.json',
	],
	jsonFieldTwice: ({key, params: {firstLine = 0}}) => [
		`Поле «${key}» уже есть в строке ${firstLine}.`,
		'Оставьте одно из двух.',
	],
	jsonNotObject: () => ['Файл должен начинаться с «{» и кончаться «}».', 'Образец: settings/till.json'],
	fieldMissing: (problem) => [`Нет поля «${problem.key}».`, allowed(problem)],
	fieldForm: (problem) => [`${named(problem)} не подходит.`, allowed(problem)],
	versionNewer: ({value}) => [
		`Файл сделан более новой программой (version ${value}).`,
		'Обновите qrkassa или верните прежний файл.',
	],
	unknownField: ({key, params: {nearest = ''}}) => [
		`Поле «${key}» неизвестно и не используется.`,
		`Возможно, нужно «${nearest}».`,
	],
	codeTwice: ({key, value}) => [
		`Код ${value} в «${key}» уже есть в другой строке.`,
		'У каждого типа оплаты свой код.',
	],
	slotTwice: ({key, value}) => [
		`Номер оплаты ${value} в «${key}» уже есть в другой строке.`,
		'Проверьте, что в ККМ эти типы и правда считаются вместе.',
	],
	placeTwice: ({value}) => [`«${value}» в customer.qrOn указано дважды.`, 'Оставьте одно.'],
	codeWithoutRow: ({value, params: {system = ''}}) => [
		`Для кода ${value} («${system}» в WebMoneyPaymentTypes.txt) нет строки в paymentTypes.`,
		`Добавьте: {"code": "${value}", "name": "${system}", "registerSlot": 2}`,
	],
	addressMissing: ({params: {link = ''}}) => [
		`Для register.link "${link}" нужен register.address.`,
		link === 'serial'
			? 'Пример: "address": "/dev/ttyUSB0" или "address": "COM3"'
			: 'Пример: "address": "192.168.1.50:7778"',
	],
	addressForm: (problem) => [`${named(problem)} — не сервер:порт.`, 'Пример: "address": "192.168.1.50:7778"'],
	portMissing: ({params: {kind = ''}}) => [
		`Для дисплея "${kind}" нужен customer.display.port.`,
		'Пример: "port": "/dev/ttyACM0" или "port": "COM4"',
	],
	paperNeedsRegister: () => [
		'QR на ленте (customer.qrOn "paper") печатает ККМ, а register.link — "none".',
		'Настройте register или уберите "paper".',
	],
	displayNotSet: () => [
		'QR на дисплее (customer.qrOn "display"), а customer.display.kind — "none".',
		'Настройте customer.display или уберите "display".',
	],
	caFileMissing: (problem) => [
		`${named(problem)}: такого файла нет.`,
		'Положите файл PEM в папку кассы или напишите "caFile": null',
	],
	unknownKey: ({key, params: {nearest = ''}}) => [
		`Настройки «${key}» нет.`,
		nearest === '' ? 'Список: qrkassa settings show' : `Возможно, нужна «${nearest}».`,
	],
};

const placeOf = ({file, line}: SettingsProblem): string => (line === null ? file : `${file}, строка ${line}`);

const sentence: SettingsWording['sentence'] = (problem) => {
	const [what, mend] = said[problem.code](problem);
	return {place: placeOf(problem), what, mend};
};

export const settingsRu: SettingsWording = {
	rules,
	sentence,
	line: (problem) => {
		const {place, what, mend} = sentence(problem);
		return [`${place}: ${what}`, mend].filter((part) => part !== '').join(' ');
	},
	safe: 'Ничего не отправлено, файлы не изменены.',
	summary: (problems, warnings) =>
		problems === 0 && warnings === 0
			? 'Настройки в порядке.'
			: problems === 0
				? `Настройки в порядке, замечаний: ${warnings}.`
				: `Ошибок: ${problems}, замечаний: ${warnings}.`,
	warning: 'Замечание',
	byDefault: 'по умолчанию',
	copied: (file) => `${file}: взят без изменений.`,
	made: (file) => `${file}: создан.`,
	kept: (file, as) => `${file}: прежний сохранён как ${as}.`,
};
