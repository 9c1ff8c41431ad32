// One line about the last key press.
import {describeEvent, describeRefusal, type PaymentEvent} from '../../core/index.ts';
import type {Snapshot} from '../../engine/index.ts';
import {useSurroundings} from '../ui/context.ts';
import type {Desk} from '../ui/desk.ts';
import {useSnapshot, useUi} from '../ui/use-state.ts';
import {Sentence} from './sentence.tsx';

/** What there is to say about the last key; nothing most of the time. `orderId`: the payment that it was about. */
export function Remark({
	columns,
	orderId = null,
}: {
	readonly columns: number;
	readonly orderId?: string | null;
}) {
	const {desk, words, language, looks} = useSurroundings();
	const {remark} = useUi(desk);
	const snapshot = useSnapshot(desk);
	if (remark === null) return null;
	const {remarks} = words;
	const warn = (text: string) => (
		<Sentence tone="warn" columns={columns} text={`${looks.signs.warn} ${text}`} />
	);
	switch (remark) {
		case 'asked': {
			const answer = orderId === null ? null : answerAbout(orderId, desk.options.engine, snapshot);
			return (
				<Sentence
					tone="info"
					columns={columns}
					text={answer ? `${remarks.answered} ${describeEvent(answer, language)}` : remarks.asked}
				/>
			);
		}
		case 'slip-busy':
			return warn(remarks.slipBusy);
		case 'note-needed':
			return warn(remarks.noteNeeded);
		default:
			return warn(describeRefusal(remark, language));
	}
}

/** The newest that is known about a payment once its question has come back; null while it is under way. */
function answerAbout(
	orderId: string,
	engine: Desk['options']['engine'],
	{log}: Snapshot,
): PaymentEvent | null {
	const state = engine.stateOf(orderId);
	if (state.phase !== 'ended' || state.line.inFlight !== null) return null;
	const event = log.findLast((entry) => entry.orderId === orderId)?.event;
	return event?.type === 'status.answered' || event?.type === 'status.failed' ? event : null;
}
