// Where the customer sees the QR: the screen at once, the tape as fast as it prints, the display by the journal.
import type {PaymentFacts, QrPlace} from '../core/index.ts';
import type {QrSlip, RegisterPort, SlipEnd} from './ports.ts';

export type QrPlacesOptions = {
	/** The till's places, in the order of `customer.qrOn`. */
	readonly qrOn: readonly QrPlace[];
	/** Whether this process has a screen (or a pipe that takes the text) for the QR. */
	readonly hasScreen: () => boolean;
	readonly register: RegisterPort | null;
	readonly slipTexts: (facts: PaymentFacts) => Pick<QrSlip, 'shopName' | 'systemName' | 'validUntil'>;
};

export type SlipListener = (
	slip: {readonly state: 'printing'} | {readonly state: 'done'; readonly end: SlipEnd},
) => void;

/** How long the answer «shown» waits for the tape when the QR is visible elsewhere already. */
const slipPatienceMs = 2_000;

export type QrPlaces = {
	/** Shows the QR; `shown` is called with all places so far, again when the tape comes later. */
	show(
		facts: PaymentFacts,
		qr: string,
		printSlip: boolean,
		later: (afterMs: number, run: () => void) => () => void,
		shown: (where: readonly QrPlace[]) => void,
		onSlip: SlipListener,
	): void;
	/** Prints the slip (once more), marked as a repeat. */
	printAgain(facts: PaymentFacts, qr: string, onSlip: SlipListener): Promise<SlipEnd>;
};

/** The till's places for the QR. */
export function createQrPlaces(options: QrPlacesOptions): QrPlaces {
	const print = async (
		facts: PaymentFacts,
		qr: string,
		isRepeat: boolean,
		onSlip: SlipListener,
	): Promise<SlipEnd> => {
		const {register} = options;
		if (!register) return {type: 'failed', fault: {code: 'NO_REGISTER', text: '', advice: ''}};
		onSlip({state: 'printing'});
		const slip = {
			...options.slipTexts(facts),
			amountKopecks: facts.amountKopecks,
			orderId: facts.orderId,
			qr,
			isRepeat,
		};
		const end = await register
			.printSlip(slip)
			.catch((): SlipEnd => ({type: 'failed', fault: {code: 'INTERNAL', text: '', advice: ''}}));
		onSlip({state: 'done', end});
		return end;
	};

	return {
		show(facts, qr, printSlip, later, shown, onSlip) {
			const visible: QrPlace[] = options.qrOn.filter(
				(place) => place === 'display' || (place === 'screen' && options.hasScreen()),
			);
			const wantsPaper = printSlip && options.register !== null;
			// No place of the till's can show it here: the tape is better than nothing, and a screen better than no QR at all.
			const usesPaper = wantsPaper && (options.qrOn.includes('paper') || visible.length === 0);
			if (!usesPaper) {
				shown(visible.length === 0 && options.hasScreen() ? ['screen'] : visible);
				return;
			}
			const stopWaiting =
				visible.length === 0 ? () => undefined : later(slipPatienceMs, () => shown(visible));
			void print(facts, qr, false, onSlip).then((end) => {
				stopWaiting();
				const fallback: readonly QrPlace[] =
					visible.length === 0 && options.hasScreen() ? ['screen'] : visible;
				shown(end.type === 'printed' ? [...visible, 'paper'] : fallback);
			});
		},
		printAgain: (facts, qr, onSlip) => print(facts, qr, true, onSlip),
	};
}
