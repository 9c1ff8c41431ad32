import type {TailWording} from '../tail.ts';
import {paymentEn} from './payment.ts';

export const tailEn: TailWording = {
	brokenLink: (link, code) => `link: ${link} [${code}]`,
	register: 'fiscal register',
	till: {
		'till.opened': (version, pid) => `till opened: version ${version}, process ${pid}`,
		'till.closed': (version, pid) => `till closed: version ${version}, process ${pid}`,
	},
	poll: (n, status) => `poll ${n}: ${paymentEn.statuses[status]}`,
	pollFailed: (n, errorsInRow) => `poll ${n}: technical error, ${errorsInRow} in a row`,
};
