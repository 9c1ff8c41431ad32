import {formatRubles} from '../../money.ts';
import type {ReportWording} from '../report.ts';
import {paymentEn} from './payment.ts';

const money = (amountKopecks: number): string => paymentEn.money(formatRubles(amountKopecks));

export const reportEn: ReportWording = {
	title: (day, till) => `Report for ${day}${till === '' ? '' : `. ${till}`}`,
	nothing: 'There were no payments on this day.',
	sums: {
		closed: 'paid, receipt closed',
		notClosed: 'paid, receipt NOT closed',
		late: 'late money, no receipt',
		refunded: 'returned to customers',
	},
	total: 'Total',
	received: 'received',
	returned: 'returned',
	kept: 'left with the shop',
	unpaid: 'Not paid',
	open: (count) => `OPEN MATTERS: ${count}`,
	running: 'payment under way',
	settle: 'To settle one: qrkassa resolve and the order.',
	byPerson: (count) => `Decided by a person: ${count}`,
	decided: (as, there) =>
		`decided: ${paymentEn.outcomes[as]}${there === null ? '' : `; payment system: ${paymentEn.statuses[there]}`}`,
	differences: (count) => `DIFFERENCES: ${count}`,
	difference: {
		'paid-there': ({amountKopecks, here}) =>
			`the payment system has ${money(amountKopecks)} as paid, we have: ${hereWord(here)}`,
		'not-paid-there': ({amountKopecks, there}) =>
			`we have ${money(amountKopecks)} as paid, the payment system: ${thereWord(there)}`,
		'other-amount': ({hereKopecks, thereKopecks, thereCurrency}) =>
			`amount: here ${money(hereKopecks)}, payment system ${formatRubles(thereKopecks)} ${thereCurrency}`,
		'returned-there': ({amountKopecks}) =>
			`the payment system returned ${money(amountKopecks)}, and we did not ask for it`,
		'no-document': ({fiscalDocument, amountKopecks}) =>
			`the register has no receipt of ${money(amountKopecks)}, fiscal document ${fiscalDocument}`,
		'other-document-amount': ({fiscalDocument, hereKopecks, thereKopecks}) =>
			`fiscal document ${fiscalDocument}: here ${money(hereKopecks)}, register ${money(thereKopecks)}`,
	},
	incomplete: (count) => `ROWS WITHOUT THE BEGINNING OF THEIR PAYMENT: ${count}`,
	notCompared: {
		gateway: 'Not compared with the payment system: no connection. Run the report again.',
		register: 'Not compared with the register.',
	},
	clean: 'THE DAY BALANCES: nothing is open, nothing differs.',
	notClean: 'THE DAY DOES NOT BALANCE: see to what is named above.',
};

function hereWord(here: Parameters<ReportWording['difference']['paid-there']>[0]['here']): string {
	if (here === 'running') return reportEn.running;
	return here === 'absent' ? 'no such order' : paymentEn.outcomes[here];
}

const thereWord = (there: Parameters<ReportWording['difference']['not-paid-there']>[0]['there']): string =>
	there === 'absent' ? 'no such order' : paymentEn.statuses[there];
