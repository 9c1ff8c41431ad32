// По-русски: что сломано, что это значит и что сделать; то, о чём у других комнат слов нет.
import type {DoctorWording} from '../doctor.ts';
import {paymentRu} from './payment.ts';

const {systems} = paymentRu;
const noReceipt = 'Чек не пробить: оплата не начнётся.';
const noNewPayment = 'Новая оплата не начнётся: её не на чем записать.';
const mib = (bytes: number): number => Math.floor(bytes / 1024 / 1024);

const opening: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'по этому адресу никто не слушает',
	ETIMEDOUT: 'нет ответа',
	EHOSTUNREACH: 'нет пути',
	ENETUNREACH: 'нет сети',
	ENOTFOUND: 'имя не найдено',
};

export const doctorTroublesRu: DoctorWording['troubles'] = {
	CERTIFICATE_OPEN: ({file}) => [
		`Файл ${file} могут читать другие пользователи.`,
		'Платить можно, но ключ кассы может утечь.',
		'qrkassa doctor --fix закроет его.',
	],
	CLOCK_DRIFTS: ({aheadS}) => [
		`Часы кассы ${aheadS > 0 ? 'отстают от часов шлюза' : 'спешат'} на ${Math.abs(aheadS)} с.`,
		'Пока платить можно; при расхождении больше 5 минут шлюз откажет.',
		'Поставьте верное время и включите его сверку (NTP).',
	],
	SYSTEMS_MISSING: ({missing, offered}) => [
		`Шлюз не предлагает этой кассе: ${missing.map((system) => systems[system]).join(', ')}.`,
		offered.length === 0 ? 'Платить нечем.' : 'Этим платить нельзя, остальным можно.',
		'Попросите платёжную систему подключить или уберите код в WebMoneyPaymentTypes.txt.',
	],
	REGISTER_UNREACHABLE: ({address, detail}) => [
		`До ККТ не дойти (${address}): ${opening[detail] ?? detail}.`,
		noReceipt,
		'Проверьте питание и кабель ККТ, потом её адрес: register.address в till.json.',
	],
	REGISTER_SILENT: ({address, baudRate}) => [
		baudRate === null ? `ККТ на ${address} молчит.` : `ККТ на ${address} молчит на скорости ${baudRate}.`,
		noReceipt,
		baudRate === null
			? 'Проверьте, что по этому адресу именно ККТ: qrkassa register find.'
			: 'Проверьте скорость: qrkassa register find перепробует все.',
	],
	STORAGE_EXPIRED: ({expires}) => [
		`Срок фискального накопителя истёк ${expires}.`,
		noReceipt,
		'Замените накопитель.',
	],
	DISPLAY_MISSING: ({port, found}) => [
		`Порта дисплея ${port} нет.${found.length === 0 ? '' : ` Есть: ${found.join(', ')}.`}`,
		'На дисплее покупателя QR не появится.',
		'Включите дисплей или исправьте customer.display.port в till.json.',
	],
	DISPLAY_DENIED: ({port}) => [
		`К порту дисплея ${port} нет доступа.`,
		'На дисплее покупателя QR не появится.',
		'Добавьте того, кто запускает кассу, в группу порта (часто dialout) и войдите заново.',
	],
	DISPLAY_NO_PORT: ({port}) => [
		`${port} — не порт.`,
		'На дисплее покупателя QR не появится.',
		'Исправьте customer.display.port в till.json.',
	],
	TERMINAL_LOCALE: ({locale, isQrLost}) => [
		`Язык терминала не в UTF-8 (${locale}).`,
		isQrLost
			? 'QR такими знаками на этом экране не поместится; русские буквы могут не читаться.'
			: 'Рамки и QR рисуются простыми знаками; русские буквы могут не читаться.',
		'Поставьте LANG=ru_RU.UTF-8 (или C.UTF-8) и войдите заново.',
	],
	TERMINAL_NO_COLOURS: ({term}) => [
		`Терминал «${term}» не показывает цветов.`,
		'QR на этом экране не показать.',
		'Поставьте TERM=xterm-256color или печатайте QR на ленте (customer.qrOn).',
	],
	TERMINAL_SMALL: ({columns, rows, needed}) => [
		`Окно ${columns}×${rows}, для QR нужно ${needed.columns}×${needed.rows}.`,
		'QR на этом экране не поместится.',
		'Увеличьте окно или уменьшите шрифт.',
	],
	TERMINAL_NARROW: ({columns, rows}) => [
		`Окно ${columns}×${rows}: QR рядом с текстом не помещается.`,
		'QR виден только на весь экран, по F3.',
		'Увеличьте окно до 80×24.',
	],
	TERMINAL_NO_QR: () => [
		'Показ QR на экране выключен (ui.qr "none"), а другого места нет.',
		'Покупателю негде увидеть QR.',
		'Поставьте ui.qr "auto" или добавьте ленту в customer.qrOn.',
	],
	DISK_LOW: ({freeBytes}) => [
		`На диске кассы свободно ${mib(freeBytes)} МиБ.`,
		'Платить можно, пока место есть.',
		'Освободите место.',
	],
	DISK_FULL: () => ['На диске кассы нет места.', noNewPayment, 'Освободите место.'],
	DISK_READ_ONLY: () => [
		'В папку кассы нельзя писать.',
		noNewPayment,
		'Верните право записи тому, кто запускает кассу; проверьте, не смонтирован ли диск только для чтения.',
	],
	DISK_FAILS: ({errno}) => [
		`Диск кассы не принимает запись (${errno}).`,
		noNewPayment,
		'Скопируйте папку кассы и замените диск.',
	],
	DISK_SLOW: ({fsyncMs}) => [
		`Надёжная запись на диск занимает ${fsyncMs} мс.`,
		'Платить можно, но каждый шаг оплаты ждёт диска.',
		'Проверьте диск; не держите папку кассы на сетевом диске и на карте памяти.',
	],
	JOURNAL_LONG: ({rows}) => [
		`Журнал велик: за отведённое время проверено строк ${rows}, они целы.`,
		'Платить можно; остаток не проверен.',
		'Проверьте до конца: qrkassa journal verify.',
	],
	JOURNAL_OPEN: ({orderIds}) => [
		`Не закончено оплат: ${orderIds.length} (${orderIds.slice(0, 3).join(', ')}${orderIds.length > 3 ? '…' : ''}).`,
		'Деньги по ним не потеряны, но решение не принято.',
		'Запустите: qrkassa resolve.',
	],
	JOURNAL_KEPT: ({files}) => [
		`Рядом лежит повреждённый журнал: ${files.join(', ')}.`,
		'Платить можно; прежние записи в нём.',
		'Отдайте его поддержке и уберите из папки кассы.',
	],
	VERSION_OLD_CONSOLE: ({running, installed}) => [
		`Кассу держит qrkassa ${running}, а установлена ${installed}.`,
		'Платить можно; новое ещё не действует.',
		'Закройте и откройте консоль между покупателями.',
	],
	PROBE_LATE: ({limitS}) => [
		`Проверка не закончилась за ${limitS} с.`,
		'Это звено не отвечает.',
		'Повторите; если снова так же, покажите поддержке.',
	],
	PROBE_FAILED: ({detail}) => [
		`Проверка сорвалась: ${detail}.`,
		'Об этом звене ничего не известно.',
		'Покажите это поддержке.',
	],
};
