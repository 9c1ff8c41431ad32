// The root of the wizard: draws the screen that is due. It holds no state of its own.
import {Box, Text} from 'ink';
import {useWizard, WizardContext} from './parts/context.ts';
import {Field} from './parts/field.tsx';
import {Frame} from './parts/frame.tsx';
import {Said} from './parts/said.tsx';
import {CertificateScreen} from './screens/certificate-screen.tsx';
import {ConnectionScreen} from './screens/connection-screen.tsx';
import {LetterScreen} from './screens/letter-screen.tsx';
import {QrScreen} from './screens/qr-screen.tsx';
import {RegisterScreen} from './screens/register-screen.tsx';
import {TrialLines, TrialScreen} from './screens/trial-screen.tsx';
import {TypesScreen} from './screens/types-screen.tsx';
import {testQrText} from './steps/screen-qr.ts';
import {actionsOf} from './steps/table.ts';
import type {Wizard} from './wizard.ts';

const bodies = {
	letter: LetterScreen,
	certificate: CertificateScreen,
	connection: ConnectionScreen,
	types: TypesScreen,
	register: RegisterScreen,
	trial: TrialScreen,
} as const;

/** All of the wizard. */
export const App = ({wizard}: {readonly wizard: Wizard}) => (
	<WizardContext value={wizard}>
		<Present />
	</WizardContext>
);

function Present() {
	const {wizard, state, words} = useWizard();
	const {columns, rows, step, pinQuestion, register, trial} = state;
	if (state.isOver) return <Box width={columns} height={rows} />;
	if (columns < 60 || rows < 18) {
		return (
			<Box width={columns} height={rows} overflow="hidden">
				<Text>{words.smallScreen(columns, rows)}</Text>
			</Box>
		);
	}
	if (!pinQuestion && step === 'register' && register.stage === 'screen') {
		return <QrScreen text={testQrText} sentence={words.register.screenAsk} />;
	}
	if (!pinQuestion && step === 'trial' && trial.stage === 'real') {
		return (
			<QrScreen text={trial.progress.qr} sentence={words.trial.realScan}>
				<TrialLines width={30} most={4} />
			</QrScreen>
		);
	}
	const Body = bodies[step];
	return <Frame actions={actionsOf(wizard)}>{pinQuestion ? <PinQuestionBody /> : <Body />}</Frame>;
}

function PinQuestionBody() {
	const {words, state} = useWizard();
	const {text, verdict} = state.pinQuestion ?? {text: '', verdict: null};
	return (
		<>
			<Said text={words.pin.ask} isBold />
			<Box flexDirection="column" marginTop={1} flexShrink={0}>
				<Field label={words.pin.field} labelColumns={6} value={text} isHere isSecret />
				{verdict !== null && (
					<Said
						text={verdict === 'wrong' ? words.pin.wrong : words.pin.wait(verdict.waitS)}
						tone="bad"
						isSigned
					/>
				)}
			</Box>
		</>
	);
}
