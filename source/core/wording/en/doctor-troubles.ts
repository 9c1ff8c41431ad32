// In English: what is broken, what it means and what to do; what other rooms have no words for.
import type {DoctorWording} from '../doctor.ts';
import {paymentEn} from './payment.ts';

const {systems} = paymentEn;
const noReceipt = 'No receipt can be made: a payment will not begin.';
const noNewPayment = 'No new payment will begin: there is nothing to write it on.';
const mib = (bytes: number): number => Math.floor(bytes / 1024 / 1024);

const opening: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'nobody listens at this address',
	ETIMEDOUT: 'no answer',
	EHOSTUNREACH: 'no route',
	ENETUNREACH: 'no network',
	ENOTFOUND: 'the name is not known',
};

export const doctorTroublesEn: DoctorWording['troubles'] = {
	CERTIFICATE_OPEN: ({file}) => [
		`Other users can read ${file}.`,
		'Payments work, but the key of the till may leak.',
		'qrkassa doctor --fix closes it.',
	],
	CLOCK_DRIFTS: ({aheadS}) => [
		`The till's clock is ${Math.abs(aheadS)} s ${aheadS > 0 ? 'behind' : 'ahead of'} the gateway's.`,
		'Payments work for now; at more than 5 minutes the gateway refuses.',
		'Set the right time and switch its synchronisation on (NTP).',
	],
	SYSTEMS_MISSING: ({missing, offered}) => [
		`The gateway does not offer to this till: ${missing.map((system) => systems[system]).join(', ')}.`,
		offered.length === 0 ? 'There is nothing to pay with.' : 'These cannot be paid with, the others can.',
		'Ask the payment system to connect them, or take the code out of WebMoneyPaymentTypes.txt.',
	],
	REGISTER_UNREACHABLE: ({address, detail}) => [
		`The register cannot be reached (${address}): ${opening[detail] ?? detail}.`,
		noReceipt,
		'Check its power and cable, then its address: register.address in till.json.',
	],
	REGISTER_SILENT: ({address, baudRate}) => [
		baudRate === null
			? `The register at ${address} is silent.`
			: `The register at ${address} is silent at speed ${baudRate}.`,
		noReceipt,
		baudRate === null
			? 'Check that there is a register at this address: qrkassa register find.'
			: 'Check the speed: qrkassa register find tries them all.',
	],
	STORAGE_EXPIRED: ({expires}) => [
		`The fiscal storage expired on ${expires}.`,
		noReceipt,
		'Replace the storage.',
	],
	DISPLAY_MISSING: ({port, found}) => [
		`There is no display port ${port}.${found.length === 0 ? '' : ` There are: ${found.join(', ')}.`}`,
		'No QR will appear on the customer display.',
		'Switch the display on or mend customer.display.port in till.json.',
	],
	DISPLAY_DENIED: ({port}) => [
		`No access to the display port ${port}.`,
		'No QR will appear on the customer display.',
		"Add whoever runs the till to the port's group (often dialout) and log in again.",
	],
	DISPLAY_NO_PORT: ({port}) => [
		`${port} is no port.`,
		'No QR will appear on the customer display.',
		'Mend customer.display.port in till.json.',
	],
	TERMINAL_LOCALE: ({locale, isQrLost}) => [
		`The terminal's locale is not UTF-8 (${locale}).`,
		isQrLost
			? 'With such signs the QR does not fit on this screen; Russian letters may not be readable.'
			: 'Frames and QR are drawn with plain signs; Russian letters may not be readable.',
		'Set LANG=ru_RU.UTF-8 (or C.UTF-8) and log in again.',
	],
	TERMINAL_NO_COLOURS: ({term}) => [
		`The terminal «${term}» shows no colours.`,
		'The QR cannot be shown on this screen.',
		'Set TERM=xterm-256color, or print the QR on the tape (customer.qrOn).',
	],
	TERMINAL_SMALL: ({columns, rows, needed}) => [
		`The window is ${columns}×${rows}, the QR needs ${needed.columns}×${needed.rows}.`,
		'The QR does not fit on this screen.',
		'Enlarge the window or make the font smaller.',
	],
	TERMINAL_NARROW: ({columns, rows}) => [
		`The window is ${columns}×${rows}: the QR does not fit beside the text.`,
		'The QR is seen in full screen only, with F3.',
		'Enlarge the window to 80×24.',
	],
	TERMINAL_NO_QR: () => [
		'The QR is switched off on the screen (ui.qr "none"), and there is no other place.',
		'The customer sees no QR.',
		'Set ui.qr to "auto" or add the tape to customer.qrOn.',
	],
	DISK_LOW: ({freeBytes}) => [
		`${mib(freeBytes)} MiB are free on the till's disk.`,
		'Payments work as long as there is room.',
		'Make room.',
	],
	DISK_FULL: () => ["The till's disk is full.", noNewPayment, 'Make room.'],
	DISK_READ_ONLY: () => [
		"The till's folder cannot be written to.",
		noNewPayment,
		'Give the right to write to whoever runs the till; check whether the disk is mounted read-only.',
	],
	DISK_FAILS: ({errno}) => [
		`The till's disk does not take a write (${errno}).`,
		noNewPayment,
		"Copy the till's folder and replace the disk.",
	],
	DISK_SLOW: ({fsyncMs}) => [
		`A safe write to the disk takes ${fsyncMs} ms.`,
		'Payments work, but each step waits for the disk.',
		"Check the disk; do not keep the till's folder on a network disk or a memory card.",
	],
	JOURNAL_LONG: ({rows}) => [
		`The journal is long: ${rows} rows were checked in the time there was, and they are whole.`,
		'Payments work; the rest was not checked.',
		'Check it to the end: qrkassa journal verify.',
	],
	JOURNAL_OPEN: ({orderIds}) => [
		`Payments that are not settled: ${orderIds.length} (${orderIds.slice(0, 3).join(', ')}${orderIds.length > 3 ? '…' : ''}).`,
		'Their money is not lost, but nobody has decided on it.',
		'Run: qrkassa resolve.',
	],
	JOURNAL_KEPT: ({files}) => [
		`A damaged journal lies beside the live one: ${files.join(', ')}.`,
		'Payments work; the former rows are in it.',
		"Give it to support and take it out of the till's folder.",
	],
	VERSION_OLD_CONSOLE: ({running, installed}) => [
		`qrkassa ${running} holds the till, ${installed} is installed.`,
		'Payments work; what is new does not apply yet.',
		'Close and open the console between two customers.',
	],
	PROBE_LATE: ({limitS}) => [
		`The check did not end within ${limitS} s.`,
		'This link does not answer.',
		'Try again; if it stays so, show it to support.',
	],
	PROBE_FAILED: ({detail}) => [
		`The check fell over: ${detail}.`,
		'Nothing is known of this link.',
		'Show this to support.',
	],
};
