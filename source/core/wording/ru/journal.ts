// Sentences about the journal, in Russian.
import type {JournalDamage, JournalWording} from '../journal.ts';

const faults: Readonly<Record<Parameters<JournalWording['fault']>[0]['code'], string>> = {
	DISK_FULL: 'На диске нет места. Записанное цело. Освободите место на диске.',
	READ_ONLY: 'Диск только для чтения. Записанное цело. Верните диску право записи.',
	DISK_ERROR: 'Ошибка диска. Позовите администратора: диск может выйти из строя.',
	CANNOT_OPEN: 'Файл журнала не открывается. Проверьте права на папку кассы и место на диске.',
	BUSY: 'Файл журнала занят другой программой. Закройте её и повторите.',
	DAMAGED: 'Файл журнала испорчен. Запустите кассу заново: она отложит его и начнёт новый.',
	MOVED: 'Файл журнала убрали во время работы. Верните journal.sqlite в папку кассы и запустите её заново.',
	NEWER: 'Журнал записан более новой программой. Он не изменён. Обновите qrkassa.',
	OTHER: 'Журнал не работает. Позовите администратора.',
};

const reasons: Readonly<Record<JournalDamage['reason'], string>> = {
	hash: 'строка изменена после записи',
	gap: 'строки пропали',
	unreadable: 'файл дальше не читается',
	tail: 'конец журнала пропал',
	missing: 'файла нет в папке кассы',
};

const missing = (file = ''): string =>
	`Журнал прошлых месяцев ${file} пропал: ${reasons.missing}. Остальные месяцы целы. Верните файл из копии: без него касса не знает тех оплат.`;

const damage: JournalWording['damage'] = ({seq, reason, lastAt, rowsAfter, ordersAfter, file}) => {
	if (reason === 'missing') return missing(file);
	return [
		`Журнал${file === undefined ? '' : ` ${file}`} повреждён со строки ${seq}: ${reasons[reason]}.`,
		lastAt === null ? 'Целых строк нет.' : `До неё всё цело, последняя запись ${lastAt}.`,
		rowsAfter > 0 ? `Дальше не используется строк: ${rowsAfter}.` : '',
		ordersAfter.length > 0 ? `В них оплаты: ${ordersAfter.join(', ')}.` : '',
	]
		.filter((part) => part !== '')
		.join(' ');
};

export const journalRu: JournalWording = {
	fault: ({code, detail}) => `${faults[code]}${detail === '' ? '' : ` (${detail})`}`,
	damage,
	broken: (broken) =>
		[
			damage(broken.damage),
			'Касса работает дальше в новом файле.',
			broken.keptAs === null ? '' : `Повреждённый сохранён: ${broken.keptAs}.`,
			broken.doubtful.length > 0
				? `Решить человеку: ${broken.doubtful.join(', ')} (qrkassa resolve).`
				: 'Сверьте последние оплаты с платёжной системой.',
		]
			.filter((part) => part !== '')
			.join(' '),
	whole: (rows) => `Журнал цел, строк: ${rows}.`,
};
