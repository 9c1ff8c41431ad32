// The till's cable to the register: commands that do not arrive, a paper that ends, an answer to the close that is lost.
import type {FiscalReceipt, RegisterPort} from '../../../source/engine/index.ts';
import type {Document} from './device.ts';
import type {Till} from './till.ts';
import type {World} from './world.ts';

const faultOf = (code: string) => ({code, text: code, advice: ''});
const closed = ({number}: Document) =>
	({type: 'closed', number: number - 340, fiscalDocument: number, fiscalSign: String(number)}) as const;
const unknown = {type: 'unknown', fault: faultOf('LINK')} as const;

const areAlike = (a: Document, b: FiscalReceipt): boolean =>
	a.kind === b.kind && a.sumKopecks === b.sumKopecks && a.slot === b.slot;

/** The port of one process. */
export function createRegisterPort(world: World, till: Till): RegisterPort {
	const {time, device, history} = world;

	/** The next thing comes after so long, unless the process dies meanwhile. */
	const pause = (ms: number, name: string): Promise<void> =>
		new Promise((done) => {
			time.after(ms, 'answer', () => {
				if (till.moment(name)) done();
			});
		});
	const never = new Promise<never>(() => undefined);
	const orderOf = (receipt: FiscalReceipt): string => receipt.receipt.lines[0]?.name ?? '';
	const note = (operation: 'printReceipt' | 'settleReceipt', receipt: FiscalReceipt): void => {
		const orderId = orderOf(receipt);
		history.calls.push({
			atMs: time.nowMs(),
			boot: till.boot,
			operation,
			orderId,
			rowsThen: history.rows.length,
		});
		world.tell(`register: ${operation} for ${orderId}`);
	};

	return {
		async preflight() {
			if (!till.moment('preflight')) return never;
			const fault = world.registerFault();
			await pause(fault === 'slow' ? 4_000 : world.latencyMs(), 'preflight answered');
			if (fault === 'off' || fault === 'refuses') return {type: 'problem', fault: faultOf('LINK')};
			if (device.isOpen()) return {type: 'problem', fault: faultOf('FOREIGN_RECEIPT')};
			return {type: 'ready', warnings: []};
		},
		async printSlip(slip) {
			if (!till.moment('slip')) return never;
			const fault = world.registerFault();
			await pause(fault === 'slow' ? 20_000 : 1_500, 'slip printed');
			if (fault === 'off' || fault === 'refuses') return {type: 'failed', fault: faultOf('PAPER')};
			device.slip(slip.orderId);
			world.see(slip.orderId);
			if (fault === 'throws') throw new Error('a bug of the driver');
			return {type: 'printed'};
		},
		async prepareReceipt() {
			if (!till.moment('documents asked')) return never;
			const fault = world.registerFault();
			await pause(world.latencyMs(), 'documents answered');
			if (fault === 'off' || fault === 'refuses') return {type: 'failed', fault: faultOf('LINK')};
			if (device.isOpen()) return {type: 'failed', fault: faultOf('FOREIGN_RECEIPT')};
			return {
				type: 'ready',
				before: {
					fiscalDocument: device.last(),
					storageNumber: '9999078900001234',
					shiftNumber: 1,
					receiptNumber: device.last() - 340,
				},
			};
		},
		async printReceipt(receipt) {
			if (!till.moment('receipt begun')) return never;
			note('printReceipt', receipt);
			const fault = world.registerFault();
			await pause(world.latencyMs(), 'receipt may open');
			if (fault === 'off' || fault === 'refuses') return {type: 'failed', fault: faultOf('LINK')};
			if (!device.open()) return {type: 'failed', fault: faultOf('FOREIGN_RECEIPT')};
			await pause(fault === 'slow' ? 20_000 : 300, 'receipt filled');
			if (fault === 'breaks before close') return unknown;
			// The command is on its way: whether the process lives on or not, the register obeys.
			let document: Document | null = null;
			time.after(80, 'world', () => {
				const {kind, sumKopecks, slot} = receipt;
				document = device.close({kind, about: orderOf(receipt), sumKopecks, slot});
				world.tell(`register: ${kind} receipt for ${orderOf(receipt)} closed`);
			});
			await pause(200, 'close answered');
			if (fault === 'throws') throw new Error('a bug of the driver');
			return fault === 'breaks after close' || !document ? unknown : closed(document);
		},
		async settleReceipt(receipt, before) {
			if (!till.moment('settling')) return never;
			note('settleReceipt', receipt);
			const fault = world.registerFault();
			await pause(world.latencyMs(), 'documents compared');
			if (fault === 'throws') throw new Error('a bug of the driver');
			if (fault && fault !== 'slow') return unknown;
			const added = device.documents.filter(({number}) => number > (before.fiscalDocument ?? 0));
			const [first] = added;
			if (!first) {
				if (device.isOpen()) device.cancel();
				return {type: 'notClosed', fault: faultOf('NOT_CLOSED')};
			}
			// Documents carry no order: one more, of our kind with our sum in our slot, is ours.
			const isOurs = added.length === 1 && areAlike(first, receipt);
			return isOurs ? closed(first) : unknown;
		},
		onNotice: () => () => undefined,
		close: () => Promise.resolve(),
	};
}
