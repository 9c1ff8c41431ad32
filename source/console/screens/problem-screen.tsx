// Why a payment did not begin. Nothing was sent, and the sum is kept.
import {Text} from 'ink';
import {
	type ConsoleWording,
	cleanText,
	describeRefusal,
	describeRegisterFault,
	describeSum,
	type Language,
} from '../../core/index.ts';
import type {Action} from '../actions/action.ts';
import {Frame} from '../parts/frame.tsx';
import {Panel} from '../parts/panel.tsx';
import {Paragraph} from '../parts/paragraph.tsx';
import {useSurroundings} from '../ui/context.ts';
import type {Problem} from '../ui/state.ts';
import {useUi} from '../ui/use-state.ts';

type ProblemScreenProps = {readonly problem: Problem; readonly actions: readonly Action[]};

/** A payment that did not begin. */
export function ProblemScreen({problem, actions}: ProblemScreenProps) {
	const {desk, words, language} = useSurroundings();
	const columns = useUi(desk).columns - 4;
	const {title, happened, advice} = problemText(problem.cause, words, language);
	return (
		<Frame title={words.sum.title} actions={actions}>
			<Panel tone="bad" title={title}>
				<Text bold>{describeSum(problem.draft.amountKopecks, language)}</Text>
				<Paragraph heading={words.end.happened} text={happened} columns={columns} />
				<Paragraph heading={words.end.safe} text={words.problem.nothingSent} columns={columns} />
				<Paragraph heading={words.end.press} text={`${advice} ${words.problem.press}`} columns={columns} />
			</Panel>
		</Frame>
	);
}

type ProblemText = {readonly title: string; readonly happened: string; readonly advice: string};

function problemText(cause: Problem['cause'], words: ConsoleWording, language: Language): ProblemText {
	const {problem} = words;
	switch (cause.type) {
		case 'register': {
			const {text, advice} = describeRegisterFault(cause.fault, language);
			return {title: problem.registerTitle, happened: text, advice};
		}
		case 'journal':
			return {
				title: problem.journalTitle,
				happened: problem.journal(cleanText(cause.text, 120)),
				advice: problem.journalAdvice,
			};
		case 'refused':
			return {title: problem.refusedTitle, happened: describeRefusal(cause.code, language), advice: ''};
		case 'no-place':
			return {title: problem.noPlaceTitle, happened: problem.noPlace, advice: problem.noPlaceAdvice};
	}
}
