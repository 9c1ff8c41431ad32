// The golden frames: each request, in the state it was answered in, gets the answer that was written down.
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {scenes} from './golden-states.ts';
import {started} from './started.ts';

type Golden = {
	readonly id: string;
	readonly name: string;
	readonly request?: {readonly hex: string; readonly payload: string};
	readonly answer?: {readonly hex: string; readonly payload: string};
};

const {frames} = JSON.parse(readFileSync('test/golden/register-frames.json', 'utf8')) as {
	readonly frames: readonly Golden[];
};
const withRequests = frames.filter(({request, answer}) => request && answer);
const payloadOf = (word: string): string => frames.find(({id}) => id === word)?.request?.payload ?? word;

const without = (payload: string, open: readonly [number, number] | undefined): string =>
	open ? payload.slice(0, open[0] * 2) + payload.slice(open[1] * 2) : payload;

describe('golden frames', () => {
	test('given the fixture, every frame with a request has its scene here', () => {
		expect(Object.keys(scenes)).toEqual(withRequests.map(({id}) => id));
	});

	test.each(withRequests)(
		'given its state, when $id ($name) is sent, the golden answer comes',
		async (frame) => {
			const {options = {}, state, before = [], fault, loadsPaper, hours, open} = scenes[frame.id] ?? {};
			const {register, wire} = await started({
				...options,
				...(state && {state}),
				...(fault && {faults: [fault]}),
			});
			for (const word of before) await wire.ask(payloadOf(word));
			if (hours) register.control.ageShift(hours);
			if (loadsPaper) register.control.loadPaper();
			const answer = await wire.ask(frame.request?.payload ?? '');
			expect(without(answer, open)).toBe(without(frame.answer?.payload ?? '', open));
		},
	);
});
