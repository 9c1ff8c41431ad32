import type {CliWording} from '../cli.ts';

const amountFaults = {
	empty: 'сумма пустая',
	form: 'это не сумма: нужны только цифры и запятая или точка, без пробелов и знаков',
	decimals: 'копеек не больше двух цифр',
	'too-small': 'сумма должна быть не меньше 0,01',
	'too-large': 'сумма должна быть не больше 99999999,99',
};

const receiptRules: Readonly<Record<string, string>> = {
	object: 'нужен объект {"lines":[…],"email":null,"phone":null}',
	lines: 'нужен список от 1 до 1000 строк',
	line: 'строка чека должна быть объектом',
	name: 'нужно название от 1 до 128 знаков',
	price: 'нужна цена целым числом копеек, больше нуля',
	quantity: 'нужно количество текстом, например "2.000"',
	vat: 'ставка НДС: none, 0, 5, 7, 10, 20 или 22',
	email: 'нужен адрес почты до 64 знаков или null',
	phone: 'нужен телефон из 10–15 цифр или null',
	unknown: 'такого поля нет',
};

export const cliRu: CliWording = {
	usage: (line) => `Вызов: ${line}`,
	seeHelp: (command) => `Справка: qrkassa ${command === null ? 'help' : `${command} --help`}`,
	unknownCommand: (word, nearest) =>
		`Команды ${word} нет.${nearest === null ? '' : ` Возможно, нужна «${nearest}».`}`,
	unknownOption: (word, command, nearest) =>
		`Параметра ${word} нет${command === null ? '' : ` у команды «${command}»`}.${nearest === null ? '' : ` Возможно, нужен ${nearest}.`}`,
	optionValue: (word) => `У параметра ${word} не то значение: проверьте, нужно ли оно ему.`,
	optionTwice: (word) => `Параметр ${word} указан дважды: оставьте один.`,
	wordCount: (command, least, most) =>
		`Команде «${command}» нужно слов: ${least === most ? least : `от ${least} до ${most}`}.`,
	language: (word) => `Язык ${word} неизвестен: --lang ru или --lang en.`,
	methodMissing: 'Не указана система: --method sbp, webmoney, wechat, alipay или код типа оплаты.',
	method: (word) =>
		`Системы ${word} нет: --method sbp, webmoney, wechat, alipay или код типа оплаты цифрами.`,
	notLinked: (word, linked) =>
		`Система ${word} на этой кассе не настроена. Настроены: ${linked.length > 0 ? linked.join(', ') : 'ни одной'}. Ничего не отправлено.`,
	amountMissing: 'Не указана сумма: --amount 1250.00',
	amount: (word, fault) => `Сумма ${word}: ${amountFaults[fault]}. Пример: --amount 1250.00`,
	order: (word) => `Номер заказа ${word}: нужно 1–64 знака из A–Z a–z 0–9 . _ -`,
	orderDiffers: (orderId) =>
		`Заказ ${orderId} уже был с другой суммой или системой. Ничего не отправлено: возьмите новый номер.`,
	orderUnknown: (orderId) => `Заказа ${orderId} в журнале этой кассы нет.`,
	timeout: (word) => `Время ${word}: нужно целое число секунд от 10 до 3600.`,
	description: 'Описание: не больше 128 знаков, без переводов строк.',
	receiptUnreadable: (file) => `Файл чека ${file} не читается: проверьте путь и права.`,
	receiptNotJson: (file) => `Файл чека ${file}: это не JSON.`,
	receiptTooLong: (file) => `Файл чека ${file} больше 1 МиБ.`,
	receiptField: (file, path, rule) =>
		`Файл чека ${file}${path === '' ? '' : `, поле ${path}`}: ${receiptRules[rule] ?? rule}.`,
	receiptSum: (file, sum, amount) =>
		`Файл чека ${file}: сумма строк ${sum} не равна сумме оплаты ${amount}. Ничего не отправлено.`,
	held: (holder) =>
		`Эту кассу уже держит другой процесс${holder === null ? '' : `: ${holder.command}, номер ${holder.pid}, с ${holder.since}`}. Закройте его или дождитесь конца.`,
	journalRefuses: (text) =>
		`Журнал не принимает запись (${text}). Оплата не начата, ничего не отправлено. Освободите место на диске.`,
	registerRefuses: (text, advice) => `${text} Оплата не начата, ничего не отправлено. ${advice}`,
	bug: (detail) =>
		`Ошибка программы: ${detail}. Журнал цел; начатая оплата продолжится при следующем запуске. Сообщите поддержке.`,
	day: (word) => `День ${word}: нужен вид ГГГГ-ММ-ДД.`,
	since: (word) => `Время ${word}: нужен вид 2026-01-31T09:00, 2026-01-31 или 15m, 2h, 1d.`,
	port: (word) => `Порт ${word}: нужно число от 0 до 65535.`,
	resolveAs: (word) => `Решение ${word}: paid, not-paid, receipt или refund; с пояснением --note.`,
	nothingOpen: 'Открытых вопросов нет.',
	secretPrompt: (key) => `${key} (не виден при вводе):`,
	secretOnLine: (key) =>
		`Секрет в командной строке виден всем на этой машине. Лучше так: qrkassa settings set ${key} - (спросит сам или прочтёт стандартный ввод).`,
	pinPrompt: 'ПИН-код (не виден при вводе):',
	pinWrong: 'ПИН-код не подошёл. Ничего не сделано.',
	pinWait: (waitS) =>
		`ПИН-код вводили неверно несколько раз подряд. Следующая попытка через ${waitS < 120 ? `${waitS} с` : `${Math.ceil(waitS / 60)} мин`}.`,
	pinUncounted: (errno) =>
		`ПИН-код не проверен: папка кассы не принимает запись (${errno}). Ничего не сделано. Освободите место на диске.`,
	noTillYet: 'Кассы здесь ещё нет. Настройка: qrkassa setup. Показ без настройки: qrkassa demo.',
	following: 'Живой журнал кассы. Выход: Ctrl-C.',
	done: 'Готово.',
	noRegister:
		'У этой кассы ККТ не настроен. Настройка: qrkassa settings set register.link tcp (или serial) и register.address.',
	registerNotFound:
		'ККТ не найден: проверьте питание, кабель и адрес. Можно назвать адреса: qrkassa register find 192.168.1.50:7778',
	needsYes: 'Без терминала нужно подтверждение: --yes. Ничего не сделано.',
	closeShift: 'Закрыть смену (Z-отчёт)? Отменить это нельзя. [да/нет]',
	cancelReceipt: 'Аннулировать чек, открытый в ККТ? [да/нет]',
	namesDiffer: 'Названия расходятся. Записать названия кассы в ККТ: qrkassa register names --write',
	traceRefused: (file, detail) =>
		`Трасса ККТ не пишется: файл ${file} не открылся (${detail}). Касса работает как всегда.`,
	traceUnreadable: (file) => `Файл трассы ${file} не читается: проверьте путь и права.`,
	traceLine: (file, line) =>
		`Файл трассы ${file}, строка ${line}: это не строка трассы. Трассу пишет qrkassa register trace --json.`,
	traceEmpty: (file) => `В файле трассы ${file} нет ни одной команды.`,
	model: (word, known) => `Модели ККТ ${word} нет. Есть: ${known.join(', ')}.`,
	fault: (word) => `Неисправность ${word} не понятна. Пример: --fault FF45:loseClose`,
	foreignTill: (file) =>
		`В этой папке настройки настоящей кассы (${file}): учебная касса их не тронет. Возьмите другую папку.`,
	portTaken: 'Порт занят или недоступен: возьмите другой.',
	displayNeedsTerminal: 'Экрану покупателя нужен терминал: запустите qrkassa display на втором терминале.',
	noJournal: 'Журнала в этой папке ещё нет.',
	journalUnreadable: 'Журнал не читается: проверьте папку кассы и диск (qrkassa doctor).',
	terminalNeeded: 'Консоли нужен терминал. Без терминала: qrkassa pay (справка: qrkassa help pay).',
};
