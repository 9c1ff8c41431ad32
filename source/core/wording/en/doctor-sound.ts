// In English: what the doctor says of a link that is in order.
import type {DoctorWording} from '../doctor.ts';
import {paymentEn} from './payment.ts';

const {systems} = paymentEn;

const modes: Readonly<Record<number, string>> = {
	2: 'ready, shift open',
	3: 'shift older than 24 hours',
	4: 'ready, shift closed',
	8: 'a document is open',
};

export const doctorSoundEn: DoctorWording['sound'] = {
	SETTINGS: ({name, posId, dialect}) => `${name}, POS ${posId}, ${dialect}`,
	CERTIFICATE: ({subjectCn, validTo}) => `${subjectCn}, until ${validTo.slice(0, 10)}`,
	DNS: ({host, addresses}) => (host === addresses ? `a bare address: ${host}` : `${host} → ${addresses}`),
	TCP: ({address, ms}) => `${address}, ${ms} ms`,
	TLS: ({version}) => `${version}, the server's certificate is right`,
	CLIENT_CERTIFICATE: () => "the gateway accepts the till's certificate",
	SERVICE: ({ms}) => `answers, ${ms} ms`,
	SIGNATURE: () => 'the gateway accepts the signature',
	CLOCK: ({aheadS}) =>
		aheadS === 0 ? 'agrees with the gateway' : `${Math.abs(aheadS)} s off the gateway's, which does no harm`,
	SYSTEMS: (sound) => sound.systems.map((system) => systems[system]).join(', '),
	REGISTER: ({name, address}) => (name === '' ? address : `${name}, ${address}`),
	REGISTER_READY: ({mode, submode}) =>
		submode === 4 || submode === 5 ? 'printing' : (modes[mode] ?? `mode ${mode}`),
	SHIFT_OPEN: ({shift, receipts}) =>
		['open', shift === null ? '' : `no. ${shift}`, receipts === null ? '' : `receipts ${receipts}`]
			.filter((part) => part !== '')
			.join(', '),
	SHIFT_CLOSED: () => 'closed; opens by itself with the first payment',
	PAPER: () => 'there',
	STORAGE: ({number, expires, waiting}) =>
		[
			number,
			expires === null ? '' : `until ${expires}`,
			waiting === 0 ? '' : `waiting for the operator: ${waiting}`,
		]
			.filter((part) => part !== '')
			.join(', '),
	STORAGE_NONE: () => 'a register without storage',
	DISPLAY: ({kind, port}) => `${kind}, ${port}`,
	TERMINAL: ({term, columns, rows, colours}) =>
		`${term}, ${columns}×${rows}, ${colours} colours, the QR fits`,
	DISK: ({freeBytes, fsyncMs}) =>
		`${Math.floor(freeBytes / 1024 / 1024)} MiB free, a safe write ${fsyncMs} ms`,
	JOURNAL_NONE: () => 'still empty: no payments yet',
	JOURNAL: ({rows, lastAt}) =>
		`the chain is whole, ${rows} rows${lastAt === null ? '' : `, last ${lastAt.slice(0, 16).replace('T', ' ')} UTC`}`,
	VERSION: ({version, node, platform}) => `qrkassa ${version}, Node ${node}, ${platform}`,
};
