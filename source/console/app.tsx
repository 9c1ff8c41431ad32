// The root: draws the screen that is due. It holds no state of its own.
import {Box} from 'ink';
import {useMemo} from 'react';
import {actionsOf} from './actions/table.ts';
import {DecisionScreen} from './screens/decision-screen.tsx';
import {EndScreen} from './screens/end-screen.tsx';
import {HelpScreen} from './screens/help-screen.tsx';
import {LogScreen} from './screens/log-screen.tsx';
import {MattersScreen} from './screens/matters-screen.tsx';
import {PaymentScreen} from './screens/payment/payment-screen.tsx';
import {PickerScreen} from './screens/picker-screen.tsx';
import {ProblemScreen} from './screens/problem-screen.tsx';
import {StartingScreen} from './screens/starting-screen.tsx';
import {SumScreen} from './screens/sum-screen.tsx';
import {SurroundingsContext, surroundingsOf} from './ui/context.ts';
import type {Desk} from './ui/desk.ts';
import {screenOf} from './ui/screen.ts';
import {useSnapshot, useUi} from './ui/use-state.ts';

/** All of the console on a desk. */
export function App({desk}: {readonly desk: Desk}) {
	const surroundings = useMemo(() => surroundingsOf(desk), [desk]);
	return (
		<SurroundingsContext value={surroundings}>
			<Present desk={desk} />
		</SurroundingsContext>
	);
}

function Present({desk}: {readonly desk: Desk}) {
	const ui = useUi(desk);
	const snapshot = useSnapshot(desk);
	const screen = screenOf(ui, snapshot);
	const actions = actionsOf(desk, screen);
	switch (screen.type) {
		case 'sum':
			return <SumScreen actions={actions} />;
		case 'picker':
			return <PickerScreen picker={screen.picker} actions={actions} />;
		case 'problem':
			return <ProblemScreen problem={screen.problem} actions={actions} />;
		case 'starting':
			return <StartingScreen />;
		case 'payment':
			return <PaymentScreen state={screen.state} actions={actions} />;
		case 'end':
			return <EndScreen state={screen.state} actions={actions} />;
		case 'matters':
			return <MattersScreen actions={actions} />;
		case 'decision':
			return <DecisionScreen decision={screen.decision} actions={actions} />;
		case 'log':
			return <LogScreen actions={actions} />;
		case 'help':
			return <HelpScreen actions={actions} />;
		case 'over':
			return <Box width={ui.columns} height={ui.rows} />;
	}
}
