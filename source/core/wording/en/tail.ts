import type {TailWording} from '../tail.ts';
import {paymentEn} from './payment.ts';

export const tailEn: TailWording = {
	brokenLink: (link, code) => `link: ${link} [${code}]`,
	register: 'fiscal register',
	poll: (n, status) => `poll ${n}: ${paymentEn.statuses[status]}`,
	pollFailed: (n, errorsInRow) => `poll ${n}: technical error, ${errorsInRow} in a row`,
};
