// Paper of cash put in or taken out.
import type {Device} from '../device.ts';
import {line, type PrintItem} from '../printer/job.ts';
import {head, reportFoot} from './frame.ts';
import {pair, rubles} from './layout.ts';

export const cashPaper = (device: Device, title: string, kopecks: number): readonly PrintItem[] => [
	...head(device, title),
	...pair('НАЛИЧНЫМИ', `=${rubles(kopecks)}`, device.model.columns).map((text) => line(text)),
	...reportFoot(device),
];
