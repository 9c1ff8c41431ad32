// In English: what the program says about the fiscal register.
import {formatRubles} from '../../money.ts';
import type {RegisterWording} from '../register.ts';
import {registerCuresEn} from './register-cures.ts';
import {registerErrorsEn} from './register-errors.ts';

const nothingLost = 'Nothing was printed and nothing is lost.';
const notKnown =
	'It is not known whether the command was carried out: do not repeat it, the documents of the register will tell.';
const kinds = ['sale', 'buy', 'sale refund', 'buy refund'];
const warnings = {
	replaceIn3Days: 'The fiscal storage expires in less than 3 days.',
	replaceIn30Days: 'The fiscal storage expires in less than 30 days.',
	memory90: 'The memory of the fiscal storage is 90 % full.',
	operatorSilent: 'The fiscal data operator has not answered for long.',
};

export const registerEn: RegisterWording = {
	troubles: {
		LINK: ({detail}) => [
			detail === '' ? 'The register does not answer.' : `The register does not answer (${detail}).`,
			nothingLost,
			'Check its power and cable, and its address in the settings.',
		],
		NO_ANSWER: ({command}) => [
			`The register did not answer command ${command}h.`,
			notKnown,
			'Leave the register on and wait for the check.',
		],
		PAPER: () => [
			'The register is out of receipt paper.',
			'Money and documents are safe.',
			'Put paper in: printing goes on by itself.',
		],
		COVER: () => ['The cover of the register is open.', nothingLost, 'Close the cover.'],
		PRINTING: () => [
			'The register has been printing for long.',
			'Money and documents are safe.',
			'Wait until it is done.',
		],
		SHIFT_EXPIRED: () => [
			'The shift in the register is older than 24 hours.',
			nothingLost,
			'Close the shift (Z report); a new one opens with the first payment.',
		],
		SHIFT_CLOSED: () => [
			'The shift in the register is closed.',
			nothingLost,
			'Open the shift and try again.',
		],
		FOREIGN_RECEIPT: ({kind, totalKopecks, operations}) => [
			`A receipt of someone else is open in the register: ${kinds[kind] ?? 'another document'}, operations ${operations}${
				totalKopecks === null ? '' : `, total ${formatRubles(totalKopecks)} ₽`
			}.`,
			'The program will not touch it.',
			'Finish it where it was begun, or cancel it: qrkassa register cancel-receipt.',
		],
		MODE: ({mode}) => [
			`The register is in service mode ${mode}${modes[mode] ?? ''}.`,
			nothingLost,
			'Call whoever services the register.',
		],
		STORAGE_PHASE: ({phase}) => [
			`The fiscal storage is not in working order (phase ${phase}).`,
			nothingLost,
			'Selling is not allowed: call the service.',
		],
		STORAGE_WARNING: ({warning}) => [
			warnings[warning],
			'Selling is still allowed.',
			warning === 'operatorSilent' || warning === 'memory90'
				? 'Check the link of the register to the operator (ОФД).'
				: 'Order a new storage.',
		],
		CLOCK: ({registerTime, minutes}) => [
			`The clock of the register (${registerTime}) differs from the computer by ${minutes} min.`,
			'Selling is allowed.',
			'See which clock is right; the clock of the register is set with the shift closed.',
		],
		SLOT_NAME: ({slot, name, found}) => [
			`Payment type ${slot} is called “${found}” in the register and “${name}” in the till.`,
			'Selling is allowed: the receipt shows the name from the register.',
			'Write the names into the register: qrkassa register names --write.',
		],
		SUM_DIFFERS: ({expectedKopecks, foundKopecks}) => [
			`The total in the register is ${formatRubles(foundKopecks)} ₽ instead of ${formatRubles(expectedKopecks)} ₽.`,
			'The receipt is not closed.',
			'Check discounts and rounding in the tables of the register, call support.',
		],
		SLOT: ({slot}) => [
			`This register takes no payment of type ${slot}.`,
			'The receipt is not closed.',
			'Choose a payment type from 2 to 4 in the settings.',
		],
		LINE: ({name}) => [
			`The line “${name}” cannot be sold: its quantity or price is wrong.`,
			'The receipt was not begun.',
			'Correct the line.',
		],
		VAT_NOT_POSSIBLE: ({vat}) => [
			`This register does not know the VAT rate ${vat} %.`,
			'The receipt was not begun.',
			'Check the rate or update the register.',
		],
		NOT_CLOSED: () => [
			'The receipt is not closed: the document numbers of the register prove it.',
			'The money is in, the receipt may be made anew.',
			'Make the receipt again.',
		],
		OTHER_STORAGE: ({expected, found}) => [
			`Another storage is in the register: ${found} instead of ${expected}.`,
			'Whether the receipt was closed, this register cannot tell.',
			'Compare with the operator (ОФД) and decide by hand: qrkassa resolve.',
		],
		OTHER_DOCUMENTS: ({from, to}) => [
			`Documents ${from} to ${to} of the register do not tell whether the receipt is ours.`,
			'The program will not make it a second time.',
			'Compare with the operator (ОФД) and decide by hand: qrkassa resolve.',
		],
		UNSETTLED: () => [
			'Whether the receipt is closed could not be found out yet.',
			'The program will not make it a second time.',
			'Check the register and try again: qrkassa resolve.',
		],
		QR_TOO_LONG: ({bytes}) => [
			`A QR code of ${bytes} bytes does not fit the paper.`,
			'The payment is not touched.',
			'Show the code on the screen.',
		],
		TABLE_VALUE: ({name, allowed}) => [
			`This value does not fit the field “${name}”.`,
			'Nothing was changed in the register.',
			`Allowed: ${allowed}.`,
		],
	},
	errors: registerErrorsEn,
	unknownError: (hex, ownText) =>
		ownText === '' ? `Register error ${hex}h.` : `Register error ${hex}h: ${ownText}.`,
	cures: registerCuresEn,
	safe: {no: 'The command was not carried out.', unknown: notKnown},
	slip: {
		title: 'PAYMENT BY QR CODE',
		repeat: 'REPEATED',
		sum: (rubles) => `TOTAL ${rubles} RUB`,
		order: (orderId) => `Order ${orderId}`,
		validUntil: (time) => `Valid until ${time}`,
		noCode: 'The code does not fit, the link:',
		test: 'PRINT TEST',
	},
};

const modes: Record<number, string> = {
	1: ' (data dump)',
	5: ' (blocked by the inspector’s password)',
	6: ' (waits for the date to be confirmed)',
	7: ' (decimal point)',
	9: ' (technological reset)',
	10: ' (test run)',
	11: ' (full fiscal report)',
};
