// A payment under way, in the arrangement that the screen has room for.
import {Box} from 'ink';
import type {LiveState} from '../../../core/index.ts';
import type {Action} from '../../actions/action.ts';
import {Frame} from '../../parts/frame.tsx';
import {QrView} from '../../parts/qr-view.tsx';
import {useSurroundings} from '../../ui/context.ts';
import {paneColumns, qrLayout} from '../../ui/qr-layout.ts';
import {useUi} from '../../ui/use-state.ts';
import {BelowQr} from './below-qr.tsx';
import {FullQr} from './full-qr.tsx';
import {LargeStatus} from './large-status.tsx';
import {Pane} from './pane.tsx';

type PaymentScreenProps = {readonly state: LiveState; readonly actions: readonly Action[]};

/** Narrower than this the left half is of no use without a QR. */
const leastLeftColumns = 33;

/** One payment under way. */
export function PaymentScreen({state, actions}: PaymentScreenProps) {
	const {desk, words} = useSurroundings();
	const ui = useUi(desk);
	const {till, qrRendering} = desk.options;
	const layout = qrLayout(state, ui, till, qrRendering);
	if (layout.at === 'full') return <FullQr state={state} layout={layout} actions={actions} />;
	if (layout.at === 'below') return <BelowQr state={state} layout={layout} actions={actions} />;
	const leftColumns = ui.columns - paneColumns - 1;
	const hasLeft = layout.at === 'beside' || (layout.at === 'hidden' && leftColumns >= leastLeftColumns);
	return (
		<Frame title={words.payment.title} actions={actions}>
			<Box flexGrow={1} flexShrink={1} overflow="hidden">
				{hasLeft && (
					<Box width={leftColumns} marginRight={1} flexShrink={0} justifyContent="center" overflow="hidden">
						{layout.at === 'beside' ? (
							<QrView fit={layout.fit} colours={qrRendering.type === 'cells' ? qrRendering.colours : '8'} />
						) : (
							<LargeStatus state={state} columns={leftColumns} />
						)}
					</Box>
				)}
				<Pane state={state} layout={layout} columns={hasLeft ? paneColumns : ui.columns - 1} />
			</Box>
		</Frame>
	);
}
