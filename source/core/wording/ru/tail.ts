import type {TailWording} from '../tail.ts';
import {paymentRu} from './payment.ts';

export const tailRu: TailWording = {
	brokenLink: (link, code) => `звено: ${link} [${code}]`,
	register: 'кассовый аппарат',
	poll: (n, status) => `опрос ${n}: ${paymentRu.statuses[status]}`,
	pollFailed: (n, errorsInRow) => `опрос ${n}: ошибка связи, ${errorsInRow} подряд`,
};
