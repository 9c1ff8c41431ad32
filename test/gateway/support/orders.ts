// An order and the answers that fit it.
import type {OrderRequest} from '../../../source/core/index.ts';

export const order: OrderRequest = {
	orderId: 'A-1',
	posId: 'N100',
	agentId: '17',
	crsId: '0',
	wmid: '0',
	system: 'sbp',
	amountKopecks: 125_000,
	currency: 'RUB',
	ttlS: 180,
	description: 'Чек 12',
};

export const goodQr =
	'https://qr.nspk.ru/AD1000TESTKASSA00000000000000039?type=02&bank=100000000000&sum=125000&cur=RUB&crc=0B78';

export const created = {
	orderId: 'A-1',
	gatewayOrderId: 'G-1',
	status: 'waiting',
	qr: goodQr,
	expiresAt: '2026-01-31T09:03:00Z',
};

export const waiting = {
	orderId: 'A-1',
	gatewayOrderId: 'G-1',
	system: 'sbp',
	status: 'waiting',
	amount: 125_000,
	currency: 'RUB',
	paidAt: null,
	reason: null,
};
