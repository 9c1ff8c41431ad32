// FCh: what device this is. Has no password, so it is also what a search asks.
import {type Command, command} from './command.ts';

export type DeviceType = {
	readonly type: number;
	readonly subtype: number;
	/** `1.14` */
	readonly protocol: string;
	/** 250 М-01Ф/02Ф, 252 ЛАЙТ, 249 ФР-01Ф, 50 МИНИ-01Ф, 22 РИТЕЙЛ-01Ф, 25 ON-LINE … */
	readonly model: number;
	readonly language: number;
	readonly name: string;
};

/** §4 «FC device type». */
export const deviceType = (): Command<DeviceType> =>
	command({
		code: 0xfc,
		kind: 'read',
		password: null,
		leastBytes: 6,
		decode: (data) => ({
			type: data.number(1),
			subtype: data.number(1),
			protocol: `${data.number(1)}.${data.number(1)}`,
			model: data.number(1),
			language: data.number(1),
			name: data.text(data.left()),
		}),
	});
