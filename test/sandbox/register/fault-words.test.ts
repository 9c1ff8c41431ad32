// Faults as they are written on a command line.
import {expect, test} from 'vitest';
import {parseFaults} from '../../../source/sandbox/register/index.ts';

test.each([
	['loseClose', {fault: 'loseClose'}],
	['FF45:badLrc', {fault: 'badLrc', command: 'FF45'}],
	['8dh#2:busy*3', {fault: 'busy', command: '8d', nth: 2, times: 3}],
	['10:answerLate=500', {fault: 'answerLate', ms: 500, command: '10'}],
	['17:refuse=c9', {fault: 'refuse', error: 0xc9, command: '17'}],
	['lineBroken=notDone', {fault: 'lineBroken', end: 'notDone'}],
	['powerLostInsideClose=closed', {fault: 'powerLostInsideClose', end: 'closed'}],
	['powerLostInsideClose=cancelled', {fault: 'powerLostInsideClose', end: 'notClosed', receipt: 'cancelled'}],
])('given «%s», then it is read', (text, fault) => {
	expect(parseFaults(text)).toEqual({ok: true, faults: [fault]});
});

test('given several, then all are read in their order', () => {
	expect(parseFaults('nak, 8E:busy')).toEqual({
		ok: true,
		faults: [{fault: 'nak'}, {fault: 'busy', command: '8E'}],
	});
});

test.each([
	'',
	'nonsense',
	'XX:busy',
	'busy=1',
	'answerLate',
	'answerLate=soon',
	'refuse=100',
	'lineBroken',
	'nak,,busy',
])('given «%s», then the wrong word is named', (text) => {
	expect(parseFaults(text).ok).toBe(false);
});
