// По-русски: что видит doctor, что это значит, что сделать и кто может.
import type {DoctorWording} from '../doctor.ts';
import {doctorSoundRu} from './doctor-sound.ts';
import {doctorTroublesRu} from './doctor-troubles.ts';

const names: DoctorWording['names'] = {
	settings: 'Настройки',
	certificate: 'Сертификат кассы',
	dns: 'Имя сервера (DNS)',
	tcp: 'Соединение (TCP)',
	tls: 'Защита (TLS)',
	clientCertificate: 'Сертификат принят',
	service: 'Служба шлюза',
	signature: 'Подпись',
	clock: 'Часы',
	systems: 'Платёжные системы',
	registerLink: 'Связь с ККТ',
	registerState: 'Состояние ККТ',
	shift: 'Смена',
	paper: 'Лента',
	storage: 'Накопитель (ФН)',
	display: 'Дисплей покупателя',
	terminal: 'Терминал',
	disk: 'Диск',
	journal: 'Журнал',
	version: 'Версия',
};

const noPayment = 'Оплаты по QR не будет, пока это не исправлено.';

export const doctorRu: DoctorWording = {
	names,
	helpers: {
		cashier: 'кассир',
		admin: 'администратор',
		paymentSystem: 'платёжная система',
		registerService: 'сервис ККТ',
	},
	sound: doctorSoundRu,
	troubles: doctorTroublesRu,
	means: {
		setting: 'Касса не начнёт ни одной оплаты.',
		settingOdd: 'Платить можно.',
		certificate: 'Шлюз не узнает кассу: оплаты по QR не будет.',
		certificateOdd: 'Пока платить можно.',
		gateway: {
			dns: `Касса не знает, где шлюз. ${noPayment}`,
			tcp: `До шлюза не дойти. ${noPayment}`,
			tls: `Касса не уверена, что это шлюз, и ничего ему не скажет. ${noPayment}`,
			certificate: `Шлюз не признаёт эту кассу. ${noPayment}`,
			service: `Связь есть, но отвечает не шлюз или он неисправен. ${noPayment}`,
			signature: `Шлюз не верит вопросам этой кассы. ${noPayment}`,
			clock: `С такими часами шлюз отвергает вопросы кассы. ${noPayment}`,
			answer: `Касса не понимает ответов шлюза. ${noPayment}`,
		},
		register: 'Чек сейчас не пробить: оплата не начнётся.',
		storage: 'Чек сейчас не пробить: оплата не начнётся.',
		journalBroken:
			'Следующему верить нельзя. При открытии касса отложит этот файл и пойдёт дальше в новом; ничего не пропадёт.',
		journalUnreadable: 'Новая оплата не начнётся.',
	},
	todo: {
		storage: 'Позовите сервис ККТ.',
		journalBroken:
			'Отдайте журнал поддержке: qrkassa support-bundle ФАЙЛ; потом сверьте день: qrkassa report.',
		journalUnreadable: 'Верните journal.sqlite тому, кто запускает кассу (владелец, права), и повторите.',
	},
	storageSilent: 'Фискальный накопитель не отвечает.',
	more: (count) => `И ещё таких: ${count}.`,
	skipped: {
		AFTER: ({id}) => `не проверялось: сначала «${names[id]}»`,
		ABSENT: () => 'в этой кассе не настроено',
		HELD: ({command, pid}) => `не проверялось: кассу держит ${command} (процесс ${pid}), ККТ не спрашиваем`,
		GAVE_WAY: () => 'не проверялось: кассу только что открыли, мы уступили ей ККТ',
		NO_TERMINAL: () => 'не проверялось: вывод идёт не на терминал',
		NO_PING: () => 'не проверялось: у этого шлюза нет проверочного вопроса',
	},
	labels: {means: 'Значит', todo: 'Сделать', who: 'Кто'},
	deeds: {
		MODE: ({file, from, to}) => `Исправлено: права ${file} были ${from}, стали ${to}.`,
		REMOVED: ({file}) => `Исправлено: убран ${file}, остаток прерванной записи.`,
		FAILED: ({file, errno}) => `Не исправить: ${file} (${errno}).`,
	},
	nothingToFix: 'Исправлять в папке кассы нечего.',
	summary: (broken, warnings, skipped) => {
		const notChecked = skipped === 0 ? '' : ` Не проверялось: ${skipped}.`;
		if (broken.length > 0) return `Сломано: ${broken.join(', ')}.${remarks(warnings)}${notChecked}`;
		if (warnings.length > 0) return `Сломанного нет.${remarks(warnings)}${notChecked}`;
		return `Всё в порядке.${notChecked}`;
	},
	bundleWritten: (file, rows) =>
		`Готово: ${file}. Строк журнала: ${rows}. Тайного внутри нет, QR-коды укорочены. Передайте файл поддержке.`,
	bundleExists: (file) => `Файл ${file} уже есть, он не тронут. Назовите другой.`,
	bundleFailed: (file, errno) => `Файл ${file} не записать (${errno}). Назовите другое место.`,
};

const remarks = (warnings: readonly string[]): string =>
	warnings.length === 0 ? '' : ` Замечания: ${warnings.join(', ')}.`;
