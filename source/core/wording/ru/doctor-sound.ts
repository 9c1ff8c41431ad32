// По-русски: что doctor говорит о звене, которое в порядке.
import type {DoctorWording} from '../doctor.ts';
import {paymentRu} from './payment.ts';

const {systems} = paymentRu;

const day = (iso: string): string => iso.slice(0, 10).split('-').reverse().join('.');

const modes: Readonly<Record<number, string>> = {
	2: 'готова, смена открыта',
	3: 'смена дольше 24 часов',
	4: 'готова, смена закрыта',
	8: 'открыт документ',
};

export const doctorSoundRu: DoctorWording['sound'] = {
	SETTINGS: ({name, posId, dialect}) => `${name}, POS ${posId}, ${dialect}`,
	CERTIFICATE: ({subjectCn, validTo}) => `${subjectCn}, до ${day(validTo)}`,
	DNS: ({host, addresses}) =>
		host === addresses ? `адрес задан числами: ${host}` : `${host} → ${addresses}`,
	TCP: ({address, ms}) => `${address}, ${ms} мс`,
	TLS: ({version}) => `${version}, сертификат сервера верен`,
	CLIENT_CERTIFICATE: () => 'шлюз принял сертификат кассы',
	SERVICE: ({ms}) => `отвечает, ${ms} мс`,
	SIGNATURE: () => 'шлюз принял подпись',
	CLOCK: ({aheadS}) =>
		aheadS === 0 ? 'сходятся со шлюзом' : `расхождение со шлюзом ${Math.abs(aheadS)} с, это не мешает`,
	SYSTEMS: (sound) => sound.systems.map((system) => systems[system]).join(', '),
	REGISTER: ({name, address}) => (name === '' ? address : `${name}, ${address}`),
	REGISTER_READY: ({mode, submode}) =>
		submode === 4 || submode === 5 ? 'печатает' : (modes[mode] ?? `режим ${mode}`),
	SHIFT_OPEN: ({shift, receipts}) =>
		['открыта', shift === null ? '' : `№ ${shift}`, receipts === null ? '' : `чеков ${receipts}`]
			.filter((part) => part !== '')
			.join(', '),
	SHIFT_CLOSED: () => 'закрыта; откроется сама при первой оплате',
	PAPER: () => 'есть',
	STORAGE: ({number, expires, waiting}) =>
		[
			number,
			expires === null ? '' : `до ${day(expires)}`,
			waiting === 0 ? '' : `ждут отправки в ОФД: ${waiting}`,
		]
			.filter((part) => part !== '')
			.join(', '),
	STORAGE_NONE: () => 'ККТ без накопителя',
	DISPLAY: ({kind, port}) => `${kind}, ${port}`,
	TERMINAL: ({term, columns, rows, colours}) =>
		`${term}, ${columns}×${rows}, цветов ${colours}, QR помещается`,
	DISK: ({freeBytes, fsyncMs}) =>
		`свободно ${Math.floor(freeBytes / 1024 / 1024)} МиБ, надёжная запись ${fsyncMs} мс`,
	JOURNAL_NONE: () => 'ещё пуст: оплат не было',
	JOURNAL: ({rows, lastAt}) =>
		`цепочка цела, строк ${rows}${lastAt === null ? '' : `, последняя ${lastAt.slice(0, 16).replace('T', ' ')} UTC`}`,
	VERSION: ({version, node, platform}) => `qrkassa ${version}, Node ${node}, ${platform}`,
};
