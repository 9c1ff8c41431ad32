// Step 6 on the screen: the trial's lines as they happen, the question of a real order, time and PIN.
import {Box} from 'ink';
import {describeEvent} from '../../core/index.ts';
import {stepIds} from '../model/state.ts';
import {advisedTimeS, shortS, timeOfText} from '../model/times.ts';
import {useWizard} from '../parts/context.ts';
import {Field} from '../parts/field.tsx';
import {Said} from '../parts/said.tsx';

export function TrialScreen() {
	const {words, state, wizard} = useWizard();
	const {stage, sandboxMs, roundTripMs, timeText} = state.trial;
	const {trial} = words;
	switch (stage) {
		case 'ready':
			return <Said text={trial.intro} isBold />;
		case 'sandbox':
			return (
				<>
					<Said text={trial.sandboxRuns} isBold />
					<TrialLines />
				</>
			);
		case 'ask-real':
			return (
				<>
					{sandboxMs !== null && (
						<Said text={trial.sandboxPaid((sandboxMs / 1000).toFixed(1))} tone="good" isSigned />
					)}
					<TrialLines />
					<Box marginTop={1} flexShrink={0}>
						<Said text={trial.real} isBold />
					</Box>
				</>
			);
		case 'real':
			return <Said text={trial.realRuns} isBold />;
		case 'times': {
			const seconds = timeOfText(timeText);
			return (
				<>
					<Said text={trial.timesAdvice(roundTripMs, advisedTimeS({roundTripMs}))} isBold />
					<Box flexDirection="column" marginTop={1} flexShrink={0}>
						<Field label={trial.timeField} labelColumns={20} value={timeText} isHere />
						{seconds !== null && seconds < shortS && <Said text={trial.timeShort} tone="warn" isSigned />}
					</Box>
				</>
			);
		}
		case 'pin':
			return <PinFields />;
		case 'finished': {
			const open = stepIds
				.filter((step) => state.marks[step] !== 'done')
				.map((step) => wizard.words.steps[step]);
			return (
				<>
					<Said
						text={open.length === 0 ? trial.finished : words.stillOpen(open)}
						tone={open.length === 0 ? 'good' : 'warn'}
						isSigned
						isBold
					/>
					<Said text={trial.finishedHow} />
				</>
			);
		}
	}
}

function PinFields() {
	const {words, state} = useWizard();
	const {pin, pinAgain, pinField, hasPin} = state.trial;
	const {trial} = words;
	return (
		<>
			<Said text={trial.pinAsk} isBold />
			{hasPin && <Said text={trial.pinIsSet} />}
			<Box flexDirection="column" marginTop={1} flexShrink={0}>
				<Field label={trial.pinField} labelColumns={18} value={pin} isHere={pinField === 'pin'} isSecret />
				<Field
					label={trial.pinAgain}
					labelColumns={18}
					value={pinAgain}
					isHere={pinField === 'pinAgain'}
					isSecret
				/>
			</Box>
		</>
	);
}

/** What has happened so far, the newest last. */
export function TrialLines({width, most = 8}: {readonly width?: number; readonly most?: number}) {
	const {state, wizard, columns} = useWizard();
	const {events} = state.trial.progress;
	return (
		<Box flexDirection="column" marginTop={1} flexShrink={0}>
			{events.slice(-most).map((event) => (
				<Said
					key={events.indexOf(event)}
					text={describeEvent(event, wizard.language)}
					width={width ?? columns}
				/>
			))}
		</Box>
	);
}
