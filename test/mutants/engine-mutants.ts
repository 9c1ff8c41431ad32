// Rules of the engine, broken one each.
import type {Mutant} from './mutant.ts';

const tests = ['test/engine'];
const file = 'source/engine/engine.ts';

export const engineMutants: readonly Mutant[] = [
	{
		name: 'the order leaves before its intent is on disk',
		file,
		changes: [
			[
				'const journalFault = recorder.record(orderId, journalled, at);',
				'const journalFault = null as string | null;\n\t\tqueueMicrotask(() => recorder.record(orderId, journalled, at));',
			],
		],
		tests,
	},
	{
		name: 'a payment is begun although the disk takes nothing',
		file,
		changes: [
			[
				"if (journalFault !== null && isBeginning) return {type: 'journal', text: journalFault};",
				"if (journalFault === '' && isBeginning) return {type: 'journal', text: journalFault};",
			],
		],
		tests,
	},
	{
		name: 'a disk that takes nothing is not told',
		file,
		changes: [['picture({log, journalFault, ...', 'picture({log, journalFault: null, ...']],
		tests,
	},
	{
		name: 'what a failing disk refused is thrown away',
		file: 'source/engine/recorder.ts',
		changes: [
			[
				'if (fault !== null && rows.events.length > 0) unwritten = [...unwritten, rows];',
				'if (fault !== null && rows.events.length > 1_000) unwritten = [...unwritten, rows];',
			],
		],
		tests,
	},
	{
		name: 'rows that wait for the disk are written in the wrong order',
		file: 'source/engine/recorder.ts',
		changes: [['unwritten = [...unwritten, rows];', 'unwritten = [rows, ...unwritten];']],
		tests,
	},
	{
		name: 'a double Enter makes two payments',
		file,
		changes: [
			[
				"if (isBusy()) return {type: 'refused', code: 'PAYMENT_RUNNING'};\n\t\t\tconst startedAtMs",
				'const startedAtMs',
			],
			["if (hasLive()) return {type: 'refused', code: 'PAYMENT_RUNNING'};\n", ''],
		],
		tests,
	},
	{
		name: 'an owed receipt is closed beside a running payment',
		file,
		changes: [["if (begins && isBusy()) return {type: 'refused', code: 'PAYMENT_RUNNING'};\n", '']],
		tests,
	},
	{
		name: 'a payment is taken up twice',
		file,
		changes: [
			['!asleep.has(orderId) && isLive(stateOf(orderId));', "orderId === '' && !asleep.has(orderId);"],
		],
		tests,
	},
	{
		name: 'the deadline comes from the wall clock',
		file,
		changes: [
			[
				'const {journal, clock, register} = options;',
				'const {journal, register} = options;\n\tconst clock = {...options.clock, nowMs: () => options.clock.now().getTime()};',
			],
		],
		tests,
	},
	{
		name: 'after a sleep nobody looks before giving up',
		file,
		changes: [['if (sleptMs > 10_000) dispatch', 'if (sleptMs > 1e12) dispatch']],
		tests,
	},
	{
		name: 'a crash gives the payment its whole time anew',
		file: 'source/engine/fold-rows.ts',
		changes: [
			[
				'return evolve(state, row.event, nowMs - ageMs);',
				'return evolve(state, row.event, nowMs - ageMs * 0);',
			],
		],
		tests,
	},
	{
		name: 'an answer that is no longer wanted is heard',
		file: 'source/engine/effects.ts',
		changes: [
			['inFlight.get(orderId)?.abort();\n\t\tconst controller', 'const controller'],
			['if (controller.signal.aborted) return;\n', ''],
		],
		tests,
	},
	{
		name: 'a port that never answers holds the payment for ever',
		file: 'source/engine/effects.ts',
		changes: [['timeoutMs + patienceMs, () => done(overdue)', 'timeoutMs + patienceMs, () => undefined']],
		tests,
	},
	{
		name: 'late money is not looked for after a start',
		file,
		changes: [
			[
				'[...journal.recentlyEnded(sinceIso), ...unfinished]',
				'[...journal.recentlyEnded(sinceIso).slice(0, 0), ...unfinished]',
			],
		],
		tests,
	},
];
