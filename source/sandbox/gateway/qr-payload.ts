// The text of the QR code that a customer would scan. All hosts end in .example (RFC 2606): nothing of it can be paid.
import type {PaymentSystem} from '../../core/index.ts';
import {crc16} from './crc16.ts';

/** A QR text in the form of each system; `id` is 32 letters and digits, the amount whole kopecks. */
export function qrPayload(system: PaymentSystem, id: string, amountKopecks: number): string {
	switch (system) {
		case 'sbp': {
			// As long a host as the true one, so that the code takes as much room on a screen.
			const text = `https://qr.example/${id}?type=02&bank=100000000000&sum=${amountKopecks}&cur=RUB`;
			return `${text}&crc=${crc16(text)}`;
		}
		case 'wechat':
			return `weixin://wxpay/bizpayurl?pr=${id}`;
		case 'alipay':
			return `https://qr.alipay.example/bax${id.toLowerCase()}`;
		case 'webmoney':
			return `https://pay.webmoney.example/lmi/payment.asp?gid=${id.toLowerCase()}`;
	}
}
