// In English: what the doctor sees, what it means, what to do and who can do it.
import type {DoctorWording} from '../doctor.ts';
import {doctorSoundEn} from './doctor-sound.ts';
import {doctorTroublesEn} from './doctor-troubles.ts';

const names: DoctorWording['names'] = {
	settings: 'Settings',
	certificate: "Till's certificate",
	dns: 'Server name (DNS)',
	tcp: 'Connection (TCP)',
	tls: 'Protection (TLS)',
	clientCertificate: 'Certificate accepted',
	service: 'Gateway service',
	signature: 'Signature',
	clock: 'Clock',
	systems: 'Payment systems',
	registerLink: 'Link to the register',
	registerState: 'Register',
	shift: 'Shift',
	paper: 'Paper',
	storage: 'Fiscal storage',
	display: 'Customer display',
	terminal: 'Terminal',
	disk: 'Disk',
	journal: 'Journal',
	version: 'Version',
};

const noPayment = 'No payment by QR until this is mended.';

export const doctorEn: DoctorWording = {
	names,
	helpers: {
		cashier: 'cashier',
		admin: 'administrator',
		paymentSystem: 'payment system',
		registerService: "register's service",
	},
	sound: doctorSoundEn,
	troubles: doctorTroublesEn,
	means: {
		setting: 'The till will begin no payment.',
		settingOdd: 'Payments work.',
		certificate: 'The gateway will not know this till: no payment by QR.',
		certificateOdd: 'Payments work for now.',
		gateway: {
			dns: `The till does not know where the gateway is. ${noPayment}`,
			tcp: `The gateway cannot be reached. ${noPayment}`,
			tls: `The till is not sure that this is the gateway and tells it nothing. ${noPayment}`,
			certificate: `The gateway does not accept this till. ${noPayment}`,
			service: `There is a connection, but the other side is no gateway or a broken one. ${noPayment}`,
			signature: `The gateway does not believe this till's requests. ${noPayment}`,
			clock: `With such a clock the gateway refuses this till's requests. ${noPayment}`,
			answer: `The till does not understand the gateway's answers. ${noPayment}`,
		},
		register: 'No receipt can be made now: a payment will not begin.',
		storage: 'No receipt can be made now: a payment will not begin.',
		journalBroken:
			'What follows cannot be trusted. When it opens, the till puts this file aside and goes on in a fresh one; nothing is lost.',
		journalUnreadable: 'No new payment will begin.',
	},
	todo: {
		storage: "Call the register's service.",
		journalBroken: 'Give it to support: qrkassa support-bundle FILE; then reconcile the day: qrkassa report.',
		journalUnreadable: 'Give journal.sqlite back to whoever runs the till (owner, mode) and try again.',
	},
	storageSilent: 'The fiscal storage does not answer.',
	more: (count) => `And ${count} more like it.`,
	skipped: {
		AFTER: ({id}) => `not checked: first «${names[id]}»`,
		ABSENT: () => 'not set up on this till',
		HELD: ({command, pid}) =>
			`not checked: ${command} (process ${pid}) holds the till, the register is not asked`,
		GAVE_WAY: () => 'not checked: the till was opened just now, the register was left to it',
		NO_TERMINAL: () => 'not checked: the output is no terminal',
		NO_PING: () => 'not checked: this gateway has no test question',
	},
	labels: {means: 'Means', todo: 'To do', who: 'Who'},
	deeds: {
		MODE: ({file, from, to}) => `Mended: ${file} had mode ${from}, now ${to}.`,
		REMOVED: ({file}) => `Mended: removed ${file}, left over from a write that was cut off.`,
		FAILED: ({file, errno}) => `Could not be mended: ${file} (${errno}).`,
	},
	nothingToFix: "Nothing to mend in the till's folder.",
	summary: (broken, warnings, skipped) => {
		const notChecked = skipped === 0 ? '' : ` Not checked: ${skipped}.`;
		if (broken.length > 0) return `Broken: ${broken.join(', ')}.${remarks(warnings)}${notChecked}`;
		if (warnings.length > 0) return `Nothing is broken.${remarks(warnings)}${notChecked}`;
		return `All is well.${notChecked}`;
	},
	bundleWritten: (file, rows) =>
		`Done: ${file}. Journal rows: ${rows}. No secret inside, QR codes are shortened. Give the file to support.`,
	bundleExists: (file) => `The file ${file} is there already and was not touched. Name another one.`,
	bundleFailed: (file, errno) => `The file ${file} cannot be written (${errno}). Name another place.`,
};

const remarks = (warnings: readonly string[]): string =>
	warnings.length === 0 ? '' : ` Doubtful: ${warnings.join(', ')}.`;
