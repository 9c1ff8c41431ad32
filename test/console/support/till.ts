// The till of the console's tests.
import type {TillView} from '../../../source/console/index.ts';

export const till: TillView = {
	name: 'Касса 1',
	systems: [
		{system: 'sbp', code: '7', name: 'СБП', registerSlot: 2},
		{system: 'wechat', code: '8', name: 'Вичат', registerSlot: 3},
		{system: 'webmoney', code: '9', name: 'WebMoney', registerSlot: 4},
	],
	policy: {responseTimeoutS: 180, pollIntervalS: 5, statusErrorLimit: 5},
	hasRegister: true,
	qrOn: ['screen'],
};
