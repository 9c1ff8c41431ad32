// Where the customer sees the QR: the screen at once, the tape as fast as it prints, a display as soon as its line takes it.
import type {PaymentFacts, QrPlace} from '../core/index.ts';
import type {DisplayPort, QrSlip, RegisterPort, SlipEnd} from './ports.ts';

export type QrPlacesOptions = {
	/** The till's places, in the order of `customer.qrOn`. */
	readonly qrOn: readonly QrPlace[];
	/** Whether this process has a screen (or a pipe that takes the text) for the QR. */
	readonly hasScreen: () => boolean;
	readonly register: RegisterPort | null;
	/** A display on a line of its own; without one the customer's screen follows the journal and needs nothing from here. */
	readonly display?: DisplayPort | null;
	readonly slipTexts: (facts: PaymentFacts) => Pick<QrSlip, 'shopName' | 'systemName' | 'validUntil'>;
};

export type SlipListener = (
	slip: {readonly state: 'printing'} | {readonly state: 'done'; readonly end: SlipEnd},
) => void;

const qrPlaceOrder: readonly QrPlace[] = ['screen', 'display', 'paper'];

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

	const prints = async (facts: PaymentFacts, qr: string, onSlip: SlipListener): Promise<boolean> =>
		(await print(facts, qr, false, onSlip)).type === 'printed';

	return {
		show(facts, qr, printSlip, later, shown, onSlip) {
			const {qrOn, display = null} = options;
			const where = new Set<QrPlace>(
				qrOn.filter(
					(place) => (place === 'display' && !display) || (place === 'screen' && options.hasScreen()),
				),
			);
			const canPrint = printSlip && options.register !== null;
			const usesDisplay = display !== null && qrOn.includes('display');
			// No place of the till's can show it here: the tape is better than nothing, and a screen better than no QR at all.
			const usesPaper = canPrint && (qrOn.includes('paper') || (where.size === 0 && !usesDisplay));
			const tell = (): void => {
				if (where.size === 0 && options.hasScreen()) where.add('screen');
				shown(qrPlaceOrder.filter((place) => where.has(place)));
			};
			if (!usesDisplay && !usesPaper) {
				tell();
				return;
			}
			const stopWaiting = where.size === 0 ? () => undefined : later(slipPatienceMs, tell);
			const slow = async (): Promise<void> => {
				await Promise.all([
					usesDisplay && display.showQr(qr).then((isShown) => isShown && where.add('display')),
					usesPaper && prints(facts, qr, onSlip).then((isPrinted) => isPrinted && where.add('paper')),
				]);
				const isLastResort = where.size === 0 && canPrint && !usesPaper && !options.hasScreen();
				if (isLastResort && (await prints(facts, qr, onSlip))) where.add('paper');
				stopWaiting();
				tell();
			};
			void slow();
		},
		printAgain: (facts, qr, onSlip) => print(facts, qr, true, onSlip),
	};
}
