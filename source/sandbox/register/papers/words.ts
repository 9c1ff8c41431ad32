// Words of the tape for the codes of FF46h and FF45h (reference, section 7.2).

const taxRates: Readonly<Record<number, string>> = {
	// No bit at all: some clients send it, and nothing is charged.
	0: 'БЕЗ НДС',
	1: 'НДС 20%',
	2: 'НДС 10%',
	4: 'НДС 0%',
	8: 'БЕЗ НДС',
	16: 'НДС 20/120',
	32: 'НДС 10/110',
	129: 'НДС 5%',
	130: 'НДС 7%',
	132: 'НДС 5/105',
	// Two sources name two bytes for 7/107; both are taken.
	136: 'НДС 7/107',
	144: 'НДС 7/107',
};

/** Name of a rate of FF46h, undefined for a byte that is no rate. */
export const taxRateName = (rate: number): string | undefined => taxRates[rate];

const methods = [
	'ПРЕДОПЛАТА 100%',
	'ПРЕДОПЛАТА',
	'АВАНС',
	'ПОЛНЫЙ РАСЧЕТ',
	'ЧАСТИЧНЫЙ РАСЧЕТ',
	'ПЕРЕДАЧА В КРЕДИТ',
	'ОПЛАТА КРЕДИТА',
];

export const methodName = (method: number): string | undefined => methods[method - 1];

const subjects: Readonly<Record<number, string>> = {
	1: 'ТОВАР',
	3: 'РАБОТА',
	4: 'УСЛУГА',
	10: 'ПЛАТЕЖ',
};

export const subjectName = (subject: number): string => subjects[subject] ?? `ПРЕДМЕТ РАСЧЕТА ${subject}`;

const taxSystems = ['ОСН', 'УСН ДОХОД', 'УСН ДОХОД-РАСХОД', 'ЕНВД', 'ЕСХН', 'ПСН'];

/** Name of a tax system's bit; empty for 0, undefined for what is no single bit. */
export function taxSystemName(bit: number): string | undefined {
	if (bit === 0) return '';
	const index = Math.log2(bit);
	return Number.isInteger(index) ? taxSystems[index] : undefined;
}
