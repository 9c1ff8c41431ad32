// The tables as they leave the factory. Fields that the reference does not name are there by number, so that a reader can walk all.
import {numeric, type Table, textual} from './schema.ts';

const unnamed = (from: number, to: number) =>
	Array.from({length: to - from + 1}, (_, index) => numeric(`НАСТРОЙКА ${from + index}`, 1, 255));

const paymentNames = [
	'НАЛИЧНЫМИ',
	'ОПЛАТА 1',
	'ОПЛАТА 2',
	'ПЛАТ. КАРТОЙ',
	...Array.from({length: 9}, (_, index) => `РАСШИРЕННАЯ ОПЛАТА ${index + 1}`),
	'ПРЕДОПЛАТА(АВАНС)',
	'ПОСТОПЛАТА(КРЕДИТ)',
	'ВСТРЕЧНОЕ ПРЕДОСТАВЛЕНИЕ',
];

const taxNames = ['НДС 20%', 'НДС 10%', 'НДС 0%', 'БЕЗ НДС', 'НДС 20/120', 'НДС 10/110', 'НДС 5%', 'НДС 7%'];

const operatorName = (row: number): string =>
	row === 30 ? 'СИСТ. АДМИНИСТРАТОР' : row === 29 ? 'АДМИНИСТРАТОР' : `КАССИР ${row}`;

export const factoryTables: readonly Table[] = [
	{
		number: 1,
		name: 'ТИП И РЕЖИМ КАССЫ',
		rows: 1,
		fields: [
			numeric('НОМЕР ККТ', 1, 99, 1, 1),
			...unnamed(2, 6),
			numeric('ОТРЕЗКА ЧЕКА', 1, 2, 2),
			...unnamed(8, 13),
			{...numeric('НАЧИСЛЕНИЕ НАЛОГОВ', 1, 2), needsClosedShift: true},
			...unnamed(15, 19),
			numeric('ПЕЧАТЬ ЧЕКА ПО ЗАКРЫТИЮ', 1, 1, 1),
			...unnamed(21, 21),
			numeric('ОТРЕЗКА ПРИ ОТКРЫТОМ ЧЕКЕ', 1, 1),
			numeric('ЗАПРЕТ НУЛЕВЫХ ЧЕКОВ', 1, 1, 1),
			...unnamed(24, 40),
			numeric('ПЕЧАТЬ QR-КОДА РЕКВИЗИТОВ', 1, 1),
		],
	},
	{
		number: 2,
		name: 'ПАРОЛИ КАССИРОВ И АДМИНИСТРАТОРОВ',
		rows: 30,
		fields: [
			{name: 'ПАРОЛЬ', type: 'number', size: 4, min: 1, max: 99_999_999, initial: (row) => row},
			textual('ИМЯ', 21, operatorName),
		],
	},
	{
		number: 4,
		name: 'ТЕКСТ В ЧЕКЕ',
		rows: 14,
		fields: [
			textual('ТЕКСТ В ЧЕКЕ', 57, (row) =>
				row === 1 ? 'МАГАЗИН «ПРОБА»' : row === 2 ? 'УЛ. УЧЕБНАЯ, 1' : '',
			),
		],
	},
	{
		number: 5,
		name: 'НАИМЕНОВАНИЯ ТИПОВ ОПЛАТЫ',
		rows: 16,
		fields: [
			{...textual('НАИМЕНОВАНИЕ ТИПА ОПЛАТЫ', 57, (row) => paymentNames[row - 1] ?? ''), fixed: 'first-row'},
		],
	},
	{
		number: 6,
		name: 'НАЛОГОВЫЕ СТАВКИ',
		rows: taxNames.length,
		fields: [
			{...numeric('ВЕЛИЧИНА НАЛОГА', 2, 9999), needsClosedShift: true},
			{...textual('НАЗВАНИЕ НАЛОГА', 57, (row) => taxNames[row - 1] ?? ''), needsClosedShift: true},
		],
	},
	{
		number: 17,
		name: 'РЕГИОНАЛЬНЫЕ НАСТРОЙКИ',
		rows: 1,
		fields: [
			...unnamed(1, 6),
			numeric('RUS НЕ ПЕЧАТАТЬ ДОКУМЕНТ', 1, 2),
			...unnamed(8, 16),
			numeric('RUS ФОРМАТ ФД', 1, 4, 2),
			...unnamed(18, 35),
			numeric('RUS РАСШИРЕННЫЕ ОТВЕТЫ', 1, 1),
		],
	},
	{
		number: 18,
		name: 'ФИСКАЛЬНЫЙ НАКОПИТЕЛЬ',
		rows: 1,
		fields: [
			{...textual('ЗАВОДСКОЙ НОМЕР ККТ', 20, () => '0000000000012345'), fixed: 'always'},
			{...textual('ИНН', 12, () => '771234567859'), fixed: 'always'},
			{...textual('РЕГ. НОМЕР ККТ', 20, () => '0000000001000000'), fixed: 'always'},
			{...textual('НОМЕР ФН', 16, () => '9999078900001234'), fixed: 'always'},
			{...numeric('СИСТЕМЫ НАЛОГООБЛОЖЕНИЯ', 1, 63, 63), fixed: 'always'},
			{...numeric('РЕЖИМ РАБОТЫ', 1, 255), fixed: 'always'},
			textual('ПОЛЬЗОВАТЕЛЬ', 128, () => 'ООО «ПРОБА» (ТЕСТ)'),
			textual('ОПЕРАТОР', 64),
			textual('АДРЕС РАСЧЕТОВ', 128, () => 'Г. МОСКВА, УЛ. УЧЕБНАЯ, 1'),
		],
	},
	{
		number: 19,
		name: 'ПАРАМЕТРЫ ОФД',
		rows: 1,
		fields: [textual('СЕРВЕР', 64, () => 'ofd.invalid'), numeric('ПОРТ', 2, 65_535, 7777)],
	},
	{
		number: 21,
		name: 'СЕТЕВЫЕ НАСТРОЙКИ',
		rows: 1,
		fields: [...unnamed(1, 2), numeric('ЗАПУСК СЕРВЕРА', 1, 1, 1), numeric('TCP ПОРТ', 2, 65_535, 7778)],
	},
];
