import type {TailWording} from '../tail.ts';
import {paymentRu} from './payment.ts';

export const tailRu: TailWording = {
	brokenLink: (link, code) => `звено: ${link} [${code}]`,
	register: 'кассовый аппарат',
	till: {
		'till.opened': (version, pid) => `касса открыта: версия ${version}, процесс ${pid}`,
		'till.closed': (version, pid) => `касса закрыта: версия ${version}, процесс ${pid}`,
	},
	poll: (n, status) => `опрос ${n}: ${paymentRu.statuses[status]}`,
	pollFailed: (n, errorsInRow) => `опрос ${n}: ошибка связи, ${errorsInRow} подряд`,
};
