import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {foldAnswers, type PaymentEvent} from '../../../source/core/index.ts';

const answered = (status: 'waiting' | 'processing', ms = 100, operation: 'status' | 'cancel' = 'status') =>
	({type: 'status.answered', operation, status, ms, count: 1}) as const;
const failed: PaymentEvent = {
	type: 'status.failed',
	operation: 'status',
	kind: 'timeout',
	code: 'TIMEOUT',
	text: '',
	errorsInRow: 1,
};

describe('folding equal answers', () => {
	test('given equal answers in a row, then they wait as one row with their count and the slowest time', () => {
		expect(
			foldAnswers(null, [answered('waiting', 80), answered('waiting', 300), answered('waiting', 90)]),
		).toEqual({
			rows: [],
			pending: {...answered('waiting', 300), count: 3},
		});
	});

	test('when another status comes, then the row before is written', () => {
		const {rows, pending} = foldAnswers(answered('waiting'), [answered('processing')]);
		expect(rows).toEqual([answered('waiting')]);
		expect(pending).toEqual(answered('processing'));
	});

	test('when the same status comes from another operation, then it is a row of its own', () => {
		expect(foldAnswers(answered('processing'), [answered('processing', 1, 'cancel')]).rows).toHaveLength(1);
	});

	test('when anything else comes, then the answers before are written before it, and nothing waits', () => {
		expect(foldAnswers({...answered('waiting'), count: 7}, [failed])).toEqual({
			rows: [{...answered('waiting'), count: 7}, failed],
			pending: null,
		});
	});

	test('given any row of events in any portions, then nothing is lost, doubled or reordered', () => {
		const event = fc.constantFrom<PaymentEvent>(answered('waiting'), answered('processing'), failed);
		fc.assert(
			fc.property(fc.array(fc.array(event, {maxLength: 5}), {maxLength: 12}), (portions) => {
				let pending: ReturnType<typeof foldAnswers>['pending'] = null;
				const written: PaymentEvent[] = [];
				for (const portion of portions) {
					const folded = foldAnswers(pending, portion);
					written.push(...folded.rows);
					pending = folded.pending;
				}
				if (pending) written.push(pending);
				const unfolded = written.flatMap((row): PaymentEvent[] =>
					row.type === 'status.answered'
						? Array.from({length: row.count}, () => answered(row.status as 'waiting'))
						: [row],
				);
				expect(unfolded).toEqual(portions.flat());
			}),
		);
	});
});
