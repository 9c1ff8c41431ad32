import type {HelpWording} from '../help.ts';

export const helpRu: HelpWording = {
	title: 'qrkassa: касса для оплаты по QR-коду',
	usageWord: 'Вызов',
	optionsWord: 'Параметры',
	examplesWord: 'Примеры',
	commandsWord: 'Команды',
	exitCodesWord: 'Коды завершения',
	exitCodes: [
		[0, 'оплачено, чек закрыт (или у кассы нет ККТ)'],
		[1, 'ошибка самой программы; журнал цел'],
		[2, 'неверные параметры, ничего не отправлено'],
		[3, 'неверные настройки или сертификат, ничего не отправлено'],
		[4, 'оплата отклонена, чек открыт'],
		[5, 'время вышло, шлюз подтвердил, что оплаты нет; чек открыт'],
		[6, 'отменено и подтверждено шлюзом; чек открыт'],
		[7, 'конец неизвестен: решает qrkassa resolve; чек открыт'],
		[8, 'оплачено, но чек не закрыт: закрывает qrkassa resolve'],
		[9, 'ответ шлюза противоречит заказу: решает человек; чек открыт'],
		[10, 'шлюз отказался создать заказ; чек открыт'],
		[11, 'кассу держит другой процесс'],
	],
	console: {
		summary: 'Кассир: консоль кассы. Без кассы предлагает настройку и показ.',
		usage: ['[параметры]'],
		options: [],
		examples: [['qrkassa --till /var/lib/kassa1', 'консоль кассы из этой папки']],
	},
	everywhere: [
		['--till DIR', 'папка кассы (иначе $QRKASSA_TILL, $XDG_DATA_HOME/qrkassa, ~/.local/share/qrkassa)'],
		['--lang ru|en', 'язык (иначе язык кассы)'],
		['--no-color', 'без цветов (как и NO_COLOR)'],
		['--help', 'справка по команде'],
		['--version', 'версия'],
	],
	pages: {
		demo: {
			summary: 'Показ: своя касса во временной папке, шлюз и ККТ внутри. После себя ничего не оставляет.',
			usage: ['demo [--fault SPEC]'],
			options: [['--fault', 'неисправность ККТ, например FF45:loseClose или paperOutInside']],
			examples: [
				['qrkassa demo', 'консоль на учебном шлюзе'],
				['qrkassa demo | cat', 'одна оплата 1250,00 строка за строкой'],
			],
		},
		pay: {
			summary: 'Другая программа: одна оплата без консоли.',
			usage: [
				'pay --method sbp|webmoney|wechat|alipay --amount 1250.00 [--order ID] [--receipt FILE] [--no-print] [--description TEXT] [--timeout S] [--json]',
			],
			options: [
				['--method', 'система или код типа оплаты Кассира'],
				['--amount', 'сумма в рублях, запятая или точка, не больше двух знаков'],
				['--order', 'номер заказа; тот же номер никогда не платит дважды'],
				['--receipt', 'файл JSON со строками чека'],
				['--no-print', 'не печатать слип с QR; чек закрывается всё равно'],
				['--description', 'описание для шлюза'],
				['--timeout', 'время на всю операцию, секунд, от 10 до 3600'],
				['--json', 'строки JSON на стандартный вывод'],
			],
			examples: [
				['qrkassa pay --method sbp --amount 1250.00 --order A-1 --json', 'оплата для программы'],
				['qrkassa pay --method 7 --amount 99,90 --receipt чек.json', 'по коду типа оплаты, со строками чека'],
			],
		},
		setup: {
			summary: 'Администратор: мастер настройки, или перенос папки модуля.',
			usage: ['setup', 'setup --from DIR', 'setup --answers FILE.json', 'setup undo'],
			options: [
				['--from', 'папка с WebMoneySettings.txt, WebMoneyPaymentTypes.txt и сертификатом'],
				['--answers', 'ответы мастера в файле, без клавиатуры'],
				['--json', 'что сделано, строками JSON'],
			],
			examples: [['qrkassa setup --from /opt/kassir/Modules/WebMoney', 'взять настройки модуля как есть']],
		},
		settings: {
			summary: 'Администратор: показать, проверить, изменить настройки. Тайное всегда скрыто.',
			usage: ['settings show', 'settings get KEY', 'settings set KEY VALUE', 'settings check'],
			options: [['--json', 'JSON вместо слов']],
			examples: [
				['qrkassa settings check', 'файл, строка и как исправить'],
				['qrkassa settings set ResponseTimeoutS 240', 'время на всю операцию'],
				['qrkassa settings set register.address 192.168.137.111:7778', 'адрес ККТ'],
			],
		},
		doctor: {
			summary: 'Поддержка: проверяет каждое звено отдельно и называет сломанное.',
			usage: ['doctor [--json] [--fix]'],
			options: [
				['--json', 'JSON вместо слов'],
				['--fix', 'исправить то, что можно исправить самим'],
			],
			examples: [['qrkassa doctor', 'одна страница: что сломано и что делать']],
		},
		register: {
			summary: 'Администратор: фискальный регистратор сам по себе.',
			usage: [
				'register status',
				'register open-shift',
				'register close-shift',
				'register x-report',
				'register test-print',
				'register print-qr TEXT',
				'register table N [ROW FIELD [VALUE]]',
				'register names [--write]',
				'register continue',
				'register cancel-receipt',
				'register find [HOST:PORT …]',
				'register trace',
			],
			options: [
				['--json', 'JSON вместо слов'],
				['--yes', 'не переспрашивать'],
				['--write', 'записать названия типов оплаты в ККТ'],
			],
			examples: [
				['qrkassa register status', 'режим, смена, бумага, ФН'],
				['qrkassa register names', 'сверить названия типов оплаты с таблицей 5'],
			],
		},
		display: {
			summary: 'Покупатель: экран на втором терминале, следует за кассой.',
			usage: ['display'],
			options: [],
			examples: [['qrkassa display --till /var/lib/kassa1', 'QR, сумма и время для покупателя']],
		},
		tail: {
			summary: 'Поддержка: живой журнал кассы, только чтение.',
			usage: ['tail [--follow] [--json] [--since T]'],
			options: [
				['--follow', 'показывать дальше по мере событий'],
				['--json', 'строки JSON'],
				['--since', 'с какого времени: 2026-01-31T09:00, 2026-01-31, 15m, 2h, 1d'],
			],
			examples: [['qrkassa tail --follow --since 15m', 'последние 15 минут и дальше']],
		},
		report: {
			summary: 'Администратор: оплаты дня, сверенные со шлюзом и ККТ.',
			usage: ['report [--day YYYY-MM-DD] [--json]'],
			options: [
				['--day', 'день, иначе сегодня'],
				['--json', 'JSON вместо слов'],
			],
			examples: [['qrkassa report', 'итог сегодняшнего дня']],
		},
		resolve: {
			summary: 'Кассир, поддержка: довести до конца то, чей конец неизвестен, и закрыть оплаченные чеки.',
			usage: ['resolve [ORDER] [--as paid|not-paid|receipt|refund --note TEXT] [--json]'],
			options: [
				['--as', 'решение человека, если шлюз и ККТ не отвечают'],
				['--note', 'пояснение к решению'],
				['--json', 'строки JSON'],
			],
			examples: [
				['qrkassa resolve', 'решить всё, что могут решить шлюз и ККТ'],
				['qrkassa resolve A-1 --as not-paid --note "банк подтвердил"', 'решение человека'],
			],
		},
		refund: {
			summary: 'Старший кассир: вернуть деньги и напечатать чек возврата.',
			usage: ['refund ORDER [--amount A] [--json]'],
			options: [
				['--amount', 'часть суммы, иначе вся'],
				['--json', 'строки JSON'],
			],
			examples: [['qrkassa refund A-1', 'вернуть всю сумму заказа']],
		},
		journal: {
			summary: 'Поддержка: выгрузить журнал строками JSON, проверить его цепь.',
			usage: ['journal export', 'journal verify [FILE]'],
			options: [],
			examples: [['qrkassa journal verify', 'цела ли цепь журнала']],
		},
		'support-bundle': {
			summary: 'Поддержка: журнал, настройки без тайного, версии, выводы doctor в один файл.',
			usage: ['support-bundle FILE'],
			options: [],
			examples: [['qrkassa support-bundle /tmp/kassa1.json.gz', 'файл для поддержки']],
		},
		sandbox: {
			summary: 'Разработчик: учебный шлюз и виртуальный ККТ, до Ctrl-C.',
			usage: [
				'sandbox [--gateway-port N] [--register-port N] [--roll DIR] [--model NAME] [--fault NAME] [--till DIR]',
			],
			options: [
				['--gateway-port', 'порт шлюза, иначе свободный'],
				['--register-port', 'порт ККТ, иначе свободный'],
				['--roll', 'папка для ленты картинками'],
				['--model', 'модель ККТ'],
				['--fault', 'неисправность ККТ с самого начала'],
			],
			examples: [['qrkassa sandbox --gateway-port 8443 --register-port 7778', 'обе стороны провода']],
		},
		completion: {
			summary: 'Дополнение команд для оболочки.',
			usage: ['completion bash|zsh|fish'],
			options: [],
			examples: [['qrkassa completion bash > /etc/bash_completion.d/qrkassa', 'для bash']],
		},
		help: {
			summary: 'Справка.',
			usage: ['help [COMMAND]'],
			options: [],
			examples: [['qrkassa help pay', 'справка по команде pay']],
		},
	},
};
