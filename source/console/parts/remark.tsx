// One line about the last key press.
import {describeRefusal} from '../../core/index.ts';
import {useSurroundings} from '../ui/context.ts';
import {useUi} from '../ui/use-state.ts';
import {Sentence} from './sentence.tsx';

/** What there is to say about the last key; nothing most of the time. */
export function Remark({columns}: {readonly columns: number}) {
	const {desk, words, language, looks} = useSurroundings();
	const {remark} = useUi(desk);
	if (remark === null) return null;
	const text =
		remark === 'asked'
			? words.remarks.asked
			: remark === 'slip-busy'
				? words.remarks.slipBusy
				: describeRefusal(remark, language);
	return <Sentence tone="warn" columns={columns} text={`${looks.signs.warn} ${text}`} />;
}
